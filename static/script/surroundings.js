// What is around an element.

import { nodeTypeOf, parentOf, slotOf } from "./readers.js";

/**
 * The window of a document.
 *
 * @param {Document} page
 * @returns {Window & typeof globalThis}
 */
export const viewOf = (page) => (page === document ? window : page.defaultView) ?? window;

/**
 * The elements around another, out of shadow roots too, the innermost first.
 *
 * @param {Element} element
 * @param {boolean} [painted] through slots, as the page is painted, instead of as it is written
 * @returns {Element[]}
 */
export const ancestors = (element, painted = false) => {
  const elements = [];
  /** @type {any} */
  let node = element;
  while (node) {
    const isElement = nodeTypeOf(node) === 1;
    if (isElement && node !== element) elements.push(node);
    // Only a root has a host; a document may have an image of that name.
    node = (isElement && painted && slotOf(node)) || parentOf(node) || (nodeTypeOf(node) === 11 && node.host);
  }
  return elements;
};

/**
 * Whether one element comes before the other in their document.
 *
 * @param {Element} one
 * @param {Element} other
 */
export const isBefore = (one, other) =>
  placeOf(other).compareDocumentPosition(placeOf(one)) & Node.DOCUMENT_POSITION_PRECEDING;

/**
 * Where an element is in its document: it, or what it is in the shadow of.
 *
 * @param {Element} element
 * @returns {Element}
 */
const placeOf = (element) => {
  /** @type {any} */
  const root = element.getRootNode();
  return nodeTypeOf(root) === 11 && root.host ? placeOf(root.host) : element;
};
