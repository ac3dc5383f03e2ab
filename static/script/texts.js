// Texts of the page, and what the reader takes along of them.

/** The words of an element but for its citations. */
export function wordsIn(element) {
  const copy = element.cloneNode(true);
  for (const citation of copy.querySelectorAll(".citation")) citation.remove();
  return copy.textContent;
}

/** `text` without the marks that have no width. */
export function plain(text) {
  return text.replaceAll("\u2060", "");
}

/** Copies a text, and has `tell` say that it is `done`. */
export async function copy(text, tell, done) {
  try {
    await navigator.clipboard.writeText(text);
    tell(done);
  } catch {
    // Then the reader can copy it by hand.
    tell(text);
  }
}

/** Hands a text to another app. Where there is no way to, copies it. */
export async function share(text, tell, done) {
  try {
    await navigator.share({ text });
  } catch (error) {
    // The reader may think better of it.
    if (error.name !== "AbortError") await copy(text, tell, done);
  }
}

/** Keeps something for as long as the page allows. */
export function store(element, what, text) {
  element["_" + what] = text;
  if (element._said("remember") === "session") element._later((later) => later.keep(element, "-" + what, text));
}
