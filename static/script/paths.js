// The paths: where a reader may be, and the sections that matter then.

/** @import { Session } from "./session.js" */

import { make } from "./readers.js";
import { stored } from "./storage.js";

/**
 * The path that the reader follows, else the one that the page asks for.
 *
 * @param {Session} session
 * @returns {HTMLDetailsElement | null}
 */
export const pathOf = (session) => {
  const id = session.controller.kept.path ?? stored(session, "-path") ?? session.value("path");
  return /** @type {any} */ (session.byId("path-" + id)) ?? null;
};

/**
 * The links to the steps of that path.
 *
 * @param {Session} session
 * @returns {HTMLAnchorElement[]}
 */
export const stepsOf = (session) => [...(pathOf(session)?.querySelectorAll("a") ?? [])];

/**
 * Leaves out the steps to sections that the page leaves out, and the paths that have none left.
 *
 * @param {Session} session
 */
export const leaveOutSteps = (session) => {
  for (const link of session.all(".path a")) {
    if (!session.byId(link.dataset["section"] + "-body")) link.parentElement?.remove();
  }
  for (const it of session.all(".path, .paths")) it.hidden = !it.querySelector("a");
};

/**
 * Says at the end of a section which step of the path it is, and leads to what comes next.
 *
 * @param {Session} session
 * @param {Element} foot
 * @param {string} section
 */
export const addStep = (session, foot, section) => {
  const steps = stepsOf(session);
  const index = steps.findIndex((link) => link.dataset["section"] === section);
  const own = steps[index];
  if (!own) return;
  const { after, last = "", next = "", step = "" } = session.all(".paths")[0]?.dataset ?? {};
  const words = make("p");
  words.className = "next-step";
  words.textContent = step.replace("{number}", `${index + 1}`).replace("{total}", `${steps.length}`) + " ";
  const following = steps[index + 1]?.dataset["section"];
  const target = following ?? after;
  const button = session.byId(target + "-button");
  if (button && target !== section) {
    const link = make("a");
    link.dataset["section"] = target;
    link.href = own.href.slice(0, -section.length) + target;
    link.textContent = (following ? next : last).replace("{section}", () => (button.textContent ?? "").trim());
    words.append(link);
  }
  foot.prepend(words);
};
