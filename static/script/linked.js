// The section that the page's address names.

/** @import { Session } from "./session.js" */

import { sessions } from "./session.js";
import { isBefore } from "./surroundings.js";

/**
 * Whether links with its name lead to this element, and not to another: of several, to the first that is shown. Some
 * pages keep those that were shown before, hidden.
 *
 * @param {Session} session
 */
export const isFirst = (session) => {
  const namesakes = [...sessions].filter((it) => it.name === session.name && it.hasLinks);
  if (namesakes.length < 2) return true;
  const shown = namesakes.filter(({ element }) => element.getClientRects().length);
  const rivals = shown.length ? shown : namesakes;
  return rivals.includes(session) && !rivals.some((it) => it !== session && isBefore(it.element, session.element));
};

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
