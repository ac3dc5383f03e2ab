// Citations, and where each source is cited.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { setLinks } from "./links.js";
import { make } from "./readers.js";
import { plain } from "./texts.js";

const { sectionOf } = kit;

export const CITATION = ".citation";

/**
 * The entry of each source in the list, by the source's address: a citation has the same.
 *
 * @param {Session} session
 * @returns {Map<string, HTMLElement>}
 */
const entriesOf = (session) => {
  const links = /** @type {HTMLAnchorElement[]} */ (session.all(".sources a"));
  return new Map(links.map((link) => [link.href, /** @type {HTMLElement} */ (link.closest("li"))]));
};

/**
 * @param {Session} session
 * @returns {HTMLAnchorElement[]}
 */
const citationsIn = (session) => /** @type {any[]} */ (session.all(CITATION));

/**
 * The entry of the source that a citation names, where the page has it.
 *
 * @param {Session} session
 * @param {HTMLAnchorElement} citation
 */
export const entryOf = (session, citation) => entriesOf(session).get(citation.href);

/**
 * The first citation of a source in a section.
 *
 * @param {Session} session
 * @param {string} section
 * @param {HTMLElement} entry
 */
export function firstCitation(session, section, entry) {
  const entries = entriesOf(session);
  return citationsIn(session).find((it) => entries.get(it.href) === entry && sectionAround(it) === section);
}

/** @param {Element} citation */
function sectionAround(citation) {
  const body = citation.closest(".section-body");
  return body ? sectionOf(body) : "";
}

/**
 * Adds to each source links to the sections that cite it, once the list is shown: without script a link does not reach
 * into a shadow root.
 *
 * @param {Session} session
 */
export function linkCitations(session) {
  const [list] = session.all(".section-body:not([hidden]) .sources");
  if (!list || list.querySelector(".cited-in")) return;
  const entries = entriesOf(session);
  for (const citation of citationsIn(session)) {
    const entry = entries.get(citation.href);
    const section = sectionAround(citation);
    if (!entry || !section) continue;
    let links = entry.querySelector(".cited-in");
    if (links?.querySelector(`[data-section="${section}"]`)) continue;
    if (links) {
      links.append(" · ");
    } else {
      links = make("span");
      links.className = "cited-in";
      links.append(list.dataset["citedIn"] ?? "", " ");
      entry.append(links);
    }
    const link = make("a");
    link.dataset["section"] = section;
    link.dataset["cited"] = "";
    link.textContent = plain((session.byId(section + "-button")?.textContent ?? "").trim());
    links.append(link);
  }
  setLinks(session);
}
