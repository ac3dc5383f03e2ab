// The reader's own list: questions that are ticked or added, with room for the answers. The page keeps
// it in its memory, and in the session's storage only if the host asked for that.

/** @import { Session } from "./session.js" */

/**
 * @typedef {object} Note
 * @property {number | string} question the number of one of the text, or the words of the reader's own
 * @property {string} answer
 * @property {boolean} [off] whether it is not on the list
 */

/** A note on the list, with its number among the notes, and its question in words. */
/** @typedef {Note & { number: number, words: string }} Listed */

import { answersOf, fit } from "./fitting.js";
import { make } from "./readers.js";
import { plain, store, wordsIn } from "./texts.js";

const LONGEST_ANSWER = 2000;

/**
 * The notes: those on questions of the text, which go by their number, then those on the reader's own. One that is
 * `off` is not on the list; its answer is kept for when its question is ticked again.
 *
 * @param {Session} session
 * @returns {Note[]}
 */
function notesOf(session) {
  try {
    return JSON.parse(session.controller.kept.notes ?? "").filter(
      (/** @type {any} */ it) => ["number", "string"].includes(typeof it?.question) && typeof it.answer === "string",
    );
  } catch {
    return [];
  }
}

/**
 * What is on the list, each with its number among the notes. A question that the text has no more is not.
 *
 * @param {Session} session
 * @returns {Listed[]}
 */
export function listedOf(session) {
  const numbered = notesOf(session).map((note, number) => {
    return { ...note, number, words: wordsFor(session, note.question) };
  });
  return numbered.filter(({ off, words }) => !off && words);
}

/**
 * @param {Session} session
 * @param {Note[]} notes
 */
function setNotes(session, notes) {
  const rank = (/** @type {Note} */ { question }) => (typeof question === "number" ? question : Infinity);
  // Infinity less Infinity is no number, and then the order stays.
  notes.sort((one, other) => rank(one) - rank(other) || 0);
  store(session, "notes", JSON.stringify(notes));
}

/**
 * @param {Session} session
 * @returns {HTMLInputElement[]}
 */
export const boxesOf = (session) => session.all(".question > input");
/** @param {Session} session */
export const sheetOf = (session) => session.all(".worksheet")[0];

/**
 * Takes what was ticked before this script came onto the list.
 *
 * @param {Session} session
 */
export function takeOverTicks(session) {
  boxesOf(session).forEach((box, number) => {
    if (box.checked) setTicked(session, number, true);
  });
}

/**
 * @param {Session} session
 * @param {HTMLInputElement} box
 */
export function tick(session, box) {
  setTicked(session, boxesOf(session).indexOf(box), box.checked);
  showNotes(session);
}

/**
 * @param {Session} session
 * @param {number} question
 * @param {boolean} ticked
 */
function setTicked(session, question, ticked) {
  const notes = notesOf(session);
  const note = notes.find((it) => it.question === question);
  if (note) note.off = !ticked;
  else if (ticked) notes.push({ question, answer: "" });
  setNotes(session, notes);
}

/**
 * Adds what stands in the field for an own question, and empties the field.
 *
 * @param {Session} session
 */
export function addQuestion(session) {
  const field = session.byId("own-question");
  const question = field.value.trim();
  const notes = notesOf(session);
  if (question && !notes.some((it) => it.question === question)) {
    setNotes(session, [...notes, { question, answer: "" }]);
    showNotes(session);
  }
  field.value = "";
  field.focus();
}

/**
 * The button that had the focus goes with its question.
 *
 * @param {Session} session
 * @param {HTMLElement} button
 */
export function removeQuestion(session, button) {
  const name = button.parentElement?.querySelector("textarea")?.name;
  setNotes(session, notesOf(session).filter((_, number) => number !== Number(name)));
  showNotes(session);
  session.byId("own-question").focus();
}

/**
 * @param {Session} session
 * @param {HTMLTextAreaElement} field
 */
export function setAnswer(session, field) {
  const notes = notesOf(session);
  const note = notes[Number(field.name)];
  if (note) note.answer = field.value;
  setNotes(session, notes);
  fit([field]);
}

/**
 * Shows the list. One that is not made `anew` keeps the field that the reader writes in.
 *
 * @param {Session} session
 * @param {boolean} [anew]
 */
export function showNotes(session, anew = true) {
  const sheet = sheetOf(session);
  if (!sheet) return;
  const listed = listedOf(session);
  boxesOf(session).forEach((box, number) => {
    box.checked = listed.some(({ question }) => question === number);
  });
  const list = sheet.querySelector(".notes");
  const wasEmpty = !list.hasChildNodes();
  if (anew || !list.contains(session.root.activeElement)) {
    list.replaceChildren(...listed.map((it) => entryOf(sheet, it)));
    fit(answersOf(session));
  }
  const count = sheet.querySelector(".count");
  // What says already that nothing is listed is left: a browser may have translated it.
  if (listed.length || !wasEmpty) {
    count.textContent = listed.length ? count.dataset.text.replace("{count}", listed.length) : count.dataset.empty;
  }
  // Said once: a browser may have translated it since.
  for (const words of sheet.querySelectorAll("[data-text] > span:empty")) {
    words.textContent = words.parentNode.dataset.text;
  }
  sheet.disabled = false;
}

/**
 * A question with the field for its answer. The words of an answer stand nowhere but in it.
 *
 * @param {HTMLElement} sheet
 * @param {Listed} note
 */
function entryOf(sheet, { question, words, answer, number }) {
  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {object} properties
   * @param {(Node | string)[]} children
   */
  const filled = (name, properties, ...children) => {
    const made = Object.assign(make(name), properties);
    made.append(...children);
    return made;
  };
  const id = "note-" + number;
  const field = filled("textarea", { id, name: number, rows: 2, maxLength: LONGEST_ANSWER, value: answer });
  // With one, the stylesheet knows an empty field.
  field.placeholder = " ";
  const place = filled("div", { className: "answer" }, field);
  const entry = filled("li", {}, filled("label", { htmlFor: id }, words), place);
  if (typeof question === "string") {
    const remove = sheet.dataset["remove"] ?? "";
    const button = filled("button", { type: "button", className: "tool" }, remove);
    button.setAttribute("aria-label", `${remove}: ${words}`);
    button.dataset["tool"] = "remove-question";
    entry.append(button);
  }
  return entry;
}

/**
 * A question in words.
 *
 * @param {Session} session
 * @param {number | string} question
 */
export function wordsFor(session, question) {
  if (typeof question === "string") return question;
  const words = boxesOf(session)[question]?.nextElementSibling;
  return words ? plain(wordsIn(words)) : "";
}
