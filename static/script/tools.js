// What the reader can do with the text beyond reading it. later.js loads it when the reader turns to the explainer.
// It needs no WebAssembly: components write the buttons, and this answers them, whichever layer runs.

import { toolsStyle } from "built";

import { changeSpeed, keepClear, listen, pause, speak, stop, stopByKey, stopIn, voiceFor } from "./aloud.js";
import { adopt, sectionOf } from "./kit.js";
import {
  addQuestion, answersOf, copyList, fit, keepFitting, removeQuestion, saveList, setAnswer, shareList, showNotes,
  takeOverTicks, tick,
} from "./notes.js";
import { copy, plain, share, store, wordsIn } from "./texts.js";

// The sizes of the text that the reader can choose, in percent; the stylesheet knows the same.
const SIZES = [90, 100, 115, 130, 150];

/** Answers the buttons of a shown element. `addressOf` gives a section's address, or nothing if it is not to be used. */
export function live(element, addressOf) {
  const { signal } = element._running;
  const on = (target, type, listener) => target?.addEventListener?.(type, listener, { signal });
  const root = element.shadowRoot;
  adopt(root, toolsStyle);
  takeOverTicks(element);
  keepFitting(element, on);
  const refresh = () => {
    const isMute = !voiceFor(element);
    for (const button of element._all(".tool")) button.disabled = button.dataset.tool === "listen" && isMute;
    showLook(element);
    showNotes(element, false);
  };
  on(root, "click", ({ target }) => {
    const button = target.closest(".tool");
    const body = button?.closest(".section-body");
    ACTS[button?.dataset.tool]?.(element, body && sectionOf(body), addressOf, button);
  });
  on(root, "input", ({ target }) => {
    if (target.matches(".notes textarea")) setAnswer(element, target);
  });
  on(root, "change", ({ target }) => {
    if (target.matches(".question > input")) tick(element, target);
    else if (target.closest(".choice")) setLook(element, { [target.name]: target.checked });
    else if (target.closest(".player")) changeSpeed();
  });
  on(root, "keydown", (event) => {
    const { key, target, isComposing } = event;
    // A box over the text closes first.
    if (key === "Escape" && !target.closest(".popover")) stopByKey(element, event);
    if (key === "Enter" && target.id === "own-question" && !isComposing) addQuestion(element);
  });
  // What is not focused lets the key through to the page.
  on(window, "keydown", (event) => {
    if (event.key === "Escape" && event.target.localName === "body") stopByKey(element, event);
  });
  on(root, "focusin", ({ target }) => keepClear(element, target));
  // Yew may make the buttons anew when it takes over.
  on(element, "lct-ready", refresh);
  on(element, "lct-toggle", ({ detail: { section, open } }) => {
    if (!open) stopIn(element, section);
  });
  // Chromium goes on speaking when the page is left, and finds its voices late.
  on(window, "pagehide", stop);
  on(window.speechSynthesis, "voiceschanged", refresh);
  signal.addEventListener("abort", () => stopIn(element));
  element._refresh = refresh;
  refresh();
}

// What each button does, by its name. Those of a section come with its id.
const ACTS = {
  "share": shareSection,
  "copy-link": copyLink,
  "listen": listen,
  "clear": (element, section) => answer(element, section, true),
  "unclear": (element, section) => answer(element, section, false),
  "smaller": (element) => resize(element, -1),
  "larger": (element) => resize(element, 1),
  "reset": (element) => setLook(element, { size: 100, lines: false, letters: false }),
  "print-open": (element) => printFrom(element, "open"),
  "print-all": (element) => printFrom(element, "all"),
  "print-list": (element) => print(element, "questions"),
  "copy-list": copyList,
  "share-list": shareList,
  "save-list": saveList,
  "add-question": addQuestion,
  "remove-question": removeQuestion,
  "pause": pause,
  "resume": speak,
  "stop": stop,
};

/**
 * The place of words in a section, or without words its button; without a section, the place of words above all
 * sections. It can take the focus.
 */
export function placeFor(element, words, section) {
  const body = element._id(section + "-body") ?? element._all(".explainer")[0];
  const place = placeOf(body, words) ?? element._id(section + "-button");
  if (place && !place.matches("button")) place.tabIndex = -1;
  return place;
}

const PLACES = "p, li, dl > div, dt, dd, tr, th, td, figcaption, summary, h2, h3, h4, h5, h6";

/** The smallest element that has the words: inside the first one of `body` that has them. */
function placeOf(body, words) {
  const wanted = lettersOf(words);
  if (!wanted) return null;
  const having = [...body.querySelectorAll(PLACES)].filter((it) => lettersOf(wordsIn(it)).includes(wanted));
  return having.filter((it) => having[0].contains(it)).pop();
}

/** Letters and digits alone: what stands between cells, or keeps words on a line, differs from text to page. */
function lettersOf(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Prints a part of the explainer; the stylesheet leaves out the rest. */
function print(element, part) {
  const mounts = element._all(".mount");
  for (const mount of mounts) mount.dataset.print = part;
  addEventListener("afterprint", () => mounts.forEach((mount) => delete mount.dataset.print), { once: true });
  element.print();
}

function printFrom(element, part) {
  element._id("menu-print").hidePopover();
  print(element, part);
}

// Sections: to hand on, and whether they were clear.

/** Says something politely, below a section. */
function say(element, section, text) {
  element._id(section + "-body").querySelector(".section-foot .told").textContent = text;
}

/** The words that are written once for all sections. */
function said(element) {
  return element._all(".reader-tools")[0].dataset;
}

function copyLink(element, section, addressOf) {
  copy(addressOf(section), (words) => say(element, section, words), said(element).copied);
}

function shareSection(element, section, addressOf) {
  const heading = plain(element._id(section + "-button").textContent.trim());
  const text = said(element).share.replace("{section}", () => heading).replace("{address}", () => addressOf(section)).trim();
  share(text, (words) => say(element, section, words), said(element).shared);
}

/** The answer goes to the host page and nowhere else. */
function answer(element, section, clear) {
  element._tell("feedback", { section, clear });
  say(element, section, said(element).thanks);
}

// Size and spacing of the text. They stand on the mount, outside Yew's tree.

function lookOf(element) {
  try {
    return { size: 100, ...JSON.parse(element._look) };
  } catch {
    return { size: 100 };
  }
}

/** What is above the menu grows or shrinks, too. The menu stays under the finger all the same. */
function setLook(element, change) {
  const top = () => element._all("[data-tool=text-size]")[0].getBoundingClientRect().top;
  const before = top();
  store(element, "look", JSON.stringify({ ...lookOf(element), ...change }));
  showLook(element);
  scrollBy({ top: top() - before, behavior: "instant" });
}

function resize(element, step) {
  setLook(element, { size: SIZES[SIZES.indexOf(lookOf(element).size) + step] ?? lookOf(element).size });
}

function showLook(element) {
  const look = lookOf(element);
  for (const mount of element._all(".mount")) mount.dataset.size = look.size;
  for (const box of element._all(".choice input")) {
    box.checked = look[box.name];
    for (const mount of element._all(".mount")) mount.toggleAttribute("data-" + box.name, box.checked);
  }
  const percent = new Intl.NumberFormat(element._language, { style: "percent" });
  fit(answersOf(element));
  for (const status of element._all(".sizes .told")) status.textContent = percent.format(look.size / 100);
}
