// Safe ways to read the nodes of a page.
//
// A form of the page has its fields for properties, and a document its images and forms: one that is named `lang` or
// `head` hides what every element or document has. So a page's nodes are read by what their class says of them.

/**
 * Reads a property of a node, or calls a method of it, as `type` defines it.
 *
 * @template {object} Owner
 * @template {keyof Owner} Name
 * @param {{ prototype: Owner }} type
 * @param {Name} name
 * @returns {[Owner[Name]] extends [(...values: infer Values) => infer Result]
 *   ? (node: Owner, ...values: Values) => Result : (node: Owner) => Owner[Name]}
 */
const reader = (type, name) => {
  const { get, value } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(type.prototype, name));
  /** @type {any} */
  const read = (/** @type {Owner} */ node, /** @type {unknown[]} */ ...values) => (get ?? value).apply(node, values);
  return read;
};

export const attributeOf = /* @__PURE__ */ reader(Element, "getAttribute");
export const attributeNamesOf = /* @__PURE__ */ reader(Element, "getAttributeNames");
export const removeAttribute = /* @__PURE__ */ reader(Element, "removeAttribute");
export const toggleAttribute = /* @__PURE__ */ reader(Element, "toggleAttribute");
export const slotOf = /* @__PURE__ */ reader(Element, "assignedSlot");
export const parentOf = /* @__PURE__ */ reader(Node, "parentNode");
export const nodeTypeOf = /* @__PURE__ */ reader(Node, "nodeType");
export const nextSiblingOf = /* @__PURE__ */ reader(Node, "nextSibling");
export const baseAddressOf = /* @__PURE__ */ reader(Node, "baseURI");
export const rootOf = /* @__PURE__ */ reader(Node, "getRootNode");
export const allIn = /* @__PURE__ */ reader(Document, "querySelectorAll");
export const headOf = /* @__PURE__ */ reader(Document, "head");
export const rootElementOf = /* @__PURE__ */ reader(Document, "documentElement");
export const activeElementOf = /* @__PURE__ */ reader(Document, "activeElement");
export const readyStateOf = /* @__PURE__ */ reader(Document, "readyState");
export const currentScriptOf = /* @__PURE__ */ reader(Document, "currentScript");
export const treeWalkerIn = /* @__PURE__ */ reader(Document, "createTreeWalker");
export const listenTo = /* @__PURE__ */ reader(EventTarget, "addEventListener");
export const dispatch = /* @__PURE__ */ reader(EventTarget, "dispatchEvent");

const elementIn = /* @__PURE__ */ reader(Document, "createElementNS");

/**
 * A new HTML element, in an XML page, too.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const make = (name) => {
  /** @type {any} */
  const made = elementIn(document, "http://www.w3.org/1999/xhtml", name);
  return made;
};
