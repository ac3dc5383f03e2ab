// What the value of a custom property can be.

/**
 * @typedef {object} Kind
 * @property {string} property a property of CSS that takes nothing else
 * @property {string} words what a value is
 */

/** @type {Record<"color" | "length" | "font", Kind>} */
export const KINDS = {
  color: { property: "color", words: "a color" },
  length: { property: "padding-top", words: "a length" },
  font: { property: "font-family", words: "names of fonts" },
};
