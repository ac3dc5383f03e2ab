// The attributes of the element, and how their values are read.

// What each attribute is where the page does not say.
export const DEFAULTS = {
  theme: "auto",
  open: "at-a-glance",
  sections: "all",
  "heading-level": "2",
  loading: "lazy",
  mode: "element",
  remember: "none",
  links: "on",
  feedback: "off",
  page: "",
  base: ".",
};

// What stands in a list, or by itself. Text that was pasted can have marks in it that are not seen.
const GAPS = /[\s\u0085\u180e\u200b-\u200f\u2060]+/;
export const wordsOf = (text) => text.split(GAPS).filter(Boolean);

/** The property that an attribute is, too. */
export const propertyOf = (name) => name.replace("-l", "L");
