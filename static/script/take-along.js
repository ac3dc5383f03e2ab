// The reader's own list, to take along. Yew writes it as a text.

/** @import { Session } from "./session.js" */
/** @import { Tell } from "./texts.js" */

import { NAME } from "./name.js";
import { make } from "./readers.js";
import { copy, share } from "./texts.js";

/**
 * Hands out a list in the way that a button stands for.
 *
 * @param {Session} session
 * @param {string} tool the name of the button
 * @param {string} text
 */
export function handOut(session, tool, text) {
  const [sheet] = session.all(".worksheet");
  if (!sheet) return;
  const { title = "", copied = "", saved = "" } = sheet.dataset;
  const own = [...sheet.querySelectorAll(".from-site")].map(({ textContent }) => textContent);
  text = [text.trimEnd(), ...own].filter(Boolean).join("\n") + "\n";
  const tell = tellIn(/** @type {Element} */ (sheet.querySelector(".told")), title, text);
  // A sandboxed frame saves no file, and does not say so.
  if (tool === "save-list" && origin !== "null") save(text, () => tell(saved));
  else if (tool === "share-list") share(text, tell, copied);
  else copy(text, tell, copied);
}

/**
 * Says politely, below the list, what came of it. A list that could not be copied stands there in a field.
 *
 * @param {Element} told
 * @param {string} title
 * @param {string} text the list
 * @returns {Tell}
 */
const tellIn = (told, title, text) => (words) => {
  told.textContent = "";
  if (words !== text) {
    told.textContent = words;
    return;
  }
  const field = Object.assign(make("textarea"), { readOnly: true, rows: 8, value: words });
  field.setAttribute("aria-label", title);
  told.append(field);
  field.focus();
  field.select();
};

/**
 * @param {string} text
 * @param {() => void} tell
 */
function save(text, tell) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = NAME + ".txt";
  link.click();
  tell();
  // Safari reads the file later than it is asked to.
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
