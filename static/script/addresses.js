// Where this script is, and addresses seen from there.

import { carried } from "built";

import { allIn, baseAddressOf, currentScriptOf } from "./readers.js";

/**
 * The address of this script. One that is pasted into the page, evaluated or loaded as a module has no element to tell
 * it; then whatever has loaded a file of its name does. Undefined where nothing has.
 *
 * @returns {string | undefined}
 */
const findScript = () => {
  const { src } = /** @type {any} */ (currentScriptOf(document) ?? {});
  if (src) return src;
  const name = ["embed", ...Object.keys(carried).filter((it) => it !== "style"), "js"].join(".");
  const places = [new Error().stack];
  for (const script of allIn(document, "script[src]")) places.push(/** @type {any} */ (script).src);
  for (const file of window.performance?.getEntriesByType("resource") ?? []) places.push(file.name);
  return new RegExp(`[\\w-]+://\\S*?/${name}`).exec(places.join("\n"))?.[0];
};

// Asked for while the script runs: later the page does not tell.
const SCRIPT = findScript();

/**
 * A whole address, seen from the script, else from the page; undefined where it is none.
 *
 * @param {string} address
 * @returns {string | undefined}
 */
export const addressFrom = (address) => {
  for (const start of [SCRIPT, baseAddressOf(document), undefined]) {
    try {
      return new URL(address, start).href;
    } catch {
      // Then the next.
    }
  }
  return undefined;
};

/**
 * Where the files are: beside the script, or where `base` says, seen from there. Without script or page to see from,
 * carried text is there all the same.
 *
 * @param {string} base
 */
export const folderOf = (base) => addressFrom(base.replace(/\/?$/, "/")) ?? addressFrom(".") ?? "";
