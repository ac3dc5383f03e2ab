// Light or dark, as the page around the element is.

import { allIn, attributeOf, make, namesOf } from "./readers.js";
import { around } from "./surroundings.js";

// What a page says of its theme: data-theme, data-bs-theme, data-color-mode and the like. What stands in
// data-light-theme is to be used when it is light, and does not say that it is.
const THEME = /^(data-)?(?!light|dark)(\w+-)?(theme|mode|color-(theme|mode|scheme))$/;

// What the head of the page says of its colors.
const schemeOfHead = () => {
  const [meta] = allIn(document, 'meta[name="color-scheme"]');
  return meta?.content ?? "normal";
};

// Light or dark, as the red, green and blue of a color are seen.
const nameOf = ([red, green, blue]) => (3 * red + 6 * green + blue > 5 ? "light" : "dark");

// Light or dark, where something decides it: the attribute, else what surrounds the element.
export const themeOf = (element) => {
  const elements = around(element, true);
  const said = [element._said("theme")];
  for (const it of elements) {
    for (const name of [...namesOf(it).filter((name) => THEME.test(name)), "class"]) said.push(attributeOf(it, name));
  }
  const isTheme = (word) => word === "light" || word === "dark";
  const found = said.flatMap((it) => it?.trim().toLowerCase().split(/\s+/) ?? []).find(isTheme);
  if (found) return found;
  // One scheme that the page states is one, and a choice of two is none.
  const { color, colorScheme } = getComputedStyle(element);
  const scheme = colorScheme === "normal" ? schemeOfHead() : colorScheme;
  const schemes = scheme.split(" ").filter(isTheme);
  if (schemes.length === 1) return schemes[0];
  const painted = paintedAround(element, elements, color);
  if (painted) return painted;
  // The stylesheet follows the choice that the system makes.
  if (colorScheme !== "normal") return "";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

// What the page around the element is painted: light, dark, or nothing at all.
const paintedAround = (element, elements, color) => {
  // What has been found so far, which can be a pane of glass.
  const seen = [0, 0, 0, 0];
  const put = (layer) => {
    const share = (1 - seen[3]) * layer[3];
    for (const at of [0, 1, 2]) seen[at] += share * layer[at];
    seen[3] += share;
  };
  const words = partsOf(element, color);
  for (const it of elements) {
    const { backgroundColor, backgroundImage } = getComputedStyle(it);
    const layer = partsOf(element, backgroundColor);
    // A picture tells nothing, but the words on it do.
    if (backgroundImage !== "none" && !layer[3]) return nameOf(words) === "light" ? "dark" : "light";
    put(layer);
    if (seen[3] > 0.99) break;
  }
  // Light words stand on something dark, wherever that comes from.
  if (!seen[3]) return nameOf(words) === "light" && "dark";
  put(partsOf(element, "Canvas"));
  return nameOf(seen);
};

// Red, green, blue and how much they cover, each from 0 to 1. The browser knows every way to write a color, and
// tells of it where an element has it.
const partsOf = (element, color) => {
  let written = color;
  if (!color.startsWith("rgb")) {
    const probe = make("span");
    probe.style.color = `color-mix(in srgb, ${color}, ${color})`;
    // A browser that cannot tell does not know the color, either.
    if (!probe.style.color || !element.shadowRoot) return [0, 0, 0, 0];
    element.shadowRoot.append(probe);
    written = getComputedStyle(probe).color;
    probe.remove();
  }
  const [red, green, blue, alpha = 1] = written.match(/-?[\d.]+(e-?\d+)?|none/g).map((it) => Number(it) || 0);
  const most = written.startsWith("rgb") ? 255 : 1;
  return [red / most, green / most, blue / most, alpha];
};
