// The language of the text.

import { textFiles } from "built";

import { attributeOf } from "./readers.js";
import { ancestors } from "./surroundings.js";

/**
 * The languages that there is a text in.
 *
 * @type {string[]}
 */
export const languages = Object.keys(textFiles);

/**
 * The language to show: that of the page, else of the browser, as far as it exists.
 *
 * @param {Element} element
 */
export const languageOf = (element) => {
  const tagOf = (/** @type {Element} */ it) => attributeOf(it, "lang") ?? attributeOf(it, "xml:lang") ?? "";
  const tags = [element, ...ancestors(element)].map(tagOf);
  for (const tag of [...tags, ...(navigator.languages ?? [navigator.language ?? ""])]) {
    for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (languages.includes(known)) return known;
  }
  return "en";
};
