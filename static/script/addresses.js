// Where this script is, and addresses seen from there.

import { carried } from "built";

import { addressOf, allIn, scriptOf } from "./readers.js";

// The address of this script. One that is pasted into the page, evaluated or loaded as a module has no element to
// tell it; then whatever has loaded a file of its name does. Undefined where nothing has.
const SCRIPT = (() => {
  const { src } = scriptOf(document) ?? {};
  if (src) return src;
  const name = ["embed", ...Object.keys(carried).filter((it) => it !== "style"), "js"].join(".");
  const places = [new Error().stack];
  for (const script of allIn(document, "script[src]")) places.push(script.src);
  for (const file of window.performance?.getEntriesByType("resource") ?? []) places.push(file.name);
  return new RegExp(`[\\w-]+://\\S*?/${name}`).exec(places.join("\n"))?.[0];
})();
// A whole address, seen from the script, else from the page; undefined where it is none.
export const addressFrom = (address) => {
  for (const start of [SCRIPT, addressOf(document), undefined]) {
    try {
      return new URL(address, start).href;
    } catch {
      // Then the next.
    }
  }
};
