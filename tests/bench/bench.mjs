// `cargo xtask bench`: measures the explainer beside others that say the same words.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { Browser } from "./browser.mjs";
import { chart } from "./chart.mjs";
import { COPIED, COPIES, PEERS, makePeers } from "./peers.mjs";
import { markdown } from "./report.mjs";
import { Server } from "./server.mjs";
import { judge } from "./targets.mjs";
import { DEVICES, visit } from "./visit.mjs";

const root = join(import.meta.dirname, "../..");
const dist = process.env.E2E_DIST ?? join(root, "dist");
const work = join(root, "target/bench");

const { values: options } = parseArgs({
  options: { rounds: { type: "string" }, only: { type: "string" }, quick: { type: "boolean", default: false } },
});
const rounds = Number(options.rounds ?? (options.quick ? 1 : 7));
if (!(rounds > 0)) throw new Error("--rounds wants a number");
const only = options.only?.split(",");
const unknown = only?.find((name) => name !== "copies" && !PEERS.some((peer) => peer.name === name));
if (unknown) throw new Error(`--only knows copies, ${PEERS.map(({ name }) => name).join(", ")}, but not ${unknown}`);
// All is told as a ratio to plain HTML.
const peers = PEERS.filter(({ name }) => !only || only.includes(name) || name === "plain");
const counts = options.quick ? COPIES.slice(0, 2) : COPIES;
const copied = !only || only.includes("copies") ? COPIED : [];

/** In an order drawn by lot. */
function shuffled(list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

/** What the WebAssembly and its script weigh after brotli, as the release says. */
function kilobytesOfWidget() {
  const { compressed } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const files = Object.entries(compressed).filter(([path]) => /^widget-\w+\.(js|wasm)\.br$/.test(path));
  if (files.length !== 2) throw new Error("the release has no WebAssembly with its script");
  return files.reduce((sum, [, { bytes }]) => sum + bytes, 0) / 1000;
}

/** All visits of a round: which page on which device, and where its figures go. */
function plan(sections, results) {
  const singles = ["phone", "desktop"].flatMap((name) =>
    peers.map((peer) => ({
      device: DEVICES[name],
      peer,
      file: peer.name === "page" ? "lupus-car-t/index.html" : `${peer.name}.html`,
      headings: sections,
      withClicks: true,
      into: ((results.devices[name] ??= {})[peer.name] ??= []),
    })),
  );
  const many = copied.flatMap((name) =>
    counts.map((count) => ({
      device: DEVICES.copies,
      peer: PEERS.find((peer) => peer.name === name),
      file: `${name}-${count}.html`,
      headings: sections * count,
      withClicks: false,
      into: ((results.copies[name] ??= {})[count] ??= []),
    })),
  );
  return [...singles, ...many];
}

async function measure(results) {
  const folder = join(work, "pages");
  const sections = makePeers({ root, dist, folder, withYew: peers.some(({ name }) => name === "yew") });
  const server = new Server({ "/lupus-car-t/": dist, "/": folder });
  const address = await server.start();
  const browser = new Browser();
  try {
    results.machine.browser = (await browser.send("Browser.getVersion")).product;
    const open = ({ into, ...what }) =>
      visit({ browser, server, address, readies: what.peer.ready ? 1 : 0, ...what }).catch((error) => {
        throw new Error(`${what.file} on ${what.device.title}: ${error.message}`, { cause: error });
      });
    const visits = plan(sections, results);
    // The browser and the machine warm up.
    for (const first of visits.slice(0, 2)) await open(first);
    for (let round = 1; round <= rounds; round += 1) {
      console.error(`round ${round} of ${rounds}`);
      for (const one of shuffled(visits)) {
        const start = performance.now();
        one.into.push(await open(one));
        console.error(`  ${one.file}, ${one.device.title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
      }
      write(round);
    }
  } finally {
    await browser.end();
    server.end();
  }
}

/** With each visit on a line of its own. */
function json(value, indent = "") {
  if (Array.isArray(value)) {
    const short = (_, number) => (typeof number === "number" ? Number(number.toFixed(3)) : number);
    return `[${value.map((it) => `\n${indent} ${JSON.stringify(it, short)}`).join(",")}\n${indent}]`;
  }
  if (typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).map(([key, it]) => `\n${indent} ${JSON.stringify(key)}: ${json(it, `${indent} `)}`);
  return `{${members.join(",")}\n${indent}}`;
}

const load = () => loadavg()[0].toFixed(1);
const git = (...rest) => execFileSync("git", rest, { cwd: root, encoding: "utf8" }).trim();
const results = {
  date: new Date().toISOString().slice(0, 10),
  commit: git("rev-parse", "--short", "HEAD"),
  rounds: 0,
  machine: {
    processor: cpus()[0].model,
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore: load(),
  },
  kilobytesOfWidget: kilobytesOfWidget(),
  devices: {},
  copies: {},
};
// What is committed comes from whole runs alone.
const folder = only || options.quick ? work : join(root, "docs");
mkdirSync(folder, { recursive: true });

/** Writes what was measured so far: a run that is interrupted keeps its rounds. */
function write(round) {
  results.rounds = round;
  results.machine.loadAfter = load();
  writeFileSync(join(folder, "performance.json"), `${json(results)}\n`);
  writeFileSync(join(folder, "performance.svg"), chart(results.devices.phone));
  writeFileSync(join(folder, "performance.md"), markdown(results));
}

await measure(results);
console.log(markdown(results));

const missed = judge(results).filter(({ isRatio, verdict }) => isRatio && verdict === "missed");
for (const { title, peer, value, most } of missed) {
  console.error(`${peer}: ${title} is ${value.toFixed(2)}, and shall be ${most} at most`);
}
process.exitCode = missed.length ? 1 : 0;
