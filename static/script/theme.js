// Light or dark, as the page around the element is.

/** @import { Session } from "./session.js" */

/**
 * Red, green, blue, and how much they cover what is below, each from 0 to 1.
 *
 * @typedef {[red: number, green: number, blue: number, alpha: number]} Color
 */

import { allIn, attributeNamesOf, attributeOf, make } from "./readers.js";
import { ancestors } from "./surroundings.js";

// What a page says of its theme: data-theme, data-bs-theme, data-color-mode and the like. What stands in
// data-light-theme is to be used when it is light, and does not say that it is.
const THEME = /^(data-)?(?!light|dark)(\w+-)?(theme|mode|color-(theme|mode|scheme))$/;

/**
 * Light or dark, where something decides it: the attribute, else what surrounds the element.
 *
 * @param {Session} session
 */
export const themeOf = (session) => {
  const { element } = session;
  const elements = ancestors(element, true);
  const said = [session.value("theme")];
  for (const it of elements) {
    for (const name of [...attributeNamesOf(it).filter((name) => THEME.test(name)), "class"]) {
      said.push(attributeOf(it, name) ?? "");
    }
  }
  const found = said.flatMap((it) => it.trim().toLowerCase().split(/\s+/)).find(isTheme);
  if (found) return found;
  // One scheme that the page states is one, and a choice of two is none.
  const { color, colorScheme } = getComputedStyle(element);
  const scheme = colorScheme === "normal" ? schemeOfHead() : colorScheme;
  const [only, ...others] = scheme.split(" ").filter(isTheme);
  if (only && !others.length) return only;
  const painted = paintedAround(session, elements, color);
  if (painted) return painted;
  // The stylesheet follows the choice that the system makes.
  if (colorScheme !== "normal") return "";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

/**
 * The same. A page in which even this fails has the text all the same.
 *
 * @param {Session} session
 */
export const themeOrNone = (session) => {
  try {
    return themeOf(session);
  } catch {
    return "";
  }
};

/**
 * Has the text follow a theme.
 *
 * @param {Session} session
 * @param {string} [theme]
 */
export const dress = (session, theme = themeOrNone(session)) => {
  for (const mount of session.all(".mount")) if (mount.dataset.theme !== theme) mount.dataset.theme = theme;
};

/** @param {string} word */
const isTheme = (word) => word === "light" || word === "dark";

/** What the head of the page says of its colors. */
const schemeOfHead = () => {
  const [meta] = allIn(document, 'meta[name="color-scheme"]');
  return /** @type {HTMLMetaElement | undefined} */ (meta)?.content ?? "normal";
};

/**
 * Light or dark, as a color is seen.
 *
 * @param {Color} color
 */
const nameOf = ([red, green, blue]) => (3 * red + 6 * green + blue > 5 ? "light" : "dark");

/**
 * What the page around the element is painted: light, dark, or nothing at all.
 *
 * @param {Session} session
 * @param {Element[]} elements
 * @param {string} color that of the words
 */
const paintedAround = (session, elements, color) => {
  // What has been found so far, which can be a pane of glass.
  /** @type {Color} */
  const seen = [0, 0, 0, 0];
  const put = (/** @type {Color} */ layer) => {
    const share = (1 - seen[3]) * layer[3];
    for (const at of /** @type {const} */ ([0, 1, 2])) seen[at] += share * layer[at];
    seen[3] += share;
  };
  const words = colorOf(session, color);
  for (const it of elements) {
    const { backgroundColor, backgroundImage } = getComputedStyle(it);
    const layer = colorOf(session, backgroundColor);
    // A picture tells nothing, but the words on it do.
    if (backgroundImage !== "none" && !layer[3]) return nameOf(words) === "light" ? "dark" : "light";
    put(layer);
    if (seen[3] > 0.99) return nameOf(seen);
  }
  // Light words stand on something dark, wherever that comes from.
  if (!seen[3]) return nameOf(words) === "light" && "dark";
  put(colorOf(session, "Canvas"));
  return nameOf(seen);
};

/**
 * The browser knows every way to write a color, and tells of it where an element has it.
 *
 * @param {Session} session
 * @param {string} written
 * @returns {Color}
 */
const colorOf = ({ element }, written) => {
  let told = written;
  if (!written.startsWith("rgb")) {
    const probe = make("span");
    probe.style.color = `color-mix(in srgb, ${written}, ${written})`;
    // A browser that cannot tell does not know the color, either.
    if (!probe.style.color || !element.shadowRoot) return [0, 0, 0, 0];
    element.shadowRoot.append(probe);
    told = getComputedStyle(probe).color;
    probe.remove();
  }
  const numbers = told.match(/-?[\d.]+(e-?\d+)?|none/g) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map((it) => Number(it) || 0);
  const most = told.startsWith("rgb") ? 255 : 1;
  return [red / most, green / most, blue / most, alpha];
};
