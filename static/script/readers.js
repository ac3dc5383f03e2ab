// Safe ways to read the nodes of a page.
//
// A form of the page has its fields for properties, and a document its images and forms: one that is named `lang` or
// `head` hides what every element or document has. So a page's nodes are read by what their class says of them.

/** Reads the property `name` of a node, or calls the method of that name, as `type` defines it. */
export const reader = (type, name) => {
  const { get, value } = Object.getOwnPropertyDescriptor(type.prototype, name);
  return (node, ...values) => (get ?? value).apply(node, values);
};

export const attributeOf = /* @__PURE__ */ reader(Element, "getAttribute");
export const namesOf = /* @__PURE__ */ reader(Element, "getAttributeNames");
export const slotOf = /* @__PURE__ */ reader(Element, "assignedSlot");
export const parentOf = /* @__PURE__ */ reader(Node, "parentNode");
export const typeOf = /* @__PURE__ */ reader(Node, "nodeType");
export const nextOf = /* @__PURE__ */ reader(Node, "nextSibling");
export const addressOf = /* @__PURE__ */ reader(Node, "baseURI");
export const allIn = /* @__PURE__ */ reader(Document, "querySelectorAll");
export const rootOf = /* @__PURE__ */ reader(Node, "getRootNode");
export const headOf = /* @__PURE__ */ reader(Document, "head");
export const rootElementOf = /* @__PURE__ */ reader(Document, "documentElement");
export const stateOf = /* @__PURE__ */ reader(Document, "readyState");
export const scriptOf = /* @__PURE__ */ reader(Document, "currentScript");

export const activeElementOf = /* @__PURE__ */ reader(Document, "activeElement");
export const removeAttribute = /* @__PURE__ */ reader(Element, "removeAttribute");
export const toggleAttribute = /* @__PURE__ */ reader(Element, "toggleAttribute");
export const listenTo = /* @__PURE__ */ reader(EventTarget, "addEventListener");
export const dispatch = /* @__PURE__ */ reader(EventTarget, "dispatchEvent");
export const walkerIn = /* @__PURE__ */ reader(Document, "createTreeWalker");

const elementIn = /* @__PURE__ */ reader(Document, "createElementNS");

/** A new HTML element, in an XML page, too. */
export const make = (name) => elementIn(document, "http://www.w3.org/1999/xhtml", name);
