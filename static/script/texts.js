// Texts of the page, and what the reader takes along of them.

/** Says something to the reader. */
/** @typedef {(words: string) => void} Tell */

/**
 * The words of an element but for its citations.
 *
 * @param {Element} element
 */
export function wordsIn(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const citation of copy.querySelectorAll(".citation")) citation.remove();
  return copy.textContent ?? "";
}

/**
 * `text` without the marks that have no width.
 *
 * @param {string} text
 */
export function plain(text) {
  return text.replaceAll("\u2060", "");
}

/**
 * Copies a text, and has `tell` say that it is `done`.
 *
 * @param {string} text
 * @param {Tell} tell
 * @param {string} done
 */
export async function copy(text, tell, done) {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    // Then the reader can copy it by hand.
    tell(text);
  }
}

/**
 * Hands a text to another app. Where there is no way to, copies it.
 *
 * @param {string} text
 * @param {Tell} tell
 * @param {string} done
 */
export async function share(text, tell, done) {
  try {
    await navigator.share({ text });
  } catch (error) {
    // The reader may think better of it.
    if (Object(error).name !== "AbortError") await copy(text, tell, done);
  }
}
