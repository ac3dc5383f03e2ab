// Following what changes around the element.

/** @import { Session } from "./session.js" */

import { checkProperties } from "./host-properties.js";
import { kit } from "./kit.js";
import { headOf, listenTo, rootOf } from "./readers.js";
import { restartSoon } from "./restart.js";

const { ancestors, dress, languageOf, localize } = kit;

/**
 * Theme and language follow the page: what is written on the elements around, and how they are painted once it has
 * come to rest.
 *
 * @param {Session} session
 */
export function followSurroundings(session) {
  // It may have been taken out of the page since this was asked for.
  if (!session.isShown) return;
  const { element } = session;
  session.unfollow?.();
  const following = new AbortController();
  const { signal } = following;
  session.unfollow = () => following.abort();
  session.signal.addEventListener("abort", session.unfollow, { signal });

  // Once before the next picture, whatever happens until then.
  let isPlanned = false;
  const look = () => {
    if (!isPlanned) requestAnimationFrame(follow);
    isPlanned = true;
  };
  const follow = () => {
    isPlanned = false;
    if (signal.aborted) return;
    if (languageOf(element) !== session.language) restartSoon(session, true);
    else if (session.frame) session.frame.update();
    else {
      dress(session);
      checkProperties(session);
      localize(session);
    }
  };
  const on = (
    /** @type {EventTarget} */ target,
    /** @type {string} */ type,
    /** @type {(event: any) => void} */ listener,
  ) => listenTo(target, type, listener, { signal, capture: true });

  const path = [element, ...ancestors(element, true)];
  const observer = new MutationObserver(look);
  signal.addEventListener("abort", () => observer.disconnect());
  for (const it of path) {
    observer.observe(it, { attributes: true });
    // When an attribute changes, a color may only begin to.
    for (const type of ["transitionend", "transitioncancel", "animationend", "animationcancel"]) {
      on(it, type, ({ target }) => {
        if (target === it) look();
      });
    }
  }
  // Stylesheets that come, go, or are switched; a box that a style hangs on.
  const head = headOf(document);
  if (head) observer.observe(head, { subtree: true, childList: true, characterData: true, attributes: true });
  on(document, "load", ({ target }) => {
    if (["link", "style"].includes(target.localName)) look();
  });
  for (const root of new Set(path.map((it) => rootOf(it)))) on(root, "change", look);
  on(matchMedia("(prefers-color-scheme: dark)"), "change", look);
  // All that no event tells of shows in the color of the words, which takes a moment to change in ::before.
  for (const type of ["transitionrun", "transitionend"]) {
    on(element, type, (event) => {
      if (event.target !== element || event.pseudoElement !== "::before") return;
      event.stopPropagation();
      look();
    });
  }
  if (typeof IntersectionObserver === "function") {
    const seen = new IntersectionObserver(look);
    seen.observe(element);
    signal.addEventListener("abort", () => seen.disconnect());
  }
  follow();
}
