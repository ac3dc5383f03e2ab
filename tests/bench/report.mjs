// Writes what was measured as Markdown.
import { COPIES, PEERS } from "./peers.mjs";
import { DEVICES } from "./visit.mjs";
import { FIGURES, cell, eachFurther, summary } from "./figures.mjs";
import { judge } from "./targets.mjs";

const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
};

const titled = ({ title, unit }) => (unit ? `${title}, ${unit}` : title);

const measured = (visits) => PEERS.filter(({ name }) => visits[name]?.length);

/** The whole page. */
export function markdown(results) {
  const { machine, date, commit, rounds } = results;
  return `# Performance

\`cargo xtask bench\` measured this and wrote this page on ${date}, at commit ${commit}, in ${rounds} interleaved ${rounds === 1 ? "round" : "rounds"}.

![How much longer than plain HTML each way takes on a slow phone: until all headings are shown, and the main thread's work](performance.svg)

${machine.browser} on ${machine.processor}, ${machine.cores} cores, ${machine.memory} GB, ${machine.system}. Load of the machine (average of a minute): ${machine.loadBefore} before, ${machine.loadAfter} after; what else runs makes all of it slower, so compare ratios and not milliseconds.

Every page says the same words, those of \`plain.html\`. Each visit has a browser context of its own with nothing cached; each round opens all pages once, in an order drawn by lot. Cells are medians, with the lowest and highest in parentheses. [performance.json](performance.json) has every visit.

${Object.entries(results.devices).map(([name, visits]) => device(DEVICES[name], visits)).join("\n\n")}

${clickTables(results.devices)}

${copiesPart(results.copies)}

## Targets

On the slow phone; what WebAssembly weighs is from \`manifest.json\`, after brotli. A run fails where a ratio is more than 5 % past its target; the other targets do not compare with anything and are only told.

${table(["what", "way", "measured", "target", "met"], judge(results).map(targetCells))}

${HOW}`;
}

function device({ title, note }, visits) {
  const plain = visits.plain;
  const ratio = (peer, key) => (summary(visits[peer], key).median / summary(plain, key).median).toFixed(2);
  const peers = measured(visits);
  const full = peers.map(({ name, title: peer }) => [
    peer,
    ...FIGURES.map(({ key, digits }) => cell(summary(visits[name], key), digits)),
  ]);
  const ratios = ["kilobytes", "paint", "headings", "busy", "megabytes"];
  const heads = ratios.map((key) => FIGURES.find((it) => it.key === key).title);
  return `## ${title}

${note}.

${table(["", ...FIGURES.map(titled)], full)}

As ratios to plain HTML:

${table(["", ...heads], peers.map(({ name, title: peer }) => [peer, ...ratios.map((key) => ratio(name, key))]))}`;
}

function clickTables(devices) {
  const columns = Object.entries(devices).flatMap(([name, visits]) =>
    DEVICES[name].clickRates.flatMap((rate) =>
      [["handler", "handler"], ["frame", "next frame"]].map(([key, title]) => ({
        visits,
        key: `${key}${rate}`,
        title: `${title}, ${rate === 1 ? "not slowed" : `slowed ${rate} times`}`,
      })),
    ),
  );
  const all = Object.values(devices)[0] ?? {};
  const rows = measured(all).map(({ name, title }) => [
    title,
    ...columns.map(({ visits, key }) => cell(summary(visits[name], key), 1)),
  ]);
  return `## Opening a section

Milliseconds of a real click on a closed section: how long it is handled, with microtasks and the browser's own part, and how long until the next frame is made.

${table(["", ...columns.map(({ title }) => title)], rows)}`;
}

function copiesPart(copies) {
  if (!copies || !Object.keys(copies).length) return "";
  const names = Object.keys(copies);
  const title = (name) => PEERS.find((it) => it.name === name).title;
  const counts = COPIES.filter((count) => copies[names[0]][count]);
  const rows = names.map((name) => {
    const { time, memory } = eachFurther(copies[name]);
    const shown = counts.map((count) => cell(summary(copies[name][count], "headings"), 0));
    return [title(name), ...shown, time.toFixed(1), memory.toFixed(0)];
  });
  const heads = counts.map((count) => `${count} shown, ms`);
  return `## Many copies on one page

${DEVICES.copies.note}: until the headings of all copies are shown.

${table(["", ...heads, "each further, ms", "each further, kB"], rows)}`;
}

const VERDICTS = { met: "yes", near: "within 5 %", missed: "no" };

function targetCells({ title, peer, value, most, isRatio, verdict }) {
  return [title, peer, value.toFixed(isRatio ? 2 : 1), `≤ ${most}`, VERDICTS[verdict]];
}

const HOW = `## How it is measured

- **Peers**: \`<details>\` with headings in their summaries; the accordion of GOV.UK Frontend with its whole stylesheet, without the font that is licensed for gov.uk alone; accordions in Preact and Lit with the words in their bundles, made by esbuild; a client-side Yew app, built with the settings of the release. All but the page of its own stand in the same host page, between a heading and two paragraphs.
- **Ours** have more than the words: figures, search, the list of questions, text size, printing, sharing, reading aloud.
- **Bytes** are what the server sent, compressed by brotli, without headers, until nothing was asked for during a second and a half.
- **Headings** are shown in the first frame that has all of them with a height, in shadow roots and frames too.
- **Busy** is the sum of all tasks of the page's main threads, and **blocking** that of what each took beyond 50 ms, both from Chromium's trace. **Taking over** is the sum of the tasks from the arrival of WebAssembly until it answers.
- **Memory** is what Chromium reports after collecting garbage: script, nodes and buffers, WebAssembly's memory among them, but not its compiled code.
`;
