// Showing the text anew after a change that reaches all of it.

/** @import { Controller } from "./controller.js" */
/** @import { Session } from "./session.js" */

import { frameFile } from "built";

import { kit } from "./kit.js";
import { reasonOf } from "./reason.js";

const { imported, languageOf, sourcesOf } = kit;

/**
 * Several changes at once are one; and layer 2 shows what it was told after the current task.
 *
 * @param {Session} session
 * @param {boolean} anew whether what has failed before is to be tried again
 */
export function restartSoon({ controller }, anew) {
  controller.hasChanged = true;
  if (anew) {
    controller.reported.clear();
    controller.retries = true;
  }
  controller.restartTimer ??= setTimeout(() => {
    controller.restartTimer = undefined;
    if (controller.session) restart(controller.session);
    else resume(controller);
  });
}

/**
 * Shows the text anew, with the same sections open.
 *
 * @param {Session} session
 */
export async function restart(session) {
  const { controller, element, folder, signal } = session;
  if (session.isShown) {
    // What is there stays as it is until the other can come.
    const isFramed = session.value("mode") === "frame";
    try {
      await (isFramed ? imported(folder, frameFile) : sourcesOf(session, languageOf(element)));
    } catch (error) {
      if (!signal.aborted) session.report(isFramed ? "load" : "text", reasonOf(error));
      return;
    }
    if (signal.aborted) {
      resume(controller);
      return;
    }
  }
  controller.hasChanged = false;
  // Where it has failed before, the other may not.
  if (controller.retries) controller.hasFailed = controller.retries = false;
  const open = session.isShown ? controller.openSections : null;
  const focused = element.shadowRoot?.activeElement?.id;
  controller.stop();
  if (open) controller.renew(open);
  else controller.isStale = true;
  controller.start();
  controller.pendingCalls.push(() => {
    if (focused) session.byId(focused)?.focus({ preventScroll: true });
  });
}

/**
 * Sees to it that what has changed counts, although the element was taken out of the page meanwhile.
 *
 * @param {Controller} controller
 */
function resume(controller) {
  if (!controller.hasChanged) return;
  if (controller.session) restart(controller.session);
  else controller.renew(controller.openSections);
}
