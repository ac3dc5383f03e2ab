// The start and the end of layer 2, the WebAssembly.

/** @import { Session } from "./session.js" */
/** @import { WidgetModule } from "./widget-module.js" */

import { wasmFile, widgetFile } from "built";

import { kit } from "./kit.js";
import { reasonOf } from "./reason.js";
import { keep, kept } from "./remembering.js";
import { searchWords, show } from "./searching.js";
import { allWithTemplates } from "./templates.js";

const { fetched, imported, inTime, languages, shared } = kit;

/** One instance of the WebAssembly, with the sessions that rely on it. */
class Runtime {
  /** @type {Set<Session>} */
  sessions = new Set();

  /** Whether it has panicked: then nothing of it answers any more. */
  hasStopped = false;

  /** The session that is starting. @type {Session | undefined} */
  starting;

  /** The session that was used last. @type {Session | undefined} */
  used;

  /** When the last session to start has started. @type {Promise<void>} */
  turn = Promise.resolve();

  /** Ends the turn of the session that is starting. */
  endTurn = () => {};

  /** @param {WidgetModule} module */
  constructor(module) {
    this.module = module;
  }
}

/** @param {Session} session */
export async function startLayer2(session) {
  const { controller, signal } = session;
  const isDone = () => signal.aborted || controller.hasFailed || session.widget || controller.isStale;
  if (isDone()) {
    if (controller.hasFailed) offerWidget(session);
    return;
  }
  let stage = "start";
  try {
    // Firefox does not know nodes again that come into the document of another window.
    if (session.view !== window) throw new Error("the element stands in the document of another window");
    stage = "load";
    const runtime = await inTime(load(session.folder));
    stage = "start";
    await inTurn(runtime, async () => {
      if (runtime.hasStopped || isDone()) return;
      const needed = /** @type {const} */ (["createElement", "createElementNS", "createTextNode"]);
      const hidden = needed.find((name) => typeof document[name] !== "function");
      if (hidden) throw new Error(`the page has something that is named ${hidden}`);
      await run(session, runtime);
      if (session.widget) session.tell("ready");
    });
    // Another element has stopped it meanwhile.
    if (runtime.hasStopped) startLayer2(session);
  } catch (error) {
    if (signal.aborted) return;
    session.fail(stage, reasonOf(error));
    offerWidget(session);
  }
}

/**
 * Offers what only WebAssembly answers, for as long as it does. Once that is given up, the stylesheet leaves no room.
 *
 * @param {Session} session
 */
function offerWidget(session) {
  for (const it of allWithTemplates(session, "[data-yew]")) it.disabled = !session.widget;
  for (const mount of session.all(".mount")) mount.toggleAttribute("data-still", session.controller.hasFailed);
}

/**
 * Elements start one after another, so that it is known which of them a panic comes from.
 *
 * @param {Runtime} runtime
 * @param {() => Promise<void>} act
 */
async function inTurn(runtime, act) {
  const before = runtime.turn;
  let end = () => {};
  runtime.turn = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  runtime.endTurn = end;
  await act().finally(end);
}

// How often the WebAssembly has stopped. Each time it is begun anew, for the elements that had no part in it.
let stops = 0;

/**
 * The running WebAssembly.
 *
 * @param {string} folder
 * @returns {Promise<Runtime>}
 */
function load(folder) {
  const copy = stops ? "#" + stops : "";
  return shared("runtime" + copy, async () => {
    /** @type {[WidgetModule, ArrayBuffer]} */
    const [module, wasm] = await Promise.all([
      imported(folder, widgetFile, copy),
      fetched(folder, wasmFile, "arrayBuffer"),
    ]);
    await module.default({ module_or_path: wasm });
    const runtime = new Runtime(module);
    module.onPanic((reason) => stop(runtime, reason));
    return runtime;
  });
}

/**
 * After a panic the element that it came from goes on without WebAssembly, and the others with another instance.
 *
 * @param {Runtime} runtime
 * @param {string} reason
 */
function stop(runtime, reason) {
  stops += 1;
  runtime.hasStopped = true;
  const cause = runtime.starting ?? runtime.used;
  for (const session of [...runtime.sessions]) {
    if (session === cause) {
      session.fail(session.widget ? "run" : "start", reason);
    } else {
      session.leave?.();
      startLayer2(session);
    }
  }
  runtime.endTurn();
}

/**
 * Starts what lives among the words. Yew may let the browser go on before it answers: until then layer 1 does.
 *
 * @param {Session} session
 * @param {Runtime} runtime
 */
async function run(session, runtime) {
  const { element, root, signal } = session;
  const [mount] = session.all(".mount");
  if (!mount) throw new Error("the page has taken the words out of the shadow root");
  const use = () => {
    runtime.used = session;
  };
  runtime.sessions.add(session);
  runtime.starting = session;
  for (const type of ["click", "input", "keydown"]) root.addEventListener(type, use, { capture: true, signal });
  await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const running = runtime.module.start({
      element,
      mount,
      languages: languages.join(" "),
      toggled(section, open) {
        // The page may remove the element when it is told, and the widget cannot end while it is being called.
        queueMicrotask(() => session.tell("toggle", { section, open }));
      },
      show(place, section) {
        show(session, place, section);
      },
      kept: (what) => kept(session, what),
      keep(what, text) {
        keep(session, what, text);
        if (what === "look") session.tools?.changeLook();
      },
      feedback(section, clear) {
        session.tell("feedback", { section, clear });
      },
      handOut(tool, text) {
        session.tools?.handOut(tool, text);
      },
      async searchWords() {
        const words = await searchWords(session);
        if (words && session.leave === leave) running.learn(words);
      },
      ready() {
        if (session.leave === leave) session.widget = widget;
        offerWidget(session);
        resolve();
      },
    });
    const widget = {
      setOpen(/** @type {string} */ id, /** @type {boolean} */ open) {
        use();
        running.setOpen(id, open);
      },
      setAll(/** @type {boolean} */ open) {
        use();
        running.setAll(open);
      },
      check() {
        use();
        running.check();
      },
      recall(/** @type {string} */ notes, /** @type {string} */ look) {
        use();
        running.recall(notes, look);
      },
    };
    const leave = () => {
      session.widget = session.leave = undefined;
      runtime.sessions.delete(session);
      if (runtime.hasStopped) takeAway(session);
      else running.destroy();
      offerWidget(session);
      resolve();
    };
    session.leave = leave;
  });
  runtime.starting = undefined;
}

/**
 * Takes away what WebAssembly has put among the words and can take away no more itself.
 *
 * @param {Session} session
 */
function takeAway(session) {
  for (const it of session.all("[data-live]")) it.remove();
  for (const it of session.all("[data-choose] [hidden]")) it.hidden = false;
  for (const it of session.all(".place.chosen")) it.classList.remove("chosen");
}
