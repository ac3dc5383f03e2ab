// The place of words that the search has found.

/** @import { Session } from "./session.js" */

import { wordsIn } from "./texts.js";

/**
 * The place of words in a section, or without words its button; without a section, the place of words above all
 * sections. It can take the focus.
 *
 * @param {Session} session
 * @param {string} words
 * @param {string} section
 * @returns {HTMLElement | null}
 */
export function placeFor(session, words, section) {
  const body = session.byId(section + "-body") ?? session.all(".explainer")[0];
  const place = placeOf(body, words) ?? session.byId(section + "-button");
  if (place && !place.matches("button")) place.tabIndex = -1;
  return place;
}

const PLACES = "p, li, dl > div, dt, dd, tr, th, td, figcaption, summary, h2, h3, h4, h5, h6";

/**
 * The smallest element that has the words: inside the first one of `body` that has them.
 *
 * @param {Element} body
 * @param {string} words
 */
function placeOf(body, words) {
  const wanted = lettersOf(words);
  if (!wanted) return null;
  const having = [...body.querySelectorAll(PLACES)].filter((it) => lettersOf(wordsIn(it)).includes(wanted));
  return having.filter((it) => having[0]?.contains(it)).pop();
}

/**
 * Letters and digits alone: what stands between cells, or keeps words on a line, differs from text to page.
 *
 * @param {string} text
 */
function lettersOf(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
