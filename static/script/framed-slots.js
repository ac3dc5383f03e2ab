// What a frame shows of what the page around it has in its slots: text, and not much.

/** The slots of the page that a frame has as well. */
export const FRAMED_SLOTS = ["contact", "review", "publisher"];

/** The most letters that a frame shows of one slot. */
export const LONGEST_SLOT = 500;

/**
 * The lines of a slot, as far as a frame shows them.
 *
 * @param {unknown} lines
 * @returns {string[]}
 */
export const shortened = (lines) => {
  const texts = Array.isArray(lines) ? lines.filter((it) => typeof it === "string") : [];
  return texts.join("\n").slice(0, LONGEST_SLOT).split("\n").filter(Boolean);
};
