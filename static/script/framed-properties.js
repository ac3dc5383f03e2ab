// What an address, or the page around a frame, may set of the custom properties.

import { customProperties } from "built";

import { NAME } from "./name.js";

// The longest value that is looked at.
const LONGEST_VALUE = 500;

const MATH = "calc min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs sign";
const COLORS = "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color";

/**
 * @typedef {object} Kind
 * @property {string} property a property of CSS that takes nothing else
 * @property {string[]} functions the only functions that may stand in a value
 * @property {string} words what a value is
 */

// What a value of each kind is: a property of CSS that takes nothing else, and the only functions that
// may stand in it. None of them can hold an address or bring in what stands elsewhere.
/** @type {Record<string, Kind>} */
const KINDS = {
  color: { property: "color", functions: `${COLORS} ${MATH}`.split(" "), words: "a color" },
  length: { property: "padding-top", functions: MATH.split(" "), words: "a length" },
  font: { property: "font-family", functions: [], words: "names of fonts" },
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
 * @param {Kind} kind
 * @param {string} value
 */
const isOf = ({ property, functions }, value) => {
  // Escapes and comments could hide the name of a function.
  if (value.length > LONGEST_VALUE || /\\|\/\*/.test(value) || !CSS.supports(property, value)) return false;
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
  const kind = Object.keys(customProperties).includes(name) && KINDS[customProperties[name] ?? ""];
  element.style.removeProperty(name);
  if (!kind) {
    refuse(name, value, `no property of this name, only ${Object.keys(customProperties).join(", ")}`);
  } else if (isOf(kind, value)) {
    element.style.setProperty(name, value);
  } else {
    const { words, functions } = kind;
    const called = functions.length ? `with no functions but ${functions.join(", ")}` : "without functions";
    refuse(name, value, `${words}, ${called}`);
  }
};
