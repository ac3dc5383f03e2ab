// Size and spacing of the text. They stand on the mount, outside Yew's tree.

/** @import { Session } from "./session.js" */

import { answersOf, fit } from "./fitting.js";
import { store } from "./texts.js";

/**
 * @typedef {object} Look
 * @property {number} size in percent
 * @property {boolean} [lines] more room between lines
 * @property {boolean} [letters] more room between letters
 */

// The sizes of the text that the reader can choose, in percent; the stylesheet knows the same.
const SIZES = [90, 100, 115, 130, 150];

/** @type {Look} */
export const USUAL = { size: 100, lines: false, letters: false };

/**
 * @param {Session} session
 * @returns {Look}
 */
function lookOf(session) {
  try {
    return { size: 100, ...JSON.parse(session.controller.kept.look ?? "{}") };
  } catch {
    return USUAL;
  }
}

/**
 * Changes the look. What is above the menu grows or shrinks, too. The menu stays under the finger all the same.
 *
 * @param {Session} session
 * @param {Partial<Look>} change
 */
export function setLook(session, change) {
  const top = () => session.all("[data-tool=text-size]")[0].getBoundingClientRect().top;
  const before = top();
  store(session, "look", JSON.stringify({ ...lookOf(session), ...change }));
  showLook(session);
  scrollBy({ top: top() - before, behavior: /** @type {ScrollBehavior} */ ("instant") });
}

/**
 * @param {Session} session
 * @param {1 | -1} step
 */
export function resize(session, step) {
  const { size } = lookOf(session);
  setLook(session, { size: SIZES[SIZES.indexOf(size) + step] ?? size });
}

/** @param {Session} session */
export function showLook(session) {
  /** @type {Record<string, any>} */
  const look = lookOf(session);
  const mounts = session.all(".mount");
  for (const mount of mounts) mount.dataset.size = look["size"];
  for (const box of session.all(".choice input")) {
    box.checked = look[box.name];
    for (const mount of mounts) mount.toggleAttribute("data-" + box.name, box.checked);
  }
  const percent = new Intl.NumberFormat(session.language, { style: "percent" });
  fit(answersOf(session));
  for (const status of session.all(".sizes .told")) status.textContent = percent.format(look["size"] / 100);
}
