// The sections in layer 1: which are shown and open, and the buttons, until layer 2 answers.

/** @import { Session } from "./session.js" */

import { valueOf, wordsOf } from "./attributes.js";
import { linkedSection } from "./linked.js";
import { isWhole } from "./parsing.js";
import { addStep, leaveOutSteps, pathOf, stepsOf } from "./paths.js";
import { make } from "./readers.js";
import { localize } from "./region.js";
import { copySlots } from "./slots.js";
import { stored } from "./storage.js";

/** The section that is open where the page asks for none that there is. */
const FALLBACK = "at-a-glance";

/** @param {Element} body */
export const sectionOf = (body) => body.id.replace(/-body$/, "");

/**
 * The ids of the sections that are open in an element.
 *
 * @param {HTMLElement} element
 */
export const openSectionsIn = (element) =>
  [...(element.shadowRoot?.querySelectorAll(".section-body:not([hidden])") ?? [])].map(sectionOf);

/**
 * Enables the buttons of text that no script has reached yet, whose mark they are, and closes the sections that nobody
 * asks for.
 *
 * @param {Session} session
 */
export const enable = (session) => {
  const { controller } = session;
  if (controller.isArranged) return;
  const isComplete = isWhole(session);
  if (isComplete) arrange(session);
  controller.isArranged = isComplete;
  const wanted = wantedSections(session);
  for (const button of /** @type {HTMLButtonElement[]} */ (session.all(".section-button:disabled"))) {
    const body = bodyOf(session, button);
    if (!body) continue;
    button.disabled = false;
    setBody(session, body, wanted.has(sectionOf(body)));
  }
  // While the text arrived, the first sections may have been closed before it was known that there is none to open.
  if (isComplete && wanted.isFallback) setOpen(session, FALLBACK, true);
  const path = pathOf(session);
  for (const details of session.all("details")) details.toggleAttribute("open", details === path);
  addFeet(session);
  localize(session);
  copySlots(session);
  label(session);
};

/**
 * The ids of the sections that are to be open: as the reader left them, else as the page or its address asks.
 *
 * @param {Session} session
 * @returns {{ has: (id: string) => boolean, isFallback: boolean }} `isFallback` where they ask for none that there is
 */
export const wantedSections = (session) => {
  const { toOpen } = session.controller;
  // A path that the page asks for begins with its first section.
  const [first] = session.element.hasAttribute("open") ? [] : stepsOf(session);
  const asked = first?.dataset["section"] ?? valueOf(session.element, "open");
  let ids = wordsOf(toOpen ?? stored(session, "") ?? asked);
  const isKnown = (/** @type {string} */ id) => id === "none" || id === "all" || session.byId(id + "-body");
  // While the text arrives, what is asked for may be yet to come.
  const isFallback = !ids.some(isKnown);
  if (isFallback) ids = isWhole(session) ? [FALLBACK] : [];
  const linked = toOpen == null && linkedSection(session);
  return { has: (id) => ids.includes("all") || ids.includes(id) || linked === id, isFallback };
};

/**
 * Gives the headings their level, and leaves the sections that the page asks for, in its order.
 *
 * @param {Session} session
 */
const arrange = (session) => {
  const level = session.value("heading-level");
  for (const heading of ["3", "4", "5"].includes(level) ? session.all("h2, h3") : []) {
    const depth = Number(heading.localName === "h3") - Number(heading.matches(".title"));
    const renamed = make(/** @type {"h3"} */ ("h" + (Number(level) + depth)));
    for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  }
  const wanted = wordsOf(valueOf(session.element, "sections")).flatMap((id) => session.byId("section-" + id) ?? []);
  if (wanted[0]) leaveOnly(session, [...new Set(wanted)]);
  leaveOutSteps(session);
};

/**
 * Leaves `wanted`, in this order: in their groups, unless the order takes a group apart.
 *
 * @param {Session} session
 * @param {Element[]} wanted
 */
