// What is around an element.

import { parentOf, slotOf, typeOf } from "./readers.js";

/** The window of a document. */
export const viewOf = (page) => (page === document ? window : page.defaultView) ?? window;

// The elements around another, out of shadow roots too: as the page is written, or as it is `painted`, through slots.
export const around = (element, painted) => {
  const elements = [];
  for (let node = element; node; ) {
    const isElement = typeOf(node) === 1;
    if (isElement && node !== element) elements.push(node);
    // Only a root has a host; a document may have an image of that name.
    node = (isElement && painted && slotOf(node)) || parentOf(node) || (typeOf(node) === 11 && node.host);
  }
  return elements;
};

// Where an element is in its document: it, or what it is in the shadow of.
const placeOf = (element) => {
  const root = element.getRootNode();
  return typeOf(root) === 11 && root.host ? placeOf(root.host) : element;
};
export const isBefore = (one, other) => placeOf(other).compareDocumentPosition(placeOf(one)) & Node.DOCUMENT_POSITION_PRECEDING;
