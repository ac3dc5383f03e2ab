// Runs in frame.html: takes options from the page's address, and talks to the element that holds
// the frame, if there is one. frame.js is the other side.

/** @import { Row } from "./attributes.js" */
/** @import { Explainer } from "./element.js" */

import { customProperties } from "built";

import { setProperty } from "./framed-properties.js";
import { FRAMED_SLOTS, shortened } from "./framed-slots.js";
import { KIT, NAME } from "./name.js";

/** What embed.js hands on. This script may run before it, and asks only once the element is known. */
const kit = () => /** @type {typeof Explainer} */ (customElements.get(NAME))[KIT];

/**
 * Sets an attribute, if the address of the frame (`passed`) or the page around it (`held`, too) may say it. It can only
 * be what it is: nothing of it is markup.
 *
 * @param {Explainer} element
 * @param {string} name
 * @param {string} value
 * @param {Row["frame"][]} sayable
 */
const setAttribute = (element, name, value, sayable) => {
  const { ATTRIBUTES, NAMES } = kit();
  const known = NAMES.find((it) => it === name);
  if (known && sayable.includes(ATTRIBUTES[known].frame) && element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
};

/**
 * Options stand after `?` or after `#`: some servers send a visitor on to another address without the query.
 *
 * @param {Explainer} element
 */
const readAddress = (element) => {
  const fragment = location.hash.includes("=") ? location.hash.slice(1) : "";
  for (const options of [location.search, fragment]) {
    for (const [name, value] of new URLSearchParams(options)) {
      if (name.startsWith("--")) setProperty(element, name, value);
      else setAttribute(element, name, value, ["passed"]);
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

/**
 * What happens before a page holds the frame, which hears of it then.
 *
 * @type {{ event: string, detail: unknown }[]}
 */
const missed = [];
const miss = (/** @type {any} */ { type, detail }) => missed.push({ event: type.slice(4), detail });

/** @param {Explainer} element */
const begin = (element) => {
  const { controllerOf, languageOf } = kit();
  const controller = controllerOf(element);
  // What a page wants to be kept, it keeps itself.
  controller.holder = { keep: () => {}, reveal: null, page: null };
  readAddress(element);
  // The text that the page brings is of one language.
  controller.isStale = languageOf(element) !== document.documentElement.lang;
  element.removeAttribute("waits");
  element.connectedCallback();
  if (parent === window) return;
  for (const event of EVENTS) addEventListener(`lct-${event}`, miss);
  addEventListener("message", ({ source, data, ports: [port] }) => {
    if (source === parent && data === `${NAME}: welcome` && port) connect(element, port);
  });
  // Whoever holds the frame may hear that it is there: a frame without its text stays as it is, with a scroll bar.
  const hello = () => parent.postMessage(`${NAME}: hello`, "*");
  const look = () => {
    if (element.shadowRoot?.querySelector(".mount > *")) hello();
    else controller.pendingCalls.push(hello);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", look, { once: true });
  else look();
};

/**
 * @param {Explainer} element
 * @param {MessagePort} port
 */
const connect = (element, port) => {
  const controller = kit().controllerOf(element);
  // From now on the frame is as high as its text.
  document.documentElement.classList.add("held");
  const holder = {
    keep: (/** @type {string} */ what, /** @type {string} */ text) => port.postMessage({ keep: what, text }),
    // The sentence that is read aloud is to be seen, and the place that a link leads to.
    reveal: (/** @type {Element | Range} */ place) => reveal(port, place),
    page: controller.holder?.page ?? null,
  };
  controller.holder = holder;
  port.onmessage = ({ data }) => receive(element, Object(data));
  new ResizeObserver(() => {
    port.postMessage({ height: height(), open: controller.openSections });
  }).observe(document.body);
  for (const message of missed.splice(0)) port.postMessage({ ...message, open: controller.openSections });
  for (const event of EVENTS) {
    removeEventListener(`lct-${event}`, miss);
    const tell = (/** @type {any} */ { detail }) => port.postMessage({ event, detail, open: controller.openSections });
    addEventListener(`lct-${event}`, tell);
  }
  // A browser that cannot place a popover beside its word would place it at the far end of the frame.
  element.shadowRoot?.addEventListener("click", (/** @type {any} */ { target }) => {
    const id = target.closest?.("[popovertarget]:not(.popover *)")?.getAttribute("popovertarget");
    const popover = element.shadowRoot?.getElementById(id);
    if (!popover || CSS.supports("position-area: block-end")) return;
    popover.style.setProperty("inset-block", `${target.getBoundingClientRect().bottom}px auto`);
  });
  addEventListener("focusin", (event) => {
    reveal(port, /** @type {Element} */ (event.composedPath()[0]));
  });
};

const height = () => document.body.getBoundingClientRect().height;

/**
 * Once the frame is as high as its text: before, the page could not be scrolled to the place.
 *
 * @param {MessagePort} port
 * @param {Element | Range} place
 */
const reveal = (port, place) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    const { top, bottom } = place.getBoundingClientRect();
    if (bottom > top) port.postMessage({ height: height(), reveal: [top + scrollY, bottom + scrollY] });
  })));

/**
 * The pairs of texts in a list of anything.
 *
 * @param {unknown} list
 * @returns {[string, string][]}
 */
const pairs = (list) => {
  const isText = (/** @type {unknown} */ it) => typeof it === "string";
  return Array.isArray(list) ? list.filter((it) => Array.isArray(it) && it.length === 2 && it.every(isText)) : [];
};

/**
 * Puts into the slots what the page around the frame has in its own: as text, nothing of which is markup.
 *
 * @param {Explainer} element
 * @param {any} slots
 */
const fillSlots = (element, slots) => {
  for (const slot of FRAMED_SLOTS) {
    const lines = shortened(slots[slot]);
    const there = [...element.querySelectorAll(`[slot=${slot}]`)];
    if (there.map(({ textContent }) => textContent).join("\n") === lines.join("\n")) continue;
    for (const line of there) line.remove();
    element.append(...lines.map((textContent) => Object.assign(document.createElement("span"), { slot, textContent })));
  }
};

/**
 * @param {Explainer} element
 * @param {any} message
 */
const receive = (element, { attributes, properties, page, slots, kept, call, id }) => {
  const controller = kit().controllerOf(element);
  const { holder } = controller;
  const later = (/** @type {Parameters<import("./session.js").Session["later"]>[0]} */ act) =>
    controller.session?.later(act);
  const asked = pairs(attributes);
  for (const [name, value] of asked) setAttribute(element, name, value, ["passed", "held"]);
  // Passed on only where the page asks for sections to be open.
  if (attributes && !asked.some(([name]) => name === "open")) element.removeAttribute("open");
  if (Array.isArray(properties)) {
    const said = new Map(pairs(properties));
    for (const name in customProperties) if (!said.has(name)) element.style.removeProperty(name);
    for (const [name, value] of said) setProperty(element, name, value);
  }
  if (slots) fillSlots(element, slots);
  if (/^https?:\/\//.test(page) && holder && page !== holder.page) {
    holder.page = String(page);
    later(({ changed }) => controller.session && changed(controller.session, "links"));
  }
  if (kept) later(({ recall }) => controller.session && recall(controller.session, Object(kept)));
  if (call === "go") later(({ goToSection }) => controller.session && goToSection(controller.session, String(id)));
  else if (METHODS.includes(call)) /** @type {any} */ (element)[call](id);
};

const METHODS = ["openSection", "closeSection", "openAll", "closeAll"];

// As soon as the element is there, and its script: until then it waits. Where its script is missing, it never answers.
const watch = () => {
  const element = document.querySelector(NAME);
  if (!element) return;
  watcher.disconnect();
  customElements.whenDefined(NAME).then(() => begin(/** @type {Explainer} */ (element)));
};
const watcher = new MutationObserver(watch);
watcher.observe(document, { childList: true, subtree: true });
watch();
