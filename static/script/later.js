// What embed.js leaves until the text is there: links that lead to their place, the page's address,
// what changes around the element, printing, frames, and the start of WebAssembly (layer 2) and of tools.js.

/** @import { Attribute } from "./attributes.js" */
/** @import { Session } from "./session.js" */

import { linkCitations } from "./citations.js";
import { followSlots } from "./following-slots.js";
import { followSurroundings } from "./following.js";
import { checkProperties } from "./host-properties.js";
import { kit } from "./kit.js";
import { pageOf, setLinks } from "./links.js";
import { NAME } from "./name.js";
import { setNames } from "./numbers.js";
import { openFrame } from "./open-frame.js";
import { followAddress } from "./page-address.js";
import { goToSection } from "./places.js";
import { followPrint, print } from "./printing.js";
import { asksToRemember, keep, kept, remember, rememberSections } from "./remembering.js";
import { restartSoon } from "./restart.js";
import { checkDate } from "./review.js";
import { recall, startTools, startWhenNear } from "./start.js";
import { takeWantedPath } from "./taking-paths.js";
import { listen, settleDetails } from "./text-events.js";
import { checkBase } from "./warnings.js";

const { addFeet, dress, languageOf, sectionOf, wantedSections } = kit;

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
    // Says so where the page has an address that is none.
    () => pageOf(session),
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
      console.warn(`<${NAME}>: ${error.message}`);
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
 * Does what a changed attribute asks for.
 *
 * @param {Session} session
 * @param {Attribute} name
 */
export function changed(session, name) {
  const { controller, frame } = session;
  if (name === "remember" || name === "id") remember(session);
  // It may now have the name that the page's address has.
  if (name === "id") controller.followed = undefined;
  if (frame && !ANEW.includes(name)) frame.update(name);
  else REACTIONS[name](session);
  session.widget?.check();
}

/**
 * Attributes after which the text or the frame comes anew.
 *
 * @type {Attribute[]}
 */
const ANEW = ["base", "lang", "mode"];

/**
 * What a change of each attribute does.
 *
 * @type {Record<Attribute, (session: Session) => void>}
 */
const REACTIONS = {
  "theme": dress,
  "open": openWanted,
  "sections": restartShown,
  "path": takeWantedPath,
  "heading-level": restartShown,
  "loading": (session) => {
    if (session.isShown) startWhenNear(session);
  },
  "mode": restartAnew,
  "remember": () => {},
  "links": setLinks,
  // The stylesheet follows it by itself.
  "feedback": () => {},
  // Like the region in a language, it is followed with all else around the text.
  "region": () => {},
  "page": pageOf,
  "base": restartAnew,
  "id": restartShown,
  "lang": (session) => {
    if (languageOf(session.element) !== session.language) restartAnew(session);
  },
};

/** @param {Session} session */
function restartAnew(session) {
  restartSoon(session, true);
}

/** @param {Session} session */
function restartShown(session) {
  if (session.isShown) restartSoon(session, false);
}

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
  const open = session.controller.openSections.length;
  const total = session.all(".section-body").length;
  for (const status of session.all(".toolbar > [data-text]")) {
    status.textContent = status.dataset.text.replace("{open}", open).replace("{total}", total);
  }
}
