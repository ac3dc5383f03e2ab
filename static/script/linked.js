// The section that the page's address names.

/** @import { Session } from "./session.js" */

import { sessions } from "./session.js";
import { isBefore } from "./surroundings.js";

/**
 * Whether links with its name lead to this element, and not to another before it.
 *
 * @param {Session} session
 */
export const isFirst = (session) =>
  ![...sessions].some(
    (it) => it !== session && it.name === session.name && it.hasLinks && isBefore(it.element, session.element),
  );

/**
 * What the page's address names in this element; null where it names nothing, or the page wants no links.
 *
 * @param {Session} session
 */
export const linkedSection = (session) => {
  const { hash } = session.view.location;
  const hashes = [hash];
  try {
    // Letters beyond ASCII are percent-encoded there.
    hashes.push(decodeURIComponent(hash));
  } catch {
    // Then it is no name of ours.
  }
  const start = `#${session.name}-`;
  const found = hashes.find((it) => it.startsWith(start));
  return found && session.hasLinks && isFirst(session) ? found.slice(start.length) : null;
};
