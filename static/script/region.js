// What the text says in the reader's region: whom to call, and where to look.

/** @import { Session } from "./session.js" */

import { ATTRIBUTES, plainValueOf } from "./attributes.js";
import { tagsAround } from "./language.js";

/**
 * What stood in each place before the words of a region did.
 *
 * @type {WeakMap<Element, { neutral: ChildNode[], region: Element | null }>}
 */
const places = new WeakMap();

/**
 * The region in the language of the page around the element, such as `gb` of `en-GB`; empty where it names none.
 *
 * @param {Element} element
 */
export const regionAround = (element) => {
  for (const tag of tagsAround(element)) {
    const [, region] = /^[a-z]+(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(tag) ?? [];
    if (region) return region.toLowerCase();
  }
  return "";
};

/**
 * The region that the page asks for, else that of its language. It may be one of which there are no words.
 *
 * @param {Element} element
 */
const regionOf = (element) => {
  const region = plainValueOf(element, "region");
  const isTaken = region !== "auto" && ATTRIBUTES["region"].values?.includes(region);
  return isTaken ? region : regionAround(element) || "none";
};

/**
 * Puts the words of the region into the text, in the place of those that hold everywhere, or those back.
 *
 * @param {Session} session
 * @param {ParentNode} [root] where the text is
 */
export const localize = (session, root = session.root) => {
  const template = /** @type {HTMLTemplateElement | null} */ (root.querySelector(".regions"));
  // While the text arrives, a part of it is whole once something follows it.
  if (!template?.nextSibling) return;
  const region = template.content.querySelector(`[data-region=${regionOf(session.element)}]`);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-regional]"))) {
    const before = places.get(place);
    if (!hasArrived(place) || (before?.region ?? null) === region) continue;
    const neutral = before?.neutral ?? [...place.childNodes];
    places.set(place, { neutral, region });
    const words = region?.querySelector(`[data-regional=${place.dataset.regional}]`);
    place.replaceChildren(...(words ? words.cloneNode(true).childNodes : neutral));
  }
};

/** @param {Node} place */
const hasArrived = (place) => {
  for (let it = /** @type {Node | null} */ (place); it; it = it.parentNode) if (it.nextSibling) return true;
  return false;
};
