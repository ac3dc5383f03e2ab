// The numbers of the explainers of one page.

/** @import { Session } from "./session.js" */

/** @type {Map<Session, number>} */
const numbers = new Map();

/**
 * The number of an element among the explainers of this page: the lowest that no other has.
 *
 * @param {Session} session
 */
export function numberOf(session) {
  const known = numbers.get(session);
  if (known) return known;
  const taken = [...numbers.values()];
  let number = 1;
  while (taken.includes(number)) number += 1;
  numbers.set(session, number);
  session.signal.addEventListener("abort", () => numbers.delete(session));
  return number;
}

/**
 * Several explainers on one page do not share the names of what assistive technology leads to.
 *
 * @param {Session} session
 */
export function setNames(session) {
  const number = numberOf(session);
  if (number === 1) return;
  const name = (/** @type {Element | undefined} */ place, /** @type {string} */ words) => {
    place?.removeAttribute("aria-labelledby");
    place?.setAttribute("aria-label", words.replace(new RegExp(`( ${number})?$`), ` ${number}`));
  };
  const [explainer] = session.all(".explainer");
  for (const place of [explainer, ...session.all(".groups")]) name(place, place?.getAttribute("aria-label") ?? "");
  for (const part of ["get-help", "paths"]) {
    const heading = session.byId(part + "-heading");
    if (heading) name(session.all("." + part)[0], heading.textContent ?? "");
  }
}