const leaveOnly = (session, wanted) => {
  const groups = wanted.map((it) => it.closest(".section-group"));
  const parts = wanted.map((it, index) => groups[index] ?? it).filter((it, index, all) => it !== all[index - 1]);
  const isGrouped = new Set(parts).size === parts.length;
  for (const it of session.all(".section")) it.remove();
  if (isGrouped) wanted.forEach((it, index) => groups[index]?.append(it));
  session.all(".sections")[0]?.replaceChildren(...(isGrouped ? parts : wanted));
  for (const link of session.all(".groups a")) {
    const first = session.byId(link.dataset["group"] ?? "")?.querySelector(".section");
    if (first) link.dataset["section"] = first.id.slice("section-".length);
    else link.parentElement?.remove();
  }
  // One link alone leads nowhere that is not near.
  for (const it of session.all(".groups")) it.hidden = !it.querySelector("li + li");
};

/**
 * @param {Session} session
 * @param {Element} button
 */
const bodyOf = (session, button) => session.byId(button.getAttribute("aria-controls"));

/**
 * @param {Session} session
 * @param {Element} body
 * @param {boolean} open
 */
const setBody = (session, body, open) => {
  if (open) body.removeAttribute("hidden");
  else body.setAttribute("hidden", "until-found");
  session.byId(sectionOf(body) + "-button")?.setAttribute("aria-expanded", String(open));
};

/**
 * Puts below each open section what the reader can do with it, which stands in the text once.
 *
 * @param {Session} session
 */
export const addFeet = (session) => {
  const [template] = /** @type {HTMLTemplateElement[]} */ (session.all(".foot-template"));
  for (const body of session.all(".section-body:not([hidden])")) {
    // Of a section that is still arriving, more would come below it.
    const hasArrived = session.controller.isArranged || body.parentElement?.nextSibling;
    if (!template || !hasArrived || body.querySelector(".section-foot")) continue;
    body.append(template.content.cloneNode(true));
    const foot = /** @type {Element} */ (body.lastElementChild);
    foot.setAttribute("aria-labelledby", sectionOf(body) + "-button");
    addStep(session, foot, sectionOf(body));
  }
};

/**
 * Opens or closes a section, whichever layer answers. Does nothing where there is no such section.
 *
 * @param {Session} session
 * @param {string} id
 * @param {boolean} open
 */
export const setOpen = (session, id, open) => {
  const body = session.byId(id + "-body");
  if (!body) return;
  if (session.widget) {
    session.widget.setOpen(id, open);
  } else if (open === body.hasAttribute("hidden")) {
    setBody(session, body, open);
    addFeet(session);
    label(session);
    session.tell("toggle", { section: id, open });
  }
};

/**
 * @param {Session} session
 * @param {boolean} open
 */
export const setAll = (session, open) => {
  if (session.widget) {
    session.widget.setAll(open);
    return;
  }
  for (const body of session.all(".section-body")) setOpen(session, sectionOf(body), open);
  session.later((later) => later.sayCount(session));
};

/**
 * Whether the button for all sections is to show them. Its words do not say so: a browser may have translated them.
 *
 * @param {Session} session
 */
const isToShowAll = (session) => !session.controller.isArranged || session.all(".section-body[hidden]").length > 0;

/** @param {Session} session */
const label = (session) => {
  // The button is whole once something follows it: what is put into half of one, the rest would come on top of.
  for (const button of /** @type {HTMLButtonElement[]} */ (session.all(".toggle-all:not(:last-child)"))) {
    const { show = "", hide = "" } = button.dataset;
    button.disabled = false;
    button.textContent = isToShowAll(session) ? show : hide;
  }
};

/**
 * From now on layer 1 answers to clicks in the text, if there is one.
 *
 * @param {Session} session
 */
export const listenToButtons = (session) => {
  if (session.isListening || !session.all(".mount").length) return;
  session.isListening = true;
  const { root, signal } = session;
  root.addEventListener("click", (event) => answerClick(session, event), { signal, capture: true });
};

/**
 * @param {Session} session
 * @param {Event} event
 */
const answerClick = (session, { target }) => {
  if (session.widget) return;
  const button = /** @type {Element} */ (target).closest("button");
  if (!button) return;
  if (button.matches(".section-button")) {
    const body = bodyOf(session, button);
    if (body) setOpen(session, sectionOf(body), body.hasAttribute("hidden"));
  } else if (button.matches(".toggle-all")) {
    setAll(session, isToShowAll(session));
  }
};
