// The custom properties that the page's own stylesheet sets.

/** @import { Session } from "./session.js" */

import { customProperties } from "built";

import { KINDS } from "./property-kinds.js";
import { warnOfProperty } from "./warnings.js";

/**
 * Has a property whose value is not what it is for become its default, and says so.
 *
 * @param {Session} session
 */
export function checkProperties(session) {
  const style = styleOf(session.element);
  if (!style) return;
  for (const [name, kind] of Object.entries(customProperties)) {
    const { property, words } = KINDS[kind];
    const value = style.getPropertyValue(name).trim();
    const isAllowed = !value || CSS.supports(property, value);
    for (const mount of session.all(".mount")) {
      if (isAllowed) mount.style.removeProperty(name);
      else mount.style.setProperty(name, "initial");
    }
    if (!isAllowed) warnOfProperty(name, value, words);
  }
}

/**
 * How an element looks; nothing in a page that has broken the asking.
 *
 * @param {Element} element
 * @returns {CSSStyleDeclaration | undefined}
 */
function styleOf(element) {
  try {
    return getComputedStyle(element);
  } catch {
    return undefined;
  }
}
