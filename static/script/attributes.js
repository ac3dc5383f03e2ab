// The attributes of the element: one table, from which follow what is observed and the properties. What a change
// does is one more column, `REACTIONS` of later.js, since only later.js needs it.

/**
 * What each attribute is where the page does not say. Those with such a value are properties of the element, too.
 */
export const INITIAL = {
  "theme": "auto",
  "open": "at-a-glance",
  "sections": "all",
  "path": "none",
  "heading-level": "2",
  "loading": "lazy",
  "mode": "element",
  "remember": "none",
  "links": "on",
  "feedback": "off",
  "region": "auto",
  "page": "",
  "base": ".",
  "id": undefined,
  "lang": undefined,
};

/** @typedef {keyof typeof INITIAL} Attribute */

/**
 * What values an attribute can have, where only some are allowed; any other counts as the initial one.
 *
 * @type {Partial<Record<Attribute, string[]>>}
 */
export const VALUES = {
  "theme": ["auto", "light", "dark"],
  "heading-level": ["2", "3", "4", "5"],
  "loading": ["lazy", "eager"],
  "mode": ["element", "frame"],
  "remember": ["none", "session"],
  "links": ["on", "off"],
  "feedback": ["off", "on"],
  "region": ["auto", "none", "us", "gb", "ca", "au", "ie", "de", "at", "ch", "es", "mx", "fr", "br", "pt"],
};

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
export const valueOf = (element, name) => element.getAttribute(name) ?? INITIAL[name] ?? "";

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

const PROPERTIES = /** @type {Attribute[]} */ (Object.keys(INITIAL)).filter((name) => INITIAL[name] !== undefined);

/** @param {string} name */
const propertyOf = (name) => name.replace("-l", "L");
