// What the page is told of its attributes and slots.

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
function sayOnce(problem) {
  if (!told.has(problem)) console.warn(`<${NAME}>: ${problem}`);
  told.add(problem);
}

/** @param {string} problem with an attribute */
export const warn = (problem) => sayOnce(`attribute ${problem}`);

/**
 * Says so, once, where the page's stylesheet sets a custom property to what it is not for.
 *
 * @param {string} name
 * @param {string} value
 * @param {string} allowed
 */
export function warnOfProperty(name, value, allowed) {
  const start = value.slice(0, 500);
  sayOnce(`property \`${name}\` has the value \`${start}\`, but allowed is ${allowed}; using the default`);
}

/**
 * Says so, once, where a slot has a name that none has.
 *
 * @param {string} slot
 * @param {string[]} slots
 */
export function warnOfSlot(slot, slots) {
  const allowed = slots.join("`, `");
  sayOnce(`slot \`${slot}\` does not exist, but allowed is \`${allowed}\`; what stands in it is not shown`);
}

/**
 * Says so, once, where a slot has more text than a frame shows of it.
 *
 * @param {string} slot
 * @param {number} most
 */
export function warnOfLongSlot(slot, most) {
  sayOnce(`slot \`${slot}\` has more than ${most} letters; a frame shows those`);
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
