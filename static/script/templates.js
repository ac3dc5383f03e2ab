// What stands in the text once, to be put where it is needed.

/** @import { Session } from "./session.js" */

/**
 * The elements that `selector` names, in the text and in its templates.
 *
 * @param {Session} session
 * @param {string} selector
 * @returns {any[]}
 */
export function allWithTemplates(session, selector) {
  const templates = /** @type {HTMLTemplateElement[]} */ (session.all("template"));
  const inTemplates = templates.map(({ content }) => [...content.querySelectorAll(selector)]);
  return [...session.all(selector), ...inTemplates.flat()];
}
