// What a reader can do with one section: hand it on, and close it at its end.

/** @import { Session } from "./session.js" */
/** @import { AddressOf } from "./tools.js" */

import { copy, plain, share } from "./texts.js";

/**
 * Says something politely, below a section.
 *
 * @param {Session} session
 * @param {string} section
 * @param {string} text
 */
function say(session, section, text) {
  for (const told of session.byId(section + "-body")?.querySelectorAll(".section-foot .told") ?? []) {
    told.textContent = text;
  }
}

/**
 * The words that are written once for all sections.
 *
 * @param {Session} session
 */
function messages(session) {
  const { share = "", shared = "", copied = "" } = session.all(".reader-tools")[0]?.dataset ?? {};
  return { share, shared, copied };
}

/**
 * @param {Session} session
 * @param {string} section
 * @param {AddressOf} addressOf
 */
export function copyLink(session, section, addressOf) {
  copy(addressOf(section), (words) => say(session, section, words), messages(session).copied);
}

/**
 * @param {Session} session
 * @param {string} section
 * @param {AddressOf} addressOf
 */
export function shareSection(session, section, addressOf) {
  const { share: template, shared } = messages(session);
  const heading = plain((session.byId(section + "-button")?.textContent ?? "").trim());
  const text = template.replace("{section}", () => heading).replace("{address}", () => addressOf(section)).trim();
  share(text, (words) => say(session, section, words), shared);
}

/**
 * Closes a section and brings the reader to its heading.
 *
 * @param {Session} session
 * @param {string} section
 */
export function closeSection(session, section) {
  const button = session.byId(section + "-button");
  if (!button) return;
  // Before it closes, which moves what is below the heading only.
  button.scrollIntoView({ block: "nearest" });
  button.focus({ preventScroll: true });
  session.setOpen(section, false);
  // A frame cannot scroll the page around it.
  session.controller.holder?.reveal?.(button);
}
