// What the search needs of the page: what it knows of a language, and a way to what it has found.

/** @import { Session } from "./session.js" */

import { searchFiles } from "built";

import { kit } from "./kit.js";
import { go } from "./places.js";

const { fetched, shared } = kit;

/**
 * The search words of the language that is shown; empty where they do not come, since words are found without them.
 *
 * @param {Session} session
 */
export async function searchWords({ folder, language }) {
  const file = searchFiles[language];
  return file ? shared(file[0], () => fetched(folder, file, "text")).catch(() => "") : "";
}

/**
 * Leads to a place that the search has found. Escape there leads back to the result.
 *
 * @param {Session} session
 * @param {HTMLElement} place
 * @param {string} section
 */
export function show(session, place, section) {
  go(session, section, place, { block: "center", from: /** @type {HTMLElement} */ (session.root.activeElement) });
}
