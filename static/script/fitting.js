// The height of the fields for answers.

/** @import { Session } from "./session.js" */
/** @import { On } from "./tools.js" */

// How an answer stands on paper; the stylesheet says the same.
const ON_PAPER =
  "inline-size: 12cm; min-block-size: 0; padding: 0; border: 0; font-size: calc(11pt * var(--explainer-scale, 1));";
// What it may take up more there, in pixels: paper rounds letters otherwise than a screen.
const SPARE = 24;

/**
 * Makes fields as high as what stands in them, where the stylesheet cannot.
 *
 * @param {HTMLTextAreaElement[]} fields
 * @param {boolean} [onPaper]
 */
export function fit(fields, onPaper = false) {
  if (CSS.supports("field-sizing", "content")) return;
  for (const field of fields) {
    field.style.cssText = (onPaper ? ON_PAPER : "") + "block-size: 0";
    const height = field.scrollHeight + (onPaper ? SPARE : field.offsetHeight - field.clientHeight);
    field.style.cssText = `block-size: ${height}px`;
  }
}

/**
 * @param {Session} session
 * @returns {HTMLTextAreaElement[]}
 */
export const answersOf = (session) => /** @type {any[]} */ (session.all(".answer > textarea"));

/**
 * Keeps them so while the page is used and printed.
 *
 * @param {Session} session
 * @param {On} on
 */
export function keepFitting(session, on) {
  if (CSS.supports("field-sizing", "content")) return;
  on(window, "beforeprint", () => fit(answersOf(session), true));
  on(window, "afterprint", () => fit(answersOf(session)));
  on(session.root, "input", ({ target }) => {
    if (target.matches(".answer > textarea")) fit([target]);
  });
  // A section opens, or the window gets another size.
  /** @type {number | undefined} */
  let width;
  const observer = new ResizeObserver(([change]) => {
    if (change?.contentRect.width !== width) requestAnimationFrame(() => fit(answersOf(session)));
    width = change?.contentRect.width;
  });
  const list = session.all(".notes")[0];
  if (!list) return;
  observer.observe(list);
  // A field comes with what was written in it before.
  const listing = new MutationObserver(() => requestAnimationFrame(() => fit(answersOf(session))));
  listing.observe(list, { childList: true });
  session.signal.addEventListener("abort", () => {
    observer.disconnect();
    listing.disconnect();
  });
}
