// What a frame may say to the page around it. All of it is made anew from what fits; the rest is left.

/** @import { Kept } from "./storage.js" */

// The most letters that a frame may have the page keep.
const LONGEST = { notes: 50000, look: 100, path: 64 };
const LONGEST_REASON = 500;

const STAGES = ["text", "load", "start", "run", "frame"];

/** @param {unknown} it */
export const isId = (it) => typeof it === "string" && /^[a-z][-a-z0-9]{0,63}$/.test(it);

/** @param {unknown} it */
const isSwitch = (it) => typeof it === "boolean";

/**
 * Each event that a frame may tell of, with its detail; false for one that does not fit.
 *
 * @type {Map<unknown, (detail: any) => object | null | false>}
 */
export const EVENTS = new Map(Object.entries({
  ready: () => null,
  toggle: (/** @type {any} */ { section, open }) => isId(section) && isSwitch(open) && { section, open },
  language: (/** @type {any} */ { lang }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(lang) && { lang: String(lang) },
  stale: (/** @type {any} */ { due }) => /^\d{4}-\d\d-\d\d$/.test(due) && { due: String(due) },
  error: (/** @type {any} */ { stage, reason }) =>
    STAGES.includes(stage) && { stage, reason: String(reason).slice(0, LONGEST_REASON) },
  feedback: (/** @type {any} */ { section, clear }) => isId(section) && isSwitch(clear) && { section, clear },
}));

/**
 * What the reader has noted or chosen inside a frame, to be kept. Only Yew, inside, reads it again, and drops what it
 * has not written.
 *
 * @param {Kept} what
 * @param {unknown} text
 */
export const keepable = (what, text) => {
  if (typeof text !== "string") throw new TypeError("no text");
  if (text.length > LONGEST[what]) throw new RangeError(`over ${LONGEST[what]} letters`);
  return text;
};
