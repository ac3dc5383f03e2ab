// What the page is told of its attributes.

import { addressFrom } from "./kit.js";
import { NAME } from "./name.js";

const told = new Set();

/** Says each thing once, however often the page asks for it. */
export function warn(problem) {
  if (!told.has(problem)) console.warn(`<${NAME}>: attribute ${problem}`);
  told.add(problem);
}

export function checkBase({ base }) {
  if (addressFrom(base)) return;
  warn(`\`base\` has the value \`${base}\`, but allowed is an address; using .`);
}
