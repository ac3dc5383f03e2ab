// What embed.js leaves until the text is there: links that lead to their place, the page's address,
// what changes around the element, printing, frames, and the start of WebAssembly (layer 2) and of tools.js.

/** @import { Attribute } from "./attributes.js" */
/** @import { Session } from "./session.js" */

import { linkCitations } from "./citations.js";
import { followSlots } from "./following-slots.js";
import { followSurroundings } from "./following.js";
import { checkProperties } from "./host-properties.js";
import { kit } from "./kit.js";
import { checkPage, setLinks } from "./links.js";
import { NAME } from "./name.js";
import { setNames } from "./numbers.js";
import { openFrame } from "./open-frame.js";
import { followAddress } from "./page-address.js";
import { goToSection } from "./places.js";
import { followPrint, print } from "./printing.js";
import { reasonOf } from "./reason.js";
import { asksToRemember, keep, kept, recallStored, remember, rememberSections } from "./remembering.js";
import { restartSoon } from "./restart.js";
import { checkDate } from "./review.js";
import { recall, startTools, startWhenNear } from "./start.js";
import { takeWantedPath } from "./taking-paths.js";
import { listen, settleDetails } from "./text-events.js";
import { checkBase } from "./warnings.js";

const { ATTRIBUTES, addFeet, dress, languageOf, sectionOf, wantedSections } = kit;

export { followSurroundings, goToSection, keep, openFrame, print, recall };

/**
 * Makes a shown element follow its links, its page and its reader, and starts layer 2 when it is near.
 *
 * @param {Session} session
 */
export function live(session) {
  if (!session.isShown || !session.root) return;
  const { element, signal } = session;
  const onToggle = (/** @type {(detail: { section: string, open: boolean }) => void} */ act) =>
    element.addEventListener("lct-toggle", (event) => act(/** @type {CustomEvent} */ (event).detail), { signal });
  const steps = [
    () => checkBase(element),
    () => checkPage(session),
    // A page that asked before may ask no more.
    () => asksToRemember(element) || remember(session),
    () => followPrint(session),
    () => followSlots(session),
    () => onToggle(() => rememberSections(session)),
  ];
  if (!session.frame) {
    steps.push(
      () => setNames(session),
      () => listen(session),
      () => setLinks(session),
      () => linkCitations(session),
      () => onToggle(onceATask(() => addFeet(session))),
      // At once, since a reader may be led to a source, and this makes those above it longer.
      () => onToggle(({ section, open }) => {
        if (open && session.byId(section + "-body")?.querySelector(".sources")) linkCitations(session);
      }),
      () => checkDate(session),
      () => checkProperties(session),
      () => recallStored(session),
      // The text is to look at once as the reader left it.
      () => kept(session, "look") && startTools(session),
      () => startWhenNear(session),
      () => onToggle((detail) => settleDetails(session, detail)),
    );
  }
  steps.push(() => followAddress(session), () => followSurroundings(session));
  // What a page or a browser keeps from one of them, it leaves to the others.
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      console.warn(`<${NAME}>: ${reasonOf(error)}`);
    }
  }
}

/**
 * Has `act` run once after all that happens in one task: many sections may open at once.
 *
 * @param {() => void} act
 */
function onceATask(act) {
  let isPlanned = false;
  return () => {
    if (!isPlanned) {
      queueMicrotask(() => {
        isPlanned = false;
        act();
      });
    }
    isPlanned = true;
  };
}

/**
 * Does what a changed attribute asks for. Most of it is said in the table of attributes.
 *
 * @param {Session} session
 * @param {Attribute} name
 */
export function changed(session, name) {
  const { change } = ATTRIBUTES[name];
  OF_ELEMENT[name]?.(session);
  if (change === "anew") {
    // The new language may be the one that is shown.
    if (name !== "lang" || languageOf(session.element) !== session.language) restartSoon(session, true);
  } else if (session.frame) {
    session.frame.update(name);
  } else if (change === "text") {
    if (session.isShown) restartSoon(session, false);
  } else {
    OF_TEXT[name]?.(session);
  }
  session.widget?.check();
}

/** @typedef {Partial<Record<Attribute, (session: Session) => void>>} Acts */

/**
 * What is done first, whether the text stands in the element or in a frame.
 *
 * @type {Acts}
 */
const OF_ELEMENT = {
  "id": (session) => {
    remember(session);
    // It may now have the name that the page's address has.
    session.controller.followed = undefined;
  },
  "page": checkPage,
  "remember": remember,
};

/**
 * What is done in the text of the element; a frame is told instead, and the element in it does the same.
 *
 * @type {Acts}
 */
const OF_TEXT = {
  "links": setLinks,
  "loading": (session) => {
    if (session.isShown) startWhenNear(session);
  },
  "open": openWanted,
  "path": takeWantedPath,
  "theme": dress,
};

/** @param {Session} session */
function openWanted(session) {
  if (!session.isShown) return;
  const wanted = wantedSections(session);
  for (const body of session.all(".section-body")) session.setOpen(sectionOf(body), wanted.has(sectionOf(body)));
}

/**
 * Has screen readers say how many sections are open, after all of them were asked for.
 *
 * @param {Session} session
 */
export function sayCount(session) {
  const open = String(session.controller.openSections.length);
  const total = String(session.all(".section-body").length);
  for (const status of session.all(".toolbar > [data-text]")) {
    status.textContent = (status.dataset["text"] ?? "").replace("{open}", open).replace("{total}", total);
  }
}
