// @ts-nocheck: its types come with its next version.
// The start and the end of layer 2, the WebAssembly.

/** @import { Session } from "./session.js" */

import { contentFiles, toolsFile, wasmFile, widgetFile } from "built";

import { kit } from "./kit.js";
import { anchor } from "./links.js";
import { NAME } from "./name.js";
import { setNames } from "./numbers.js";
import { go } from "./places.js";
import { restart } from "./restart.js";

const { fetched, imported, inTime, languages, shared } = kit;

export async function startLayer2(session) {
  const isDone = () => signal.aborted || session.controller.hasFailed || session.widget || session.controller.isStale;
  const { signal } = session;
  if (isDone()) return;
  let stage = "start";
  try {
    checkText(session);
    stage = "load";
    const [runtime, content] = await inTime(load(session.folder, session.language));
    stage = "start";
    await inTurn(runtime, async () => {
      if (runtime.stopped || isDone()) return;
      const needed = ["createElement", "createElementNS", "createTextNode"];
      const hidden = needed.find((name) => typeof document[name] !== "function");
      if (hidden) throw new Error(`the page has something that is named ${hidden}`);
      await hydrate(session, runtime, content);
      if (signal.aborted) return;
      // It has written again what the components say.
      setNames(session);
      session.tell("ready");
    });
    // Another element has stopped it meanwhile.
    if (runtime.stopped) startLayer2(session);
  } catch (error) {
    if (!signal.aborted) session.fail(stage, error.message);
  }
}

/**
 * Layer 2 finds its way by comments. Some minifiers, and some systems that manage content, take them out. And
 * Firefox makes nodes that it does not know of those that come into another window's document.
 */
function checkText(session) {
  if (session.view !== window) {
    throw new Error("the element stands in the document of another window");
  }
  const isComment = (node) => node?.nodeType === Node.COMMENT_NODE;
  const places = session.all(".mount, .explainer, .section");
  const isWhole = ({ firstChild, lastChild }) => isComment(firstChild) && isComment(lastChild);
  if (places.length && places.every(isWhole)) return;
  throw new Error(
    "the comments in the text are not where they were: something has changed the HTML, such as a minifier",
  );
}

/** Elements are taken over one after another, so that it is known whose text a panic comes from. */
async function inTurn(runtime, act) {
  const before = runtime.turn;
  let end;
  runtime.turn = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  runtime.endTurn = end;
  await act().finally(end);
}

// How often the WebAssembly has stopped. Each time it is begun anew, for the elements that had no part in it.
let stops = 0;

/** The running WebAssembly, with the elements that rely on it, and the content of a language. */
function load(base, language) {
  const [path, hash] = contentFiles[language];
  const copy = stops ? "#" + stops : "";
  return Promise.all([
    shared("runtime" + copy, async () => {
      const [module, wasm] = await Promise.all([
        imported(base, widgetFile, copy),
        fetched(base, wasmFile, "arrayBuffer"),
      ]);
      await module.default({ module_or_path: wasm });
      // Which element is being taken over, and which was used last.
      const turn = Promise.resolve();
      const runtime = { module, elements: new Set(), stopped: false, hydrating: null, used: null, turn };
      module.onPanic((reason) => stop(runtime, reason));
      return runtime;
    }),
    shared(path, async () => new Uint8Array(await fetched(base, [path, hash], "arrayBuffer"))),
  ]);
}

/** After a panic nothing of the WebAssembly answers any more. The element that it came from goes on without it. */
function stop(runtime, reason) {
  stops += 1;
  runtime.stopped = true;
  for (const session of [...runtime.elements]) {
    if (session === (runtime.hydrating ?? runtime.used)) {
      session.fail(session.widget.waits ? "start" : "run", reason);
    } else {
      session.leave();
      restart(session);
    }
  }
  runtime.endTurn();
}

async function hydrate(session, runtime, content) {
  runtime.elements.add(session);
  runtime.hydrating = runtime.used = session;
  session.leave = () => leave(session, runtime);
  // Yew lets the browser go on before it answers. What is asked of it meanwhile is queued here.
  const asked = [];
  const queue = { waits: true };
  for (const method of ["setOpen", "setAll", "check", "destroy"]) {
    queue[method] = (...values) => {
      runtime.used = session;
      if (queue.waits) asked.push(() => widget[method](...values));
      else widget[method](...values);
    };
  }
  session.widget = queue;
  for (const type of ["click", "input", "keydown"]) {
    const use = () => {
      runtime.used = session;
    };
    session.root.addEventListener(type, use, { capture: true, signal: session.signal });
  }
  const widget = await new Promise((resolve) => {
    const widget = runtime.module.hydrate(
      session.element,
      session.all(".mount")[0],
      content,
      anchor(session),
      languages.join(" "),
      (section, open) => session.tell("toggle", { section, open }),
      (words, section) => show(session, words, section),
      () => queueMicrotask(() => resolve(widget)),
    );
  });
  queue.waits = false;
  runtime.hydrating = null;
  // Of an element that was taken out meanwhile, the last that is asked is to end it.
  for (const act of asked) act();
}

/** Gives the buttons back to layer 1. A copy of the text has none of the listeners of layer 2. */
function leave(session, runtime) {
  const focused = session.root.activeElement?.id;
  runtime.elements.delete(session);
  // The page may have taken it away.
  for (const mount of session.all(".mount")) {
    const copy = mount.cloneNode(true);
    // What only layer 2 can do is not offered any more.
    for (const it of copy.querySelectorAll("[data-live]")) it.remove();
    mount.replaceWith(copy);
  }
  const failed = session.controller.hasFailed;
  if (!failed && !runtime.stopped) session.widget?.destroy();
  session.widget = session.leave = undefined;
  // Where it has been already, layer 2 cannot take over.
  if (!failed) session.controller.renew(session.controller.openSections);
  if (focused) session.byId(focused)?.focus({ preventScroll: true });
}

/** Leads to words that the search has found. */
async function show(session, words, section) {
  try {
    const { placeFor } = await imported(session.folder, toolsFile);
    const from = session.root.activeElement;
    go(session, section, placeFor(session, words, section), { block: "center", from });
  } catch (error) {
    console.warn(`<${NAME}>: what was found is not shown: ${error.message}`);
  }
}
