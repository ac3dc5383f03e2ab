// What embed.js leaves until the text is there: links that lead to their place, the page's address,
// what changes around the element, printing, frames, and the start of WebAssembly (layer 2) and of tools.js.

import { frameFile } from "built";

import { followSurroundings } from "./following.js";
import { imported, sectionOf } from "./kit.js";
import { anchorToKeep, pageOf, setLinks } from "./links.js";
import { NAME } from "./name.js";
import { numberOf, setNames } from "./numbers.js";
import { followAddress } from "./page-address.js";
import { goToSection } from "./places.js";
import { followPrint, print } from "./printing.js";
import { make } from "./readers.js";
import { asksToRemember, keep, kept, remember } from "./remembering.js";
import { restartSoon } from "./restart.js";
import { checkDate } from "./review.js";
import { recall, startTools, startWhenNear } from "./start.js";
import { listen, settleDetails } from "./text-events.js";
import { checkBase } from "./warnings.js";

export { followSurroundings, keep, print, recall, goToSection };

// Attributes after which the text has to come anew.
const REACHES_ALL = ["lang", "mode", "base"];

/** Makes a shown element follow its links, its page and its reader, and starts layer 2 when it is near. */
export function live(element) {
  if (!element._shown || !element.shadowRoot) return;
  const { signal } = element._running;
  const steps = [
    () => checkBase(element),
    // Says so where the page has an address that is none.
    () => pageOf(element),
    // A page that asked before may ask no more.
    () => asksToRemember(element) || remember(element),
    () => followPrint(element, signal),
    () => element.addEventListener("lct-toggle", () => {
      if (asksToRemember(element)) keep(element, "", element._openIds.join(" ") || "none");
    }, { signal }),
  ];
  if (!element._frame) {
    steps.push(
      () => setNames(element),
      () => listen(element, signal),
      () => setLinks(element),
      () => checkDate(element),
      // The text is to look at once as the reader left it.
      () => kept(element, "look") && startTools(element),
      () => startWhenNear(element),
      () => element.addEventListener("lct-toggle", ({ detail }) => settleDetails(element, detail), { signal }),
    );
  }
  steps.push(() => followAddress(element, signal), () => followSurroundings(element));
  // What a page or a browser keeps from one of them, it leaves to the others.
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      console.warn(`<${NAME}>: ${error.message}`);
    }
  }
}

/** Does what a changed attribute asks for. */
export function changed(element, name) {
  const reachesAll = REACHES_ALL.includes(name);
  if (name === "remember" || name === "id") remember(element);
  // It may now have the name that the page's address has.
  if (name === "id") element._hash = null;
  if (element._frame && !reachesAll) element._frame.update(name);
  else if (name === "lang" && element._tag === element._language) element._widget?.check();
  else if (reachesAll) restartSoon(element, true);
  else if (!element._shown) return;
  else if (name === "theme") element._dress();
  else if (name === "open") setWanted(element);
  else if (name === "links") setLinks(element);
  else if (name === "loading") startWhenNear(element);
  else if (name === "page") pageOf(element);
  // The stylesheet follows the first of these by itself.
  else if (!["feedback", "remember"].includes(name)) restartSoon(element, false);
  element._widget?.check();
}

/** Has screen readers say how many sections are open, after all of them were asked for. */
export function sayCount(element) {
  const [open, total] = [element._openIds, element._all(".section-body")].map((them) => them.length);
  for (const status of element._all(".toolbar > [data-text]")) {
    status.firstChild.textContent = status.dataset.text.replace("{open}", open).replace("{total}", total);
  }
}

/** Shows the explainer in a frame of its own, instead of in the element. */
export async function openFrame(element, running, language) {
  let stage = "load";
  try {
    const { Frame } = await imported(element._base, frameFile);
    if (element._running !== running) return;
    stage = "frame";
    // The frame answers to the page that holds it, and what this script says comes from its own.
    if (element._view !== window) throw new Error("the element stands in the document of another window");
    element._fresh = true;
    element._frame = new Frame(element, language, numberOf(element), () => anchorToKeep(element));
  } catch (error) {
    if (element._running !== running) return;
    for (const frame of element._all(".frame")) frame.replaceWith(make("slot"));
    element._fail(stage, error.message);
  }
}

function setWanted(element) {
  const isWanted = element._wanted;
  for (const body of element._all(".section-body")) element._setOpen(sectionOf(body), isWanted(sectionOf(body)));
}
