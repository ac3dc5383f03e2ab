// The attributes of the element: one table, from which follow what is observed, the properties, what a change does
// (`changed` of later.js), and what a frame is told (frame.js, framed.js). The tests hold README, types and complaints
// to it.

/**
 * @typedef {"theme" | "open" | "sections" | "path" | "heading-level" | "loading" | "mode" | "remember" | "links"
 *   | "feedback" | "region" | "page" | "base" | "id" | "lang"} Attribute
 */

/**
 * An attribute.
 *
 * @typedef {object} Row
 * @property {string} [initial] what it is where the page does not say. Those with such a value are properties, too
 * @property {string[]} [values] what it can be, where only some values are allowed; any other counts as the initial
 *   one
 * @property {"anew" | "text" | "acts" | "none"} change what a change does: all comes anew, or the text, or later.js
 *   acts; or nothing does, since the stylesheet or what follows the page sees it
 * @property {"passed" | "held" | "own"} frame whether a frame is told of it: `held` by the page around it alone, and
 *   not by the frame's address; `own` not at all, since it decides that itself
 */

/** @type {Record<Attribute, Row>} */
export const ATTRIBUTES = {
  "theme": { "initial": "auto", "values": ["auto", "light", "dark"], "change": "acts", "frame": "passed" },
  "open": { "initial": "at-a-glance", "change": "acts", "frame": "passed" },
  "sections": { "initial": "all", "change": "text", "frame": "passed" },
  "path": { "initial": "none", "change": "acts", "frame": "passed" },
  "heading-level": { "initial": "2", "values": ["2", "3", "4", "5"], "change": "text", "frame": "passed" },
  "loading": { "initial": "lazy", "values": ["lazy", "eager"], "change": "acts", "frame": "passed" },
  "mode": { "initial": "element", "values": ["element", "frame"], "change": "anew", "frame": "own" },
  "remember": { "initial": "none", "values": ["none", "session"], "change": "acts", "frame": "held" },
  "links": { "initial": "on", "values": ["on", "off"], "change": "acts", "frame": "passed" },
  "feedback": { "initial": "off", "values": ["off", "on"], "change": "none", "frame": "passed" },
  "region": {
    "initial": "auto",
    "values": ["auto", "none", "us", "gb", "ca", "au", "ie", "de", "at", "ch", "es", "mx", "fr", "br", "pt"],
    "change": "none",
    "frame": "passed",
  },
  "page": { "initial": "", "change": "acts", "frame": "own" },
  "base": { "initial": ".", "change": "anew", "frame": "own" },
  "id": { "change": "text", "frame": "own" },
  "lang": { "change": "anew", "frame": "passed" },
};

export const NAMES = /** @type {Attribute[]} */ (Object.keys(ATTRIBUTES));

// What stands in a list, or by itself. Text that was pasted can have marks in it that are not seen.
const GAPS = /[\s\u0085\u180e\u200b-\u200f\u2060]+/;

/** @param {string} text */
export const wordsOf = (text) => text.split(GAPS).filter(Boolean);

/**
 * The value of an attribute, else its initial one.
 *
 * @param {Element} element
 * @param {Attribute} name
 */
export const valueOf = (element, name) => element.getAttribute(name) ?? ATTRIBUTES[name].initial ?? "";

/**
 * The same, without what surrounds it.
 *
 * @param {Element} element
 * @param {Attribute} name
 */
export const plainValueOf = (element, name) => wordsOf(valueOf(element, name)).join(" ");

/**
 * Makes each attribute that has an initial value a property of the elements of `prototype`, too.
 *
 * @param {HTMLElement} prototype
 */
export const defineProperties = (prototype) => {
  for (const name of PROPERTIES) {
    Object.defineProperty(prototype, propertyOf(name), {
      /** @this {HTMLElement} */
      get() {
        return valueOf(this, name);
      },
      /**
       * @this {HTMLElement}
       * @param {unknown} value a text, a list of them, or nothing
       */
      set(value) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, [value].flat().join(" "));
      },
    });
  }
};

/**
 * Sets again the properties that the page has set before the element was known: they hide those of its prototype.
 *
 * @param {HTMLElement} element
 */
export const adoptProperties = (element) => {
  /** @type {Record<string, unknown>} */
  const properties = /** @type {any} */ (element);
  for (const name of PROPERTIES) {
    const property = propertyOf(name);
    const value = properties[property];
    if (delete properties[property] && value !== properties[property]) properties[property] = value;
  }
};

const PROPERTIES = NAMES.filter((name) => ATTRIBUTES[name].initial !== undefined);

/** @param {string} name */
const propertyOf = (name) => name.replace("-l", "L");
