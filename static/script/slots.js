// What the page puts into the slots. A slot shows that in one place; where it has others, its text is copied there.

/** @import { Session } from "./session.js" */

import { attributeOf } from "./readers.js";

/**
 * The text in a slot of an element: a line for each thing that stands in it.
 *
 * @param {Element} element
 * @param {string} slot
 */
export const linesIn = (element, slot) =>
  [...element.children]
    .filter((child) => attributeOf(child, "slot") === slot)
    .map((child) => (child.textContent ?? "").replace(/\s+/g, " ").trim())
    .filter(Boolean);

/**
 * Says what stands in a slot in its other places, too, and there that it is the page's own.
 *
 * @param {Session} session
 */
export const copySlots = (session) => {
  for (const copy of session.all("[data-copies]")) {
    const { copies = "", text = "" } = copy.dataset;
    const lines = linesIn(session.element, copies);
    const words = lines.length ? text.replace("{text}", () => lines.join(" ")).trim() : "";
    // What has not changed stays: a browser may have translated it.
    if (copy.dataset["copied"] !== words) copy.textContent = copy.dataset["copied"] = words;
  }
};
