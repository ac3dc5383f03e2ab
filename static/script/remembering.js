// What is kept for the session, where the page asks for it.

import { NAME } from "./name.js";
import { allIn } from "./readers.js";
import { warn } from "./warnings.js";

export function asksToRemember(element) {
  return element._said("remember") === "session";
}

const keyOf = (element, what) => NAME + element._name + what;

/** Keeps all that the page asks to be remembered; where it asks for nothing, nothing is left of what was kept. */
export function remember(element) {
  const asks = asksToRemember(element);
  if (element._keptUnder && element._keptUnder !== element._name) forget(element._keptUnder);
  if (!asks && !element._holder && !namesakes(element).some(asksToRemember)) forget(element._name);
  if (!asks || !element._shown) return;
  keep(element, "", element._openIds.join(" ") || "none");
  for (const what of ["notes", "look"]) if (element["_" + what]) keep(element, "-" + what, element["_" + what]);
}

function forget(name) {
  try {
    for (const what of ["", "-notes", "-look"]) sessionStorage.removeItem(NAME + name + what);
  } catch {
    // Where nothing can be kept, nothing is left.
  }
}

function namesakes(element) {
  return [...allIn(document, NAME)].filter((it) => it !== element && it._name === element._name);
}

/** Keeps something for the session. Inside a frame the page around it does. */
export function keep(element, what, text) {
  if (element._holder) {
    element._holder(what.slice(1), text);
    return;
  }
  try {
    sessionStorage.setItem(keyOf(element, what), text);
    element._keptUnder = element._name;
  } catch (error) {
    warn(`\`remember\` has no effect here: ${error.message}`);
  }
}

/** What the reader has noted or set before, as far as the page lets it be kept. */
export function kept(element, what) {
  return (element["_" + what] ??= element._stored("-" + what)) ?? "";
}
