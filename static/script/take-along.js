// The reader's own list, to take along.

/** @import { Session } from "./session.js" */
/** @import { Tell } from "./texts.js" */

import { NAME } from "./name.js";
import { boxesOf, listedOf, sheetOf, wordsFor } from "./notes.js";
import { make } from "./readers.js";
import { copy, share } from "./texts.js";

/**
 * The list as a text. Without a single note it is every question, with lines to write on.
 *
 * @param {Session} session
 */
function listOf(session) {
  const { title, origin } = sheetOf(session).dataset;
  /** @type {{ words: string, answer: string }[]} */
  let listed = listedOf(session);
  if (!listed.length) listed = boxesOf(session).map((_, number) => ({ words: wordsFor(session, number), answer: "" }));
  const line = "_".repeat(40);
  const entries = listed.map(({ words, answer }, index) =>
    [`${index + 1}. ${words}`, ...(answer.trim() || `${line}\n${line}`).split("\n")].join("\n   "),
  );
  return [title, ...entries, origin].join("\n\n") + "\n";
}

/**
 * Says politely, below the list, what came of it. A list that could not be copied stands there in a field.
 *
 * @param {Session} session
 * @returns {Tell}
 */
const tellOf = (session) => (words) => {
  const [told] = session.all(".worksheet .told");
  told.textContent = "";
  if (words !== listOf(session)) {
    told.textContent = words;
    return;
  }
  const field = Object.assign(make("textarea"), { readOnly: true, rows: 8, value: words });
  field.setAttribute("aria-label", sheetOf(session).dataset.title);
  told.append(field);
  field.focus();
  field.select();
};

/** @param {Session} session */
export function copyList(session) {
  copy(listOf(session), tellOf(session), sheetOf(session).dataset.copied);
}

/** @param {Session} session */
export function shareList(session) {
  share(listOf(session), tellOf(session), sheetOf(session).dataset.copied);
}

/** @param {Session} session */
export function saveList(session) {
  // A sandboxed frame saves no file, and does not say so.
  if (origin === "null") {
    copyList(session);
    return;
  }
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([listOf(session)], { type: "text/plain;charset=utf-8" }));
  link.download = NAME + ".txt";
  link.click();
  tellOf(session)(sheetOf(session).dataset.saved);
  // Safari reads the file later than it is asked to.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
