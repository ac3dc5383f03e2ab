// Leading the reader to a place in the text, and back.

/** @import { Session } from "./session.js" */

import { CITATION, entryOf, firstCitation } from "./citations.js";
import { kit } from "./kit.js";
import { make } from "./readers.js";
import { takePath } from "./taking-paths.js";

const { isFirst, linkedSection, sectionOf } = kit;

/**
 * Leads to where a link leads: a group of sections, of which none opens, a source, a citation or a section.
 *
 * @param {Session} session
 * @param {HTMLAnchorElement} link
 * @param {Event} event
 */
export function follow(session, link, event) {
  const { section = "", cited, group } = link.dataset;
  if (group) {
    event.preventDefault();
    session.byId(group)?.scrollIntoView();
    const first = session.byId(section + "-button");
    if (first) arriveAt(session, first);
  } else if (link.matches(CITATION)) {
    const entry = entryOf(session, link);
    if (!entry) return;
    go(session, "sources", entry, { event, from: link });
    offerReturn(session, entry, link);
  } else if (cited != null) {
    const entry = /** @type {HTMLElement} */ (link.closest("li"));
    go(session, section, firstCitation(session, section, entry), { event, from: link });
  } else if (section) {
    event.preventDefault();
    const path = link.closest(".path");
    if (path) takePath(session, path.id.slice("path-".length));
    // Through the page's address, so that the reader can go back.
    if (!session.hasLinks || !isFirst(session) || linkedSection(session) === section) goToSection(session, section);
    else if (session.byId(section + "-body")) changeAddress(session, `#${session.name}-${section}`);
  }
}

/**
 * Changes the page's address. Programs that route know a page again by the state of its entry in the history, and lead
 * nobody back to one that has none.
 *
 * @param {Session} session
 * @param {string} hash
 */
function changeAddress({ view, signal }, hash) {
  const { history, location } = view;
  const { state } = history;
  const keepState = () => {
    if (state !== null && history.state === null) history.replaceState(state, "");
  };
  view.addEventListener("hashchange", keepState, { once: true, signal });
  location.hash = hash;
}

/**
 * Opens a section and puts the focus on its button; does nothing where there is no such section.
 *
 * @param {Session} session
 * @param {string} section
 */
export function goToSection(session, section) {
  go(session, section, session.byId(section + "-button"));
}

// How long a place may take to be shown, in milliseconds. After that, a reader who opens its section is not led there.
const SHOWN_WITHIN = 2000;

/**
 * Opens a section and brings the reader to a place in it. Escape there leads back to where the reader comes `from`.
 *
 * @param {Session} session
 * @param {string} section
 * @param {any} place nothing where there is no such place
 * @param {{ event?: Event, block?: ScrollLogicalPosition, from?: HTMLElement | null }} [way]
 */
export function go(session, section, place, { event, block, from } = {}) {
  if (!place) return;
  event?.preventDefault();
  session.element.openSection(section);
  for (let details = place; (details = details.parentElement?.closest("details")); ) details.open = true;
  // A choice in its figure can have hidden it. Then all of the figure is shown again.
  place.closest(".figure [hidden]")?.closest(".figure").querySelector("[data-chooses='0']")?.click();
  if (from) {
    place.onkeydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || event.target !== place || !from.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      goBack(session, from);
    };
  }
  // Layer 2 shows what it was told some time after, what is to close above the place among it. Text that was taken out
  // never comes.
  const body = session.byId(section + "-body");
  const start = performance.now();
  const arrive = () => {
    if (!place.isConnected) return;
    if (place.closest("[hidden]") || body?.hasAttribute("hidden")) {
      if (performance.now() - start < SHOWN_WITHIN) requestAnimationFrame(arrive);
      return;
    }
    place.scrollIntoView({ block: block ?? (place.matches(".section-button") ? "start" : "center") });
    arriveAt(session, place);
  };
  requestAnimationFrame(arrive);
}

/**
 * Gives the focus to a place that is in view.
 *
 * @param {Session} session
 * @param {HTMLElement} place
 */
function arriveAt(session, place) {
  focusOn(place);
  // A frame cannot scroll the page around it, and need not have the focus.
  session.controller.holder?.reveal?.(place);
}

/**
 * Gives the focus to what is not always to have it, too.
 *
 * @param {HTMLElement} place
 */
export function focusOn(place) {
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * @param {Session} session
 * @param {HTMLElement} from
 */
function goBack(session, from) {
  const body = from.closest(".section-body");
  go(session, body ? sectionOf(body) : "", from);
}

/**
 * Puts a button at a source that leads back to the citation that led there. It goes once it has.
 *
 * @param {Session} session
 * @param {any} entry
 * @param {HTMLElement} citation
 */
function offerReturn(session, entry, citation) {
  const button = make("button");
  button.type = "button";
  button.className = "way-back";
  button.dataset["live"] = "";
  button.textContent = entry.parentNode.dataset.back;
  button.onclick = () => goBack(session, citation);
  citation.addEventListener("focus", () => button.remove(), { once: true });
  for (const other of session.all(".way-back")) other.remove();
  entry.insertBefore(button, entry.querySelector(".cited-in"));
}
