// Following a path, step by step.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { keep } from "./remembering.js";

const { addStep, pathOf, sectionOf, stepsOf } = kit;

/**
 * Has the sections of a path lead on to one another, and those of other paths no more.
 *
 * @param {Session} session
 * @param {string} path its id
 */
export function takePath(session, path) {
  keep(session, "path", path);
  for (const step of session.all(".next-step")) step.remove();
  for (const foot of session.all(".section-foot")) {
    addStep(session, foot, sectionOf(/** @type {Element} */ (foot.closest(".section-body"))));
  }
}

/**
 * Takes the path that the page asks for, from its first section on unless the page asks for others.
 *
 * @param {Session} session
 */
export function takeWantedPath(session) {
  if (!session.isShown) return;
  openPath(session, session.value("path"));
  const [first] = stepsOf(session);
  if (first && !session.element.hasAttribute("open")) session.setOpen(first.dataset["section"] ?? "", true);
}

/**
 * Takes the path that the page around the frame has kept, unless the reader has taken one since.
 *
 * @param {Session} session
 * @param {unknown} kept
 */
export function recallPath(session, kept) {
  if (typeof kept === "string" && session.controller.kept.path == null && session.isShown) openPath(session, kept);
}

/**
 * @param {Session} session
 * @param {string} id
 */
function openPath(session, id) {
  takePath(session, id);
  const path = pathOf(session);
  if (path) path.open = true;
}
