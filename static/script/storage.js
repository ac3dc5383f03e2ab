// What is kept for the session, where the page asks for that.

/** @import { Session } from "./session.js" */

import { NAME } from "./name.js";

/**
 * What was kept. For a frame, the page around it does that, and hands it over.
 *
 * @param {Session} session
 * @param {"" | "-notes" | "-look"} what nothing for the open sections
 * @returns {string | null}
 */
export const stored = (session, what) => {
  try {
    const asks = session.value("remember") === "session" && !session.controller.holder;
    return asks ? sessionStorage.getItem(NAME + session.name + what) : null;
  } catch {
    // later.js says so when it would write.
    return null;
  }
};
