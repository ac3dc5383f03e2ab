// What the reader does in the text, but for its buttons.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { focusOn, follow } from "./places.js";
import { activeElementOf } from "./readers.js";

const { sectionOf } = kit;

/**
 * Has links lead to their places, popovers fit and keep the focus, and keys in fields stay there.
 *
 * @param {Session} session
 */
export function listen(session) {
  const { element, root, signal } = session;
  const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) =>
    root.addEventListener(type, listener, { signal, capture: true });
  /** @type {HTMLElement | null} */
  let opener = null;
  on("click", (event) => {
    const { target } = event;
    opener = target.closest(".term, .tool[popovertarget]") ?? opener;
    const link = target.closest("a");
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) follow(session, link, event);
  });
  on("beforematch", ({ target }) => element.openSection(sectionOf(target.closest(".section-body"))));
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keepTyped, { signal });
  // What fits neither below nor above its word becomes a sheet at the edge of the screen, which scrolls.
  const fit = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const { top, bottom } = target.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) /** @type {HTMLElement} */ (target).dataset["sheet"] = "";
    }
  });
  signal.addEventListener("abort", () => fit.disconnect());
  // Before it is seen, so that it does not jump.
  on("beforetoggle", ({ newState, target }) => {
    if (newState !== "open") return;
    delete target.dataset.sheet;
    fit.observe(target);
  });
  // A screen reader reads what has the focus. Chromium forgets the button of a popover that closes.
  on("toggle", ({ newState, target }) => {
    if (newState === "open" && target.matches(".popover")) focusOn(target);
    if (newState === "closed") fit.unobserve(target);
    const focused = root.activeElement ?? activeElementOf(element.ownerDocument);
    if (newState === "closed" && focused?.matches("body, .popover, .popover *")) opener?.focus({ preventScroll: true });
  });
}

// What a field takes for itself.
const TYPED = /^(.|Dead|Process|Unidentified|Enter|Backspace|Delete|Insert|Home|End|Arrow\w+|Page\w+)$/su;

/**
 * Keeps to itself what the reader types in a field, or presses a button with. Outside, all of it seems to come from the
 * element, which is no field: a page would take it for its shortcuts. Escape, Tab and chords are no typing.
 *
 * @param {any} event
 */
function keepTyped(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const isPress = ["Enter", " "].includes(key) && target.closest("a, button, summary");
  const types = target.matches("input, textarea, select") ? TYPED.test(key) : isPress;
  if (!types) return;
  // AltGr, which some keyboards have as Ctrl and Alt, and the Option key write letters, too. What Alt makes of plain
  // ones is a chord.
  const isChord = metaKey || (altKey ? /^(?!Dead)\w+$/.test(key) : ctrlKey);
  if (!isChord || event.getModifierState("AltGraph")) event.stopPropagation();
}

/**
 * WebKit leaves details as high as they were when they were closed inside of what is hidden, until it is asked.
 * In a microtask, since several sections can open in one task, and the first question lays out all. No other browser
 * needs it, and none has a reader wait for it.
 *
 * @param {Session} session
 * @param {{ section: string, open: boolean }} detail
 */
export function settleDetails(session, { section, open }) {
  if (!open || !navigator.vendor?.startsWith("Apple")) return;
  queueMicrotask(() => {
    const details = session.byId(section + "-body")?.querySelectorAll(".more-body") ?? [];
    for (const words of details) words.getBoundingClientRect();
  });
}
