// The reader's own list: questions that are ticked or added, with room for the answers. The page keeps it in its memory, and in the session's storage only if the host asked for that.

import { NAME } from "./name.js";
import { make } from "./readers.js";
import { copy, plain, share, store, wordsIn } from "./texts.js";

const LONGEST_ANSWER = 2000;

/**
 * The notes: those on questions of the text, which go by their number, then those on the reader's own. One that is
 * `off` is not on the list; its answer is kept for when its question is ticked again.
 */
function notesOf(element) {
  try {
    return JSON.parse(element._notes).filter(
      (it) => ["number", "string"].includes(typeof it?.question) && typeof it.answer === "string",
    );
  } catch {
    return [];
  }
}

/** What is on the list, each with its number among the notes. A question that the text has no more is not. */
function listedOf(element) {
  const numbered = notesOf(element).map((note, number) => ({ ...note, number, words: wordsOf(element, note.question) }));
  return numbered.filter(({ off, words }) => !off && words);
}

function setNotes(element, notes) {
  const rank = ({ question }) => (typeof question === "number" ? question : Infinity);
  // Infinity less Infinity is no number, and then the order stays.
  notes.sort((one, other) => rank(one) - rank(other) || 0);
  store(element, "notes", JSON.stringify(notes));
}

const boxesOf = (element) => element._all(".question > input");
const sheetOf = (element) => element._all(".worksheet")[0];

/** Takes what was ticked before this script came onto the list. */
export function takeOverTicks(element) {
  boxesOf(element).forEach((box, number) => {
    if (box.checked) setTicked(element, number, true);
  });
}

export function tick(element, box) {
  setTicked(element, boxesOf(element).indexOf(box), box.checked);
  showNotes(element);
}

function setTicked(element, question, ticked) {
  const notes = notesOf(element);
  const note = notes.find((it) => it.question === question);
  if (note) note.off = !ticked;
  else if (ticked) notes.push({ question, answer: "" });
  setNotes(element, notes);
}

/** Adds what stands in the field for an own question, and empties the field. */
export function addQuestion(element) {
  const field = element._id("own-question");
  const question = field.value.trim();
  const notes = notesOf(element);
  if (question && !notes.some((it) => it.question === question)) {
    setNotes(element, [...notes, { question, answer: "" }]);
    showNotes(element);
  }
  field.value = "";
  field.focus();
}

/** The button that had the focus goes with its question. */
export function removeQuestion(element, section, addressOf, button) {
  const { name } = button.parentNode.querySelector("textarea");
  setNotes(element, notesOf(element).filter((_, number) => number !== Number(name)));
  showNotes(element);
  element._id("own-question").focus();
}

export function setAnswer(element, field) {
  const notes = notesOf(element);
  notes[field.name].answer = field.value;
  setNotes(element, notes);
  fit([field]);
}

// How an answer stands on paper; the stylesheet says the same.
const ON_PAPER = "inline-size: 12cm; min-block-size: 0; padding: 0; border: 0; font-size: calc(11pt * var(--scale, 1));";
// What it may take up more there, in pixels: paper rounds letters otherwise than a screen.
const SPARE = 24;

/** Makes fields as high as what stands in them, where the stylesheet cannot. */
export function fit(fields, onPaper = false) {
  if (CSS.supports("field-sizing", "content")) return;
  for (const field of fields) {
    field.style.cssText = (onPaper ? ON_PAPER : "") + "block-size: 0";
    const height = field.scrollHeight + (onPaper ? SPARE : field.offsetHeight - field.clientHeight);
    field.style.cssText = `block-size: ${height}px`;
  }
}

export const answersOf = (element) => element._all(".answer > textarea");

/** Keeps them so while the page is used and printed. */
export function keepFitting(element, on) {
  if (CSS.supports("field-sizing", "content")) return;
  on(window, "beforeprint", () => fit(answersOf(element), true));
  on(window, "afterprint", () => fit(answersOf(element)));
  // A section opens, or the window gets another size.
  let width;
  const observer = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width !== width) requestAnimationFrame(() => fit(answersOf(element)));
    width = contentRect.width;
  });
  const list = element._all(".notes")[0];
  if (list) observer.observe(list);
  element._running.signal.addEventListener("abort", () => observer.disconnect());
}

/** Shows the list. One that is not made `anew` keeps the field that the reader writes in. */
export function showNotes(element, anew = true) {
  const sheet = sheetOf(element);
  if (!sheet) return;
  const listed = listedOf(element);
  boxesOf(element).forEach((box, number) => {
    box.checked = listed.some(({ question }) => question === number);
  });
  const list = sheet.querySelector(".notes");
  const wasEmpty = !list.hasChildNodes();
  if (anew || !list.contains(element.shadowRoot.activeElement)) {
    list.replaceChildren(...listed.map((it) => entryOf(sheet, it)));
    fit(answersOf(element));
  }
  const count = sheet.querySelector(".count");
  // What says already that nothing is listed is left: a browser may have translated it.
  if (listed.length || !wasEmpty) {
    count.textContent = listed.length ? count.dataset.text.replace("{count}", listed.length) : count.dataset.empty;
  }
  // Said once: a browser may have translated it since.
  for (const words of sheet.querySelectorAll("[data-text] > span:empty")) words.textContent = words.parentNode.dataset.text;
  sheet.disabled = false;
}

/** A question with the field for its answer. The words of an answer stand nowhere but in it. */
function entryOf(sheet, { question, words, answer, number }) {
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
    const { remove } = sheet.dataset;
    const button = filled("button", { type: "button", className: "tool" }, remove);
    button.setAttribute("aria-label", `${remove}: ${words}`);
    button.dataset.tool = "remove-question";
    entry.append(button);
  }
  return entry;
}

/** A question in words. */
function wordsOf(element, question) {
  if (typeof question === "string") return question;
  const words = boxesOf(element)[question]?.nextElementSibling;
  return words ? plain(wordsIn(words)) : "";
}

// To take along. Without a single note it is every question of the text, with lines to write on.

function listOf(element) {
  const { title, origin } = sheetOf(element).dataset;
  let listed = listedOf(element);
  if (!listed.length) listed = boxesOf(element).map((_, number) => ({ words: wordsOf(element, number), answer: "" }));
  const line = "_".repeat(40);
  const entries = listed.map(({ words, answer }, index) =>
    [`${index + 1}. ${words}`, ...(answer.trim() || `${line}\n${line}`).split("\n")].join("\n   "),
  );
  return [title, ...entries, origin].join("\n\n") + "\n";
}

/** Says politely, below the list, what came of it. A list that could not be copied stands there in a field. */
const tellOf = (element) => (words) => {
  const [told] = element._all(".worksheet .told");
  told.textContent = "";
  if (words !== listOf(element)) {
    told.textContent = words;
    return;
  }
  const field = Object.assign(make("textarea"), { readOnly: true, rows: 8, value: words });
  field.setAttribute("aria-label", sheetOf(element).dataset.title);
  told.append(field);
  field.focus();
  field.select();
};

export function copyList(element) {
  copy(listOf(element), tellOf(element), sheetOf(element).dataset.copied);
}

export function shareList(element) {
  share(listOf(element), tellOf(element), sheetOf(element).dataset.copied);
}

export function saveList(element) {
  // A sandboxed frame saves no file, and does not say so.
  if (origin === "null") {
    copyList(element);
    return;
  }
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([listOf(element)], { type: "text/plain;charset=utf-8" }));
  link.download = NAME + ".txt";
  link.click();
  tellOf(element)(sheetOf(element).dataset.saved);
  // Safari reads the file later than it is asked to.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
