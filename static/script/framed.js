// Runs in frame.html: takes options from the page's address, and talks to the element that holds
// the frame, if there is one. frame.js is the other side.

import { customProperties } from "built";

import { NAME } from "./name.js";

// The longest value that is looked at.
const LONGEST_VALUE = 500;

const MATH = "calc min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs sign";
const COLORS = "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color";

// What a value of each kind is: a property of CSS that takes nothing else, and the only functions that
// may stand in it. None of them can hold an address or bring in what stands elsewhere.
const KINDS = {
  color: { property: "color", functions: `${COLORS} ${MATH}`.split(" "), words: "a color" },
  length: { property: "padding-top", functions: MATH.split(" "), words: "a length" },
  font: { property: "font-family", functions: [], words: "names of fonts" },
};

const told = new Set();

const refuse = (name, value, allowed) => {
  const problem = `\`${name}\` has the value \`${value.slice(0, LONGEST_VALUE)}\`, but allowed is ${allowed}`;
  if (!told.has(problem)) console.warn(`<${NAME}>: property ${problem}; using the default`);
  told.add(problem);
};

const isOf = ({ property, functions }, value) => {
  // Escapes and comments could hide the name of a function.
  if (value.length > LONGEST_VALUE || /\\|\/\*/.test(value) || !CSS.supports(property, value)) return false;
  const unquoted = value.replace(/"[^"]*"|'[^']*'/g, "");
  // Brackets without a name stand in calculations.
  const called = [...unquoted.matchAll(/([^\s(),/*+]*)\(/g)].map(([, name]) => name.toLowerCase());
  return called.every((name) => functions.includes(name) || (!name && functions.length));
};

const setProperty = (element, name, value) => {
  const kind = Object.hasOwn(customProperties, name) && KINDS[customProperties[name]];
  element.style.removeProperty(name);
  if (!kind) {
    refuse(name, value, `no property of this name, only ${Object.keys(customProperties).join(", ")}`);
  } else if (isOf(kind, value)) {
    element.style.setProperty(name, value);
  } else {
    const { words, functions } = kind;
    refuse(name, value, functions.length ? `${words}, with no functions but ${functions.join(", ")}` : `${words}, without functions`);
  }
};

// An attribute of the element can only be what it is: nothing of it is markup.
const setAttribute = (element, name, value) => {
  if (element.constructor.observedAttributes.includes(name) && element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
};

// What an address may not say: where files are, what is kept, and where links lead.
const NOT_BY_ADDRESS = ["id", "base", "mode", "remember", "page"];

// Options stand after `?` or after `#`: some servers send a visitor on to another address without the query.
const readAddress = (element) => {
  const fragment = location.hash.includes("=") ? location.hash.slice(1) : "";
  for (const options of [location.search, fragment]) {
    for (const [name, value] of new URLSearchParams(options)) {
      if (name.startsWith("--")) setProperty(element, name, value);
      else if (!NOT_BY_ADDRESS.includes(name)) setAttribute(element, name, value);
    }
  }
  // A link to a section takes the place of the fragment, and a page that is loaded again would have no options.
  try {
    if (fragment) history.replaceState(null, "", `?${fragment}`);
  } catch {
    // Then only that is lost.
  }
};

const EVENTS = ["ready", "toggle", "language", "stale", "error", "feedback"];
// What happens before a page holds the frame, which hears of it then.
const missed = [];
const miss = ({ type, detail }) => missed.push({ event: type.slice(4), detail });

const begin = (element) => {
  // What a page wants to be kept, it keeps itself.
  element._stored = () => null;
  element._holder = () => {};
  readAddress(element);
  // The text that the page brings is of one language.
  element._fresh = element._tag !== document.documentElement.lang;
  element.removeAttribute("waits");
  if (parent === window) return;
  for (const event of EVENTS) addEventListener(`lct-${event}`, miss);
  addEventListener("message", ({ source, data, ports }) => {
    if (source === parent && data === `${NAME}: welcome` && ports[0]) connect(element, ports[0]);
  });
  // Whoever holds the frame may hear that it is there: a frame without its text stays as it is, with a scroll bar.
  const hello = () => parent.postMessage(`${NAME}: hello`, "*");
  const look = () => {
    if (element._all(".mount > *").length) hello();
    else element._whenShown(hello);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", look, { once: true });
  else look();
};

const connect = (element, port) => {
  // From now on the frame is as high as its text.
  document.documentElement.classList.add("held");
  element._holder = (what, text) => port.postMessage({ keep: what, text });
  port.onmessage = ({ data }) => receive(element, port, Object(data));
  new ResizeObserver(() => {
    port.postMessage({ height: height(), open: element._openIds });
  }).observe(document.body);
  for (const message of missed.splice(0)) port.postMessage({ ...message, open: element._openIds });
  for (const event of EVENTS) {
    removeEventListener(`lct-${event}`, miss);
    addEventListener(`lct-${event}`, ({ detail }) => port.postMessage({ event, detail, open: element._openIds }));
  }
  // A browser that cannot place a popover beside its word would place it at the far end of the frame.
  element.shadowRoot.addEventListener("click", ({ target }) => {
    const popover = element._id(target.closest?.("[popovertarget]:not(.popover *)")?.getAttribute("popovertarget"));
    if (!popover || CSS.supports("position-area: block-end")) return;
    popover.style.insetBlock = `${target.getBoundingClientRect().bottom}px auto`;
  });
  // The sentence that is read aloud is to be seen, and the place that a link leads to.
  element._reveal = (place) => reveal(port, place);
  addEventListener("focusin", (event) => {
    reveal(port, event.composedPath()[0]);
  });
};

const height = () => document.body.getBoundingClientRect().height;

// Once the frame is as high as its text: before, the page could not be scrolled to the place.
const reveal = (port, place) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    const { top, bottom } = place.getBoundingClientRect();
    if (bottom > top) port.postMessage({ height: height(), reveal: [top + scrollY, bottom + scrollY] });
  })));

const pairs = (list) => list.filter((it) => Array.isArray(it) && it.length === 2 && it.every((word) => typeof word === "string"));

const receive = (element, port, { attributes, properties, page, kept, call, id }) => {
  // The page around the frame decides itself where files are and how it shows the explainer.
  if (Array.isArray(attributes)) {
    for (const [name, value] of pairs(attributes)) if (!/^(id|base|mode|page)$/.test(name)) setAttribute(element, name, value);
  }
  if (Array.isArray(properties)) {
    const said = new Map(pairs(properties));
    for (const name in customProperties) if (!said.has(name)) element.style.removeProperty(name);
    for (const [name, value] of said) setProperty(element, name, value);
  }
  if (/^https?:\/\//.test(page) && page !== element._page) {
    element._page = String(page);
    element._later((later) => later.changed(element, "links"));
  }
  if (kept) element._later((later) => later.recall(element, Object(kept)));
  if (call === "go") {
    element._later((later) => later.goToSection(element, id));
  } else if (/^(open|close)(Section|All)$/.test(call)) element[call](id);
};

// As soon as the element is there, and its script: until then it waits. Where its script is missing, it never answers.
const watch = () => {
  const element = document.querySelector(NAME);
  if (!element) return;
  watcher.disconnect();
  customElements.whenDefined(NAME).then(() => begin(element));
};
const watcher = new MutationObserver(watch);
watcher.observe(document, { childList: true, subtree: true });
watch();
