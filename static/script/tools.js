// What the reader can do with the text beyond reading it. later.js loads it when the reader turns to the explainer.
// It needs no WebAssembly: components write the buttons, and this answers them, whichever layer runs.

/** @import { Session } from "./session.js" */

import { toolsStyle } from "built";

import { changeSpeed, keepClear, listen, pause, speak, stop, stopByKey, stopIn, voiceFor } from "./aloud.js";
import { keepFitting } from "./fitting.js";
import { kit } from "./kit.js";
import { USUAL, resize, setLook, showLook } from "./look.js";
import { addQuestion, removeQuestion, setAnswer, showNotes, takeOverTicks, tick } from "./notes.js";
import { answer, copyLink, shareSection } from "./section-tools.js";
import { copyList, saveList, shareList } from "./take-along.js";

const { adopt, sectionOf } = kit;

/** The address of a section to hand on, or nothing if it is not to be used. */
/** @typedef {(section: string) => string} AddressOf */

/**
 * Answers the buttons of a shown element.
 *
 * @param {Session} session
 * @param {AddressOf} addressOf
 */
export function live(session, addressOf) {
  const { element, root, signal } = session;
  /** @type {On} */
  const on = (target, type, listener) => target?.addEventListener?.(type, listener, { signal });
  adopt(root, toolsStyle);
  takeOverTicks(session);
  keepFitting(session, on);
  const refresh = () => {
    const isMute = !voiceFor(session);
    // Those of the template, too: what is made of it later has its buttons as they are there.
    const inTemplates = session.all(".foot-template").map(({ content }) => [...content.querySelectorAll(".tool")]);
    for (const button of [...session.all(".tool"), ...inTemplates.flat()]) {
      button.disabled = button.dataset.tool === "listen" && isMute;
    }
    showLook(session);
    showNotes(session, false);
  };
  on(root, "click", ({ target }) => {
    const button = target.closest(".tool");
    const body = button?.closest(".section-body");
    ACTS[button?.dataset.tool]?.(session, body && sectionOf(body), addressOf, button);
  });
  on(root, "input", ({ target }) => {
    if (target.matches(".notes textarea")) setAnswer(session, target);
  });
  on(root, "change", ({ target }) => {
    if (target.matches(".question > input")) tick(session, target);
    else if (target.closest(".choice")) setLook(session, { [target.name]: target.checked });
    else if (target.closest(".player")) changeSpeed();
  });
  on(root, "keydown", (event) => {
    const { key, target, isComposing } = event;
    // A box over the text closes first.
    if (key === "Escape" && !target.closest(".popover")) stopByKey(session, event);
    if (key === "Enter" && target.id === "own-question" && !isComposing) addQuestion(session);
  });
  // What is not focused lets the key through to the page.
  on(window, "keydown", (event) => {
    if (event.key === "Escape" && event.target.localName === "body") stopByKey(session, event);
  });
  on(root, "focusin", ({ target }) => keepClear(session, target));
  // Yew may make the buttons anew when it takes over.
  on(element, "lct-ready", refresh);
  on(element, "lct-toggle", ({ detail: { section, open } }) => {
    if (!open) stopIn(session, section);
  });
  // Chromium goes on speaking when the page is left, and finds its voices late.
  on(window, "pagehide", stop);
  on(window.speechSynthesis, "voiceschanged", refresh);
  signal.addEventListener("abort", () => stopIn(session));
  session.refresh = refresh;
  refresh();
}

/** Listens for as long as the session lasts; a page may have something else in the place of `target`. */
/** @typedef {(target: any, type: string, listener: (event: any) => void) => void} On */

/**
 * What each button does, by its name. Those of a section come with its id.
 *
 * @type {Record<string, (session: Session, section: string, addressOf: AddressOf, button: HTMLElement) => void>}
 */
const ACTS = {
  "share": shareSection,
  "copy-link": copyLink,
  "listen": listen,
  "clear": (session, section) => answer(session, section, true),
  "unclear": (session, section) => answer(session, section, false),
  "smaller": (session) => resize(session, -1),
  "larger": (session) => resize(session, 1),
  "reset": (session) => setLook(session, USUAL),
  "print-open": (session) => printFrom(session, "open"),
  "print-all": (session) => printFrom(session, "all"),
  "print-list": (session) => printPart(session, "questions"),
  "copy-list": copyList,
  "share-list": shareList,
  "save-list": saveList,
  "add-question": addQuestion,
  "remove-question": (session, _section, _addressOf, button) => removeQuestion(session, button),
  "pause": pause,
  "resume": speak,
  "stop": stop,
};

/**
 * Prints a part of the explainer; the stylesheet leaves out the rest.
 *
 * @param {Session} session
 * @param {"open" | "all" | "questions"} part
 */
function printPart(session, part) {
  const mounts = session.all(".mount");
  for (const mount of mounts) mount.dataset.print = part;
  addEventListener("afterprint", () => mounts.forEach((mount) => delete mount.dataset.print), { once: true });
  session.element.print();
}

/**
 * The same, from the menu.
 *
 * @param {Session} session
 * @param {"open" | "all"} part
 */
function printFrom(session, part) {
  session.byId("menu-print").hidePopover();
  printPart(session, part);
}
