// Keeping things for the session, where the page asks for it.

/** @import { Session } from "./session.js" */
/** @import { Kept, Kind } from "./storage.js" */

import { kit } from "./kit.js";
import { NAME } from "./name.js";
import { allIn } from "./readers.js";
import { reasonOf } from "./reason.js";
import { storageKey } from "./storage.js";
import { warn } from "./warnings.js";

const { plainValueOf, stored } = kit;

/** @type {Kept[]} */
const KEPT = ["notes", "look", "path"];

/** What is kept of an element: the open sections, and what the reader has noted and set. */
/** @type {Kind[]} */
const KINDS = ["", ...KEPT.map((what) => /** @type {const} */ (`-${what}`))];

/** @param {Element} element */
export function asksToRemember(element) {
  return plainValueOf(element, "remember") === "session";
}

/**
 * Keeps all that the page asks to be remembered; where it asks for nothing, nothing is left of what was kept.
 *
 * @param {Session} session
 */
export function remember(session) {
  const { controller, element, name } = session;
  const { holder, kept, storedUnder } = controller;
  const asks = asksToRemember(element);
  if (storedUnder && storedUnder !== name) forget(storedUnder);
  if (!asks && !holder && !namesakes(session).some(asksToRemember)) forget(name);
  if (!asks || !session.isShown) return;
  rememberSections(session);
  for (const what of KEPT) {
    const text = kept[what];
    if (text) put(session, `-${what}`, text);
  }
}

/**
 * Keeps which sections are open, where the page asks for that.
 *
 * @param {Session} session
 */
export function rememberSections(session) {
  if (asksToRemember(session.element)) put(session, "", session.controller.openSections.join(" ") || "none");
}

/** @param {string} name */
function forget(name) {
  try {
    for (const what of KINDS) sessionStorage.removeItem(storageKey(name, what));
  } catch {
    // Where nothing can be kept, nothing is left.
  }
}

/** @param {Session} session */
function namesakes({ element, name }) {
  return [...allIn(document, NAME)].filter((it) => it !== element && (it.id || NAME) === name);
}

/**
 * Keeps what the reader has noted or chosen for as long as the page allows.
 *
 * @param {Session} session
 * @param {Kept} what
 * @param {string} text
 */
export function keep(session, what, text) {
  session.controller.kept[what] = text;
  if (asksToRemember(session.element)) put(session, `-${what}`, text);
}

/**
 * Keeps something for the session. Inside a frame the page around it does.
 *
 * @param {Session} session
 * @param {Kind} what
 * @param {string} text
 */
function put({ controller, name }, what, text) {
  if (controller.holder) {
    controller.holder.keep(what.slice(1), text);
    return;
  }
  try {
    sessionStorage.setItem(storageKey(name, what), text);
    controller.storedUnder = name;
  } catch (error) {
    warn(`\`remember\` has no effect here: ${reasonOf(error)}`);
  }
}

/**
 * Takes over what was stored of the reader's notes and look, unless they are known: the element may have been shown
 * before.
 *
 * @param {Session} session
 */
export function recallStored(session) {
  const { kept } = session.controller;
  kept.notes ??= stored(session, "-notes");
  kept.look ??= stored(session, "-look");
}

/**
 * What the reader has noted or chosen before, as far as the page lets it be kept; empty where that is nothing.
 *
 * @param {Session} session
 * @param {Kept} what
 */
export function kept({ controller }, what) {
  return controller.kept[what] ?? "";
}
