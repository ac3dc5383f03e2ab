// What the reader can do with the text beyond reading it, as far as it needs the browser: to hand it on, print and hear
// it. later.js loads it when the reader turns to the explainer. It needs no WebAssembly: components write the buttons,
// and this answers them, whichever layer runs.

/** @import { Session } from "./session.js" */

import { toolsStyle } from "built";

import { changeSpeed, keepClear, listen, pause, speak, stop, stopByKey, stopIn, voiceFor } from "./aloud.js";
import { keepFitting } from "./fitting.js";
import { kit } from "./kit.js";
import { changeLook, showLook } from "./look.js";
import { closeSection, copyLink, shareSection } from "./section-tools.js";
import { handOut } from "./take-along.js";
import { allWithTemplates } from "./templates.js";

const { adopt, sectionOf } = kit;

/** The address of a section to hand on, or nothing if it is not to be used. */
/** @typedef {(section: string) => string} AddressOf */

/**
 * Answers the buttons of a shown element. What comes back is for Yew, which answers the others.
 *
 * @param {Session} session
 * @param {AddressOf} addressOf
 */
export function live(session, addressOf) {
  const { element, root, signal } = session;
  /** @type {On} */
  const on = (target, type, listener) => target?.addEventListener?.(type, listener, { signal });
  adopt(root, toolsStyle);
  keepFitting(session, on);
  // Not before a reader comes to where a voice is offered: to ask for voices takes some browsers long.
  let isMute = true;
  const findVoice = () => {
    isMute = !voiceFor(session);
    enable();
  };
  const waitForFoot = watchFeet(session, findVoice);
  const enable = () => {
    // Those of the template, too: what is made of it later has its buttons as they are there.
    for (const button of allWithTemplates(session, ".tool:not([data-yew])")) {
      button.disabled = button.dataset.tool === "listen" && isMute;
    }
  };
  // The section whose button was pressed last: what opens over the text is for all of them.
  let section = "";
  on(root, "click", ({ target }) => {
    const button = target.closest(".tool");
    const body = button?.closest(".section-body");
    if (body) section = sectionOf(body);
    ACTS[button?.dataset.tool]?.(session, section, addressOf);
  });
  on(root, "change", ({ target }) => {
    if (target.closest(".player")) changeSpeed();
  });
  on(root, "keydown", (event) => {
    // A box over the text closes first.
    if (event.key === "Escape" && !event.target.closest(".popover")) stopByKey(session, event);
  });
  // What is not focused lets the key through to the page.
  on(window, "keydown", (event) => {
    if (event.key === "Escape" && event.target.localName === "body") stopByKey(session, event);
  });
  on(root, "focusin", ({ target }) => keepClear(session, target));
  on(element, "lct-toggle", ({ detail: { section, open } }) => {
    if (!open) stopIn(session, section);
    else if (isMute) waitForFoot();
  });
  // Chromium goes on speaking when the page is left, and finds its voices late.
  on(window, "pagehide", stop);
  on(window.speechSynthesis, "voiceschanged", findVoice);
  signal.addEventListener("abort", () => stopIn(session));
  enable();
  waitForFoot();
  showLook(session);
  return {
    showLook: () => showLook(session),
    changeLook: () => changeLook(session),
    handOut: (/** @type {string} */ tool, /** @type {string} */ text) => handOut(session, tool, text),
  };
}

/**
 * Calls `act` each time that the foot of a section comes into view, once the function that this gives is called.
 *
 * @param {Session} session
 * @param {() => void} act
 */
function watchFeet(session, act) {
  try {
    const observer = new IntersectionObserver((changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    });
    session.signal.addEventListener("abort", () => observer.disconnect());
    return () => session.all(".section-foot").forEach((foot) => observer.observe(foot));
  } catch {
    // A page may have changed how that is done.
    return act;
  }
}

/** Listens for as long as the session lasts; a page may have something else in the place of `target`. */
/** @typedef {(target: any, type: string, listener: (event: any) => void) => void} On */

/**
 * What each button does, by its name. Those of a section come with its id.
 *
 * @type {Record<string, (session: Session, section: string, addressOf: AddressOf) => void>}
 */
const ACTS = {
  // Where there is no menu to open, there is only one way.
  "hand-on": (...given) => "popover" in HTMLElement.prototype || shareSection(...given),
  "share": (session, ...given) => {
    session.byId("menu-hand-on")?.hidePopover();
    shareSection(session, ...given);
  },
  "copy-link": (session, ...given) => {
    session.byId("menu-hand-on")?.hidePopover();
    copyLink(session, ...given);
  },
  "close-section": closeSection,
  "listen": listen,
  "print": sayPages,
  "print-open": (session) => printFrom(session, "open"),
  "print-all": (session) => printFrom(session, "all"),
  "print-list": (session) => printPart(session, "questions"),
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
  session.byId("menu-print")?.hidePopover();
  printPart(session, part);
}

// So many words stand on a page, as Chromium prints all of the explainer on A4.
const WORDS_ON_A_PAGE = 270;

/**
 * Says how long all of it is, before it is printed.
 *
 * @param {Session} session
 */
function sayPages(session) {
  const [text] = session.all(".explainer");
  const [tools] = session.all(".reader-tools");
  const [button] = session.all("[data-tool=print-all]");
  const words = text?.textContent.split(/\s+/).length ?? 0;
  const label = tools?.dataset["pages"];
  if (button && label) button.textContent = label.replace("{pages}", String(Math.ceil(words / WORDS_ON_A_PAGE)));
}
