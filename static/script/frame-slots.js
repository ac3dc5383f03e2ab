// What the host page has in its slots, for the frame.

import { FRAMED_SLOTS, LONGEST_SLOT, shortened } from "./framed-slots.js";
import { kit } from "./kit.js";
import { warnOfLongSlot } from "./warnings.js";

const { linesIn } = kit;

/**
 * The lines in each slot of an element, as text.
 *
 * @param {Element} element
 * @returns {Record<string, string[]>}
 */
export const slotsOf = (element) => {
  const slots = FRAMED_SLOTS.map((slot) => {
    const lines = linesIn(element, slot);
    if (lines.join("\n").length > LONGEST_SLOT) warnOfLongSlot(slot, LONGEST_SLOT);
    return [slot, shortened(lines)];
  });
  return Object.fromEntries(slots);
};
