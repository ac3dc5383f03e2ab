// Whether the page has arrived as far as the element needs it.

/** @import { Session } from "./session.js" */

import { nextSiblingOf, readyStateOf } from "./readers.js";
import { ancestors } from "./surroundings.js";

/**
 * Whether all is there that the page has inside the element.
 *
 * @param {Session} session
 */
export const isWhole = ({ controller, element, isShown }) => {
  if (isShown || controller.isArranged || readyStateOf(document) !== "loading") return true;
  // Text that the page brings has an end. What follows the element is no sign of that: scripts add to pages that still
  // arrive.
  if (element.shadowRoot && !controller.isStale) return element.shadowRoot.querySelector(".end") !== null;
  return [element, ...ancestors(element)].some(nextSiblingOf);
};
