// The policy by which this script makes HTML and addresses of scripts.

import { NAME } from "./name.js";

let made = null;

/** The policy, which is made once: a second one of its name is refused, even that of the same script loaded twice. */
export const trusted = () => {
  if (made) return made;
  const plain = { createHTML: (it) => it, createScriptURL: (it) => it };
  try {
    made = window.trustedTypes?.createPolicy(NAME, plain);
  } catch {
    // The page lists the names of policies, and not this one: setting the text then says so.
  }
  return (made ??= plain);
};
