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
 * The tags of language that the element and the page around it have, the nearest first; empty where one has none.
 *
 * @param {Element} element
 */
export const tagsAround = (element) => {
  const tagOf = (/** @type {Element} */ it) => attributeOf(it, "lang") ?? attributeOf(it, "xml:lang") ?? "";
  return [element, ...ancestors(element)].map(tagOf);
};

/**
 * The language to show: that of the page, else of the browser, as far as it exists.
 *
 * @param {Element} element
 */
export const languageOf = (element) => {
  for (const tag of [...tagsAround(element), ...(navigator.languages ?? [navigator.language ?? ""])]) {
    for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (languages.includes(known)) return known;
  }
  return "en";
};
