// The way into frame mode.

/** @import { Session } from "./session.js" */

import { frameFile } from "built";

import { kit } from "./kit.js";
import { anchorToKeep } from "./links.js";
import { numberOf } from "./numbers.js";
import { make } from "./readers.js";
import { reasonOf } from "./reason.js";

const { imported } = kit;

/**
 * Shows the explainer in a frame of its own, instead of in the element.
 *
 * @param {Session} session
 */
export async function openFrame(session) {
  const { controller, folder, signal, view } = session;
  let stage = "load";
  try {
    /** @type {typeof import("./frame.js")} */
    const { Frame } = await imported(folder, frameFile);
    if (signal.aborted) return;
    stage = "frame";
    // The frame answers to the page that holds it, and what this script says comes from its own.
    if (view !== window) throw new Error("the element stands in the document of another window");
    controller.isStale = true;
    session.frame = new Frame(session, numberOf(session), () => anchorToKeep(session));
  } catch (error) {
    if (signal.aborted) return;
    for (const frame of session.all(".frame")) frame.replaceWith(make("slot"));
    session.fail(stage, reasonOf(error));
  }
}
