// What is kept for the session, where the page asks for that.

/** @import { Session } from "./session.js" */

import { NAME } from "./name.js";

/**
 * What the reader has noted and chosen, which Yew understands (see `src/notes` and `src/look.rs`), and the id of the
 * path that the reader follows.
 */
/** @typedef {"notes" | "look" | "path"} Kept */

/** What can be kept of an element: nothing stands for the open sections. */
/** @typedef {"" | "-notes" | "-look" | "-path"} Kind */

/**
 * What things are kept under.
 *
 * @param {string} name that of the element
 * @param {Kind} what
 */
export const storageKey = (name, what) => NAME + name + what;

/**
 * What was kept. For a frame, the page around it does that, and hands it over.
 *
 * @param {Session} session
 * @param {Kind} what
 * @returns {string | null}
 */
export const stored = (session, what) => {
  try {
    const asks = session.value("remember") === "session" && !session.controller.holder;
    return asks ? sessionStorage.getItem(storageKey(session.name, what)) : null;
  } catch {
    // later.js says so when it would write.
    return null;
  }
};
