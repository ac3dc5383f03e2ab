// What the page is told of its attributes.

import { kit } from "./kit.js";
import { NAME } from "./name.js";

const { addressFrom, valueOf } = kit;

/** @type {Set<string>} */
const told = new Set();

/**
 * Says each thing once, however often the page asks for it.
 *
 * @param {string} problem
 */
export function warn(problem) {
  if (!told.has(problem)) console.warn(`<${NAME}>: attribute ${problem}`);
  told.add(problem);
}

/**
 * Says so, once, where a slot has a name that none has.
 *
 * @param {string} slot
 * @param {string[]} slots
 */
export function warnOfSlot(slot, slots) {
  const problem = `slot \`${slot}\` does not exist, but allowed is \`${slots.join("`, `")}\``;
  if (!told.has(problem)) console.warn(`<${NAME}>: ${problem}; what stands in it is not shown`);
  told.add(problem);
}

/**
 * Says so, once, where a slot has more text than a frame shows of it.
 *
 * @param {string} slot
 * @param {number} most
 */
export function warnOfLongSlot(slot, most) {
  const problem = `slot \`${slot}\` has more than ${most} letters; a frame shows those`;
  if (!told.has(problem)) console.warn(`<${NAME}>: ${problem}`);
  told.add(problem);
}

/**
 * Says so where `base` is no address.
 *
 * @param {Element} element
 */
export function checkBase(element) {
  const base = valueOf(element, "base");
  if (!addressFrom(base)) warn(`\`base\` has the value \`${base}\`, but allowed is an address; using .`);
}
