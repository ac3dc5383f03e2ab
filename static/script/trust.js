// The policy by which this script makes HTML and addresses of scripts.

import { NAME } from "./name.js";

/**
 * @typedef {object} Policy
 * @property {(html: string) => any} createHTML
 * @property {(address: string) => any} createScriptURL
 */

/** @type {Policy | undefined} */
let policy;

/**
 * The policy, which is made once: a page refuses a second one of its name, and may load this script twice.
 *
 * @returns {Policy}
 */
export const trusted = () => {
  /** @type {Policy} */
  const plain = { createHTML: (it) => it, createScriptURL: (it) => it };
  if (policy) return policy;
  try {
    policy = /** @type {any} */ (window).trustedTypes?.createPolicy(NAME, plain);
  } catch {
    // The page lists the names of policies, and not this one: setting the text then says so.
  }
  return (policy ??= plain);
};
