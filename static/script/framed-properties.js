// What an address, or the page around a frame, may set of the custom properties.

import { customProperties } from "built";

import { NAME } from "./name.js";
import { KINDS } from "./property-kinds.js";

// The longest value that is looked at.
const LONGEST_VALUE = 500;

const MATH = "calc min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs sign";
const COLORS = "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color";

// The only functions that may stand in a value of each kind. None of them can hold an address or bring in what stands
// elsewhere.
/** @type {Record<keyof typeof KINDS, string[]>} */
const FUNCTIONS = {
  color: `${COLORS} ${MATH}`.split(" "),
  length: MATH.split(" "),
  font: [],
};

/** @type {Set<string>} */
const told = new Set();

/**
 * @param {string} name
 * @param {string} value
 * @param {string} allowed
 */
const refuse = (name, value, allowed) => {
  const problem = `\`${name}\` has the value \`${value.slice(0, LONGEST_VALUE)}\`, but allowed is ${allowed}`;
  if (!told.has(problem)) console.warn(`<${NAME}>: property ${problem}; using the default`);
  told.add(problem);
};

/**
 * @param {keyof typeof KINDS} kind
 * @param {string} value
 */
const isOf = (kind, value) => {
  const functions = FUNCTIONS[kind];
  // Escapes and comments could hide the name of a function.
  if (value.length > LONGEST_VALUE || /\\|\/\*/.test(value) || !CSS.supports(KINDS[kind].property, value)) return false;
  const unquoted = value.replace(/"[^"]*"|'[^']*'/g, "");
  // Brackets without a name stand in calculations.
  const called = [...unquoted.matchAll(/([^\s(),/*+]*)\(/g)].map(([, name = ""]) => name.toLowerCase());
  return called.every((name) => functions.includes(name) || (!name && functions.length));
};

/**
 * Gives an element a custom property, if it is one of ours and its value can be nothing but what it is for.
 *
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
export const setProperty = (element, name, value) => {
  const kind = Object.keys(customProperties).includes(name) && customProperties[name];
  element.style.removeProperty(name);
  if (!kind) {
    refuse(name, value, `no property of this name, only ${Object.keys(customProperties).join(", ")}`);
  } else if (isOf(kind, value)) {
    element.style.setProperty(name, value);
  } else {
    const functions = FUNCTIONS[kind];
    const called = functions.length ? `with no functions but ${functions.join(", ")}` : "without functions";
    refuse(name, value, `${KINDS[kind].words}, ${called}`);
  }
};
