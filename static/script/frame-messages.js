// What a frame may say to the page around it. All of it is made anew from what fits; the rest is left.

// The most that a frame may have the page keep, as typed as the reader's own tools make it.
const LONGEST_NOTES = 50000;
const LONGEST_QUESTION = 300;
const LONGEST_ANSWER = 2000;
const LONGEST_REASON = 500;

const STAGES = ["text", "load", "start", "run", "frame"];

/** @param {unknown} it */
export const isId = (it) => typeof it === "string" && /^[a-z][-a-z0-9]{0,63}$/.test(it);

/**
 * @param {unknown} it
 * @param {number} longest
 * @returns {it is string}
 */
const isText = (it, longest) => typeof it === "string" && it.length <= longest;

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
 * What the reader has noted or set inside a frame, in JSON.
 *
 * @param {"notes" | "look"} what
 * @param {unknown} text in JSON, too
 */
export const keepable = (what, text) => {
  if (!isText(text, LONGEST_NOTES)) throw new TypeError(`over ${LONGEST_NOTES} letters`);
  const kept = JSON.parse(text);
  return JSON.stringify(what === "notes" ? notesOf(kept) : lookOf(kept));
};

/** @param {unknown} notes */
const notesOf = (notes) => {
  if (!Array.isArray(notes)) throw new TypeError("no list of notes");
  return notes.map(({ question, answer, off }) => {
    const isQuestion = Number.isInteger(question) || isText(question, LONGEST_QUESTION);
    if (!isQuestion || !isText(answer, LONGEST_ANSWER)) throw new TypeError("not a note");
    return { question, answer, off: off === true };
  });
};

/** @param {any} look */
const lookOf = ({ size, lines, letters }) => {
  if (!Number.isInteger(size) || size <= 0 || size >= 1000) throw new TypeError("not a size");
  return { size, lines: lines === true, letters: letters === true };
};
