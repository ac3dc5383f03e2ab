// The explainer on paper.

/** @import { Session } from "./session.js" */

import { printingAloneStyle, printingStyle } from "built";

import { kit } from "./kit.js";
import { NAME } from "./name.js";
import { rootOf, toggleAttribute } from "./readers.js";
import { reasonOf } from "./reason.js";

const { adopt, ancestors } = kit;

// Whether one explainer is printed alone: then the others do nothing.
let isAlone = false;

/**
 * Has stylesheets hold in each root around an element; gives back what ends that.
 *
 * @param {Session} session
 * @param {string[]} styles
 */
function spreadOut({ element }, styles) {
  const elements = ancestors(element, true);
  const roots = new Set([element, ...elements].map((it) => rootOf(it)));
  const mark = (/** @type {boolean} */ marked) => {
    element.toggleAttribute("data-lct-printed", marked);
    for (const it of elements) toggleAttribute(it, "data-lct-around", marked);
  };
  mark(true);
  const ends = [...roots].flatMap((root) => styles.map((style) => adopt(root, style)));
  return () => {
    mark(false);
    for (const end of ends) end();
  };
}

/**
 * Whoever prints the page gets all of the explainer, whatever cuts it off on the screen.
 *
 * @param {Session} session
 */
export function followPrint(session) {
  const { element, signal, view } = session;
  /** @type {(() => void) | null} */
  let restore = null;
  const end = () => {
    restore?.();
    restore = null;
  };
  view.addEventListener("beforeprint", () => {
    // What the page does not show, such as the tab that is not chosen, is not shown by this.
    if (!isAlone && element.getClientRects().length) restore ??= spreadOut(session, [printingStyle]);
  }, { signal });
  view.addEventListener("afterprint", end, { signal });
  signal.addEventListener("abort", end);
}

/**
 * Prints the explainer alone, without the page around it.
 *
 * @param {Session} session
 */
export function print(session) {
  const { view } = session;
  const end = spreadOut(session, [printingStyle, printingAloneStyle]);
  isAlone = true;
  const restore = () => {
    isAlone = false;
    end();
  };
  view.addEventListener("afterprint", restore, { once: true });
  try {
    view.print();
  } catch (error) {
    restore();
    console.warn(`<${NAME}>: the page does not print: ${reasonOf(error)}`);
  }
}
