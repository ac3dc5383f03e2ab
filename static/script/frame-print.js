// A frame on paper.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { NAME } from "./name.js";
import { make } from "./readers.js";
import { reasonOf } from "./reason.js";

const { adopt, copySlots, localize, textIn } = kit;

let hasWarned = false;

/**
 * Gives paper the text itself: a frame is printed as a picture, cut off at the end of the page.
 *
 * @param {Session} session
 * @param {ShadowRoot} root
 */
export async function preparePrint(session, root) {
  const { signal, view } = session;
  const printed = make("div");
  printed.className = "printed";
  /** @type {string} */
  let style;
  /** @type {(() => void) | undefined} */
  let undress;
  try {
    const [text, css] = await textIn(session, session.language);
    printed.append(text);
    style = css;
  } catch (error) {
    if (!hasWarned) console.warn(`<${NAME}>: the frame is printed as it is, without the text: ${reasonOf(error)}`);
    hasWarned = true;
    return;
  }
  view.addEventListener("beforeprint", () => {
    root.append(printed);
    localize(session, printed);
    copySlots(session);
    undress = adopt(root, style);
  }, { signal });
  view.addEventListener("afterprint", () => {
    printed.remove();
    undress?.();
  }, { signal });
}
