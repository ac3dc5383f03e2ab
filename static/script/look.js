// Size and spacing of the text. They stand on the mount as Yew writes them: the stylesheet knows the words.

/** @import { Session } from "./session.js" */

import { answersOf, fit } from "./fitting.js";

/**
 * Shows the look that the reader has chosen.
 *
 * @param {Session} session
 */
export function showLook(session) {
  const { look } = session.controller.kept;
  if (typeof look === "string") for (const mount of session.all(".mount")) mount.dataset.look = look;
  fit(answersOf(session));
}

/**
 * The same after the reader has chosen it. What is above the menu grows or shrinks, too. The menu stays under the
 * finger all the same.
 *
 * @param {Session} session
 */
export function changeLook(session) {
  const top = () => session.all("[data-tool=text-size]")[0]?.getBoundingClientRect().top ?? 0;
  const before = top();
  showLook(session);
  scrollBy({ top: top() - before, behavior: /** @type {ScrollBehavior} */ ("instant") });
}
