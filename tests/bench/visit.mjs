// One visit of a page, in a browser context of its own with nothing cached.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { openSections } from "./clicks.mjs";
import { memory } from "./memory.mjs";
import { record, work } from "./trace.mjs";

const WATCH = readFileSync(join(import.meta.dirname, "watch.js"), "utf8");

/** The page is quiet once nothing was asked for or answered for so long, in milliseconds. */
const QUIET = 1500;

/** The longest that a visit may take, in milliseconds. */
const PATIENCE = 180_000;

/** Where and how pages are opened. `clickRates` are the slow-downs of the processor at which sections are opened. */
export const DEVICES = {
  phone: {
    title: "Slow phone",
    note: "1.6 Mb/s down, 0.75 Mb/s up, 150 ms for a round trip, processor slowed 4 times, 360 × 640",
    screen: { width: 360, height: 640, deviceScaleFactor: 2, mobile: true },
    network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
    rate: 4,
    clickRates: [4, 6],
  },
  desktop: {
    title: "Desktop",
    note: "not slowed, 1280 × 800",
    screen: { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false },
    network: null,
    rate: 1,
    clickRates: [1],
  },
  copies: {
    title: "Many copies",
    note: "processor slowed 4 times, network not slowed, 360 × 640",
    screen: { width: 360, height: 640, deviceScaleFactor: 2, mobile: true },
    network: null,
    rate: 4,
    clickRates: [],
  },
};

/** A page that is being visited: its session, those of the frames in processes of their own, and what they told. */
class Visit {
  sessions = [];
  context = null;
  exception = null;
  seen = { ready: 0 };
  // How far the layout has shifted, by session: each document is scored by itself.
  shifts = new Map();
  #open = new Set();
  #lastTraffic = performance.now();

  constructor(browser, device, peer, count) {
    this.browser = browser;
    this.device = device;
    this.peer = peer;
    const { heading, root } = peer;
    this.watch = `{ const PEER = ${JSON.stringify({ heading, root, count })};\n${WATCH} }`;
  }

  send(method, params, session = this.sessions[0]) {
    return this.browser.send(method, params, session);
  }

  /** Has a session say what happens in it, and be as slow as the device. */
  async prepare(session) {
    this.sessions.push(session);
    const { network, rate } = this.device;
    const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await Promise.all([
      this.send("Network.enable", {}, session),
      this.send("Page.enable", {}, session),
      this.send("Runtime.enable", {}, session),
      this.send("Runtime.addBinding", { name: "benchTell" }, session),
      this.send("Page.addScriptToEvaluateOnNewDocument", { source: this.watch }, session),
      this.send("Target.setAutoAttach", autoAttach, session),
      this.slow(rate, [session]),
      ...(network ? [this.send("Network.emulateNetworkConditions", network, session)] : []),
    ]);
  }

  slow(rate, sessions = this.sessions) {
    return Promise.all(sessions.map((it) => this.send("Emulation.setCPUThrottlingRate", { rate }, it)));
  }

  hear(method, params, session) {
    if (!this.sessions.includes(session)) return;
    if (method === "Target.attachedToTarget") this.#meet(params);
    if (method === "Runtime.bindingCalled") this.#note(JSON.parse(params.payload), session, params.executionContextId);
    if (method === "Runtime.exceptionThrown") this.exception ??= params.exceptionDetails.exception?.description;
    if (!method.startsWith("Network.")) return;
    const { requestId } = params;
    if (method === "Network.requestWillBeSent" && !params.request.url.startsWith("data:")) this.#open.add(requestId);
    else if (["Network.loadingFinished", "Network.loadingFailed"].includes(method)) this.#open.delete(requestId);
    this.#lastTraffic = performance.now();
  }

  async #meet({ sessionId, targetInfo }) {
    try {
      if (targetInfo.type === "iframe") await this.prepare(sessionId);
      await this.send("Runtime.runIfWaitingForDebugger", {}, sessionId);
    } catch {
      // The frame is gone.
    }
  }

  #note({ kind, value }, session, contextId) {
    if (kind === "shift") this.shifts.set(session, (this.shifts.get(session) ?? 0) + value);
    else if (kind === "ready") this.seen.ready += 1;
    else this.seen[kind] ??= value;
    if (kind === "headings") this.context = { session, contextId };
  }

  /** Waits until all is there and no more is to come. */
  async untilQuiet(readies) {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const { load, headings, paint, ready } = this.seen;
      const isThere = load && headings && paint && ready >= readies;
      if (isThere && !this.#open.size && performance.now() - this.#lastTraffic > QUIET) return;
      if (performance.now() > end) {
        throw new Error(`it is not quiet in time: ${JSON.stringify(this.seen)} ${this.exception ?? ""}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Opens `file` and gives what was seen. `headings` are how many have to be shown, `readies` how often the page has to
 * say that it answers to the reader; `withClicks` opens sections at the end.
 */
export async function visit({ browser, server, address, device, peer, file, headings, readies, withClicks }) {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  const visit = new Visit(browser, device, peer, headings);
  const forget = browser.listen((...event) => visit.hear(...event));
  try {
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    await visit.prepare(sessionId);
    await visit.send("Emulation.setDeviceMetricsOverride", device.screen);
    server.sent = [];
    const stop = await record(browser, sessionId);
    await visit.send("Page.navigate", { url: `${address}/${file}` });
    await visit.untilQuiet(readies);
    const spent = work(await stop());
    const missing = server.sent.find(({ status }) => status !== 200);
    if (missing) throw new Error(`${missing.path} is missing`);
    const { start, paint, headings: shown } = visit.seen;
    const figures = {
      kilobytes: server.sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
      requests: server.sent.length,
      paint: paint - start,
      // Nothing is shown before the first paint, which the browser dates to when it reached the screen.
      headings: Math.max(shown, paint) - start,
      shift: Math.max(0, ...visit.shifts.values()),
      ...spent,
      megabytes: (await memory(visit)) / 1e6,
    };
    return withClicks ? { ...figures, ...(await openSections(visit)) } : figures;
  } finally {
    forget();
    await browser.send("Target.disposeBrowserContext", { browserContextId });
  }
}
