// The start and the end of layer 2, the WebAssembly.

import { contentFiles, toolsFile, wasmFile, widgetFile } from "built";

import { fetched, imported, inTime, languages, shared } from "./kit.js";
import { anchor } from "./links.js";
import { NAME } from "./name.js";
import { setNames } from "./numbers.js";
import { go } from "./places.js";
import { restart } from "./restart.js";

export async function startLayer2(element) {
  const isDone = () => signal.aborted || element._failed || element._widget || element._fresh;
  const { signal } = element._running;
  if (isDone()) return;
  let stage = "start";
  try {
    checkText(element);
    stage = "load";
    const [runtime, content] = await inTime(load(element._base, element._language));
    stage = "start";
    await inTurn(runtime, async () => {
      if (runtime.stopped || isDone()) return;
      const hidden = ["createElement", "createElementNS", "createTextNode"].find((name) => typeof document[name] !== "function");
      if (hidden) throw new Error(`the page has something that is named ${hidden}`);
      await hydrate(element, runtime, content);
      if (signal.aborted) return;
      // It has written again what the components say.
      setNames(element);
      element._tell("ready");
    });
    // Another element has stopped it meanwhile.
    if (runtime.stopped) startLayer2(element);
  } catch (error) {
    if (!signal.aborted) element._fail(stage, error.message);
  }
}

/**
 * Layer 2 finds its way by comments. Some minifiers, and some systems that manage content, take them out. And
 * Firefox makes nodes that it does not know of those that come into another window's document.
 */
function checkText(element) {
  if (element._view !== window) {
    throw new Error("the element stands in the document of another window");
  }
  const isComment = (node) => node?.nodeType === Node.COMMENT_NODE;
  const places = element._all(".mount, .explainer, .section");
  if (places.length && places.every(({ firstChild, lastChild }) => isComment(firstChild) && isComment(lastChild))) return;
  throw new Error("the comments in the text are not where they were: something has changed the HTML, such as a minifier");
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
      const runtime = { module, elements: new Set(), stopped: false, hydrating: null, used: null, turn: Promise.resolve() };
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
  for (const element of [...runtime.elements]) {
    if (element === (runtime.hydrating ?? runtime.used)) {
      element._fail(element._widget.waits ? "start" : "run", reason);
    } else {
      element._leave();
      restart(element);
    }
  }
  runtime.endTurn();
}

async function hydrate(element, runtime, content) {
  runtime.elements.add(element);
  runtime.hydrating = runtime.used = element;
  element._leave = () => leave(element, runtime);
  // Yew lets the browser go on before it answers. What is asked of it meanwhile is queued here.
  const asked = [];
  const queue = { waits: true };
  for (const method of ["setOpen", "setAll", "check", "destroy"]) {
    queue[method] = (...values) => {
      runtime.used = element;
      if (queue.waits) asked.push(() => widget[method](...values));
      else widget[method](...values);
    };
  }
  element._widget = queue;
  for (const type of ["click", "input", "keydown"]) {
    const use = () => {
      runtime.used = element;
    };
    element.shadowRoot.addEventListener(type, use, { capture: true, signal: element._running.signal });
  }
  const widget = await new Promise((resolve) => {
    const widget = runtime.module.hydrate(
      element,
      element._all(".mount")[0],
      content,
      anchor(element),
      languages.join(" "),
      (section, open) => element._tell("toggle", { section, open }),
      (words, section) => show(element, words, section),
      () => queueMicrotask(() => resolve(widget)),
    );
  });
  queue.waits = false;
  runtime.hydrating = null;
  // Of an element that was taken out meanwhile, the last that is asked is to end it.
  for (const act of asked) act();
}

/** Gives the buttons back to layer 1. A copy of the text has none of the listeners of layer 2. */
function leave(element, runtime) {
  const focused = element.shadowRoot.activeElement?.id;
  runtime.elements.delete(element);
  // The page may have taken it away.
  for (const mount of element._all(".mount")) {
    const copy = mount.cloneNode(true);
    // What only layer 2 can do is not offered any more.
    for (const it of copy.querySelectorAll("[data-live]")) it.remove();
    mount.replaceWith(copy);
  }
  const failed = element._failed;
  if (!failed && !runtime.stopped) element._widget?.destroy();
  element._widget = element._leave = null;
  // Where it has been already, layer 2 cannot take over.
  if (!failed) element._renew(element._openIds);
  if (focused) element._id(focused)?.focus({ preventScroll: true });
}

/** Leads to words that the search has found. */
async function show(element, words, section) {
  try {
    const { placeFor } = await imported(element._base, toolsFile);
    const from = element.shadowRoot.activeElement;
    go(element, section, placeFor(element, words, section), { block: "center", from });
  } catch (error) {
    console.warn(`<${NAME}>: what was found is not shown: ${error.message}`);
  }
}
