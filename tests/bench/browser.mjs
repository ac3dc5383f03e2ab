// Drives Chromium by the DevTools protocol over a pipe: what the benchmark needs of it, and nothing else.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--disable-extensions",
];

/** The browser of this machine: the one in `CHROMIUM`, else the first of the usual names on the search path. */
function program() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        const path = join(folder, name);
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // It is not in this folder.
      }
    }
  }
  throw new Error(`no Chromium is on the search path: looked for ${NAMES.join(", ")}`);
}

/** A running browser. */
export class Browser {
  #process;
  #profile = mkdtempSync(join(tmpdir(), "bench-"));
  #calls = new Map();
  #lastId = 0;
  #listeners = new Set();
  #unread = "";

  constructor() {
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
    this.#process = spawn(program(), [...FLAGS, `--user-data-dir=${this.#profile}`], { stdio });
    this.#process.stdio[4].setEncoding("utf8").on("data", (text) => this.#read(text));
    this.#process.on("exit", () => {
      for (const { reject } of this.#calls.values()) reject(new Error("the browser has ended"));
      this.#calls.clear();
    });
  }

  /** Sends a command, to the browser itself where no session is named, and gives its result. */
  send(method, params = {}, sessionId = undefined) {
    const id = (this.#lastId += 1);
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#calls.set(id, { method, resolve, reject }));
  }

  /** Calls `listener(method, params, sessionId)` for each event, until the function that it gives is called. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the browser and deletes its profile. */
  async end() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.send("Browser.close").catch(() => this.#process.kill());
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #read(text) {
    const messages = (this.#unread + text).split("\0");
    this.#unread = messages.pop();
    for (const message of messages) this.#hear(JSON.parse(message));
  }

  #hear({ id, method, params, result, error, sessionId }) {
    if (id === undefined) {
      for (const listener of this.#listeners) listener(method, params, sessionId);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }
}
