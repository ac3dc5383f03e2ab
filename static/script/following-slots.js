// Following what the page puts into the slots.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { attributeOf } from "./readers.js";
import { warnOfSlot } from "./warnings.js";

const { copySlots } = kit;

/** The names of all slots. */
const SLOTS = ["title", "contact", "review", "publisher"];

/**
 * Shows what is in the slots wherever it has a place, for as long as the session lasts, and says so where a slot has a
 * name that none has.
 *
 * @param {Session} session
 */
export function followSlots(session) {
  const { element, signal } = session;
  const look = () => {
    for (const child of element.children) {
      const slot = attributeOf(child, "slot");
      if (slot && !SLOTS.includes(slot)) warnOfSlot(slot, SLOTS);
    }
    if (session.frame) session.frame.update();
    else copySlots(session);
  };
  const observer = new MutationObserver(look);
  const attributeFilter = ["slot"];
  observer.observe(element, { subtree: true, childList: true, characterData: true, attributeFilter });
  signal.addEventListener("abort", () => observer.disconnect());
  look();
}
