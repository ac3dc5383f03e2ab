// The types of the colors that the stylesheet works out.
//
// A color with a type is worked out once, where the stylesheet sets it, and without one by each rule that uses it. Only
// a document can give types, and not the sheet of a shadow root. They hold for all of the page, which has no properties
// of these names for itself.

// Each with what it is where a page says what is no color.
const COLORS = {
  "accent": "#4b2a86",
  "accent-light": "#4b2a86",
  "accent-dark": "#cbb8ff",
  "paper": "#fff",
  "paper-light": "#fff",
  "paper-dark": "#16141f",
  "on-brand": "#000",
  "on-brand-light": "#000",
  "on-brand-dark": "#fff",
};

// Types the colors in this document. Browsers that cannot do without.
export const typeColors = () => {
  for (const [name, initialValue] of Object.entries(COLORS)) {
    try {
      CSS.registerProperty?.({ name: "--lupus-" + name, syntax: "<color>", inherits: true, initialValue });
    } catch {
      // Another version of the script has done so.
    }
  }
};
