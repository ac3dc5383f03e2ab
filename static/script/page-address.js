// Following the page's address.

/** @import { Session } from "./session.js" */

import { kit } from "./kit.js";
import { goToSection } from "./places.js";
import { attributeOf, dispatch, removeAttribute } from "./readers.js";

const { ancestors, linkedSection } = kit;

/**
 * Follows the page's address, by whatever way it changes: a link, the way back, or a program's own router.
 *
 * @param {Session} session
 */
export function followAddress(session) {
  const { element, signal, view } = session;
  const follow = () => followHash(session);
  // A router shows what belongs to the new address after it has set it.
  const followSoon = () => setTimeout(() => signal.aborted || follow());
  view.addEventListener("hashchange", follow, { signal });
  view.addEventListener("popstate", followSoon, { signal });
  // A page may call something else `navigation`.
  const { Navigation, navigation } = /** @type {any} */ (window);
  const isKnown = typeof Navigation === "function" && navigation instanceof Navigation;
  if (isKnown) navigation.addEventListener("currententrychange", followSoon, { signal });
  else if (session.hasLinks) watchHistory();
  routed.addEventListener("change", followSoon, { signal });
  // A link to where the page is already changes no address.
  const again = (/** @type {Event} */ event) => {
    // Most clicks are on the explainer itself, and the way of an event is not cheap.
    if (event.target === element) return;
    const path = /** @type {any[]} */ (event.composedPath());
    const link = path.find(({ localName }) => localName === "a");
    const { location } = view;
    const { href } = location;
    if (link?.href !== href || path.includes(element)) return;
    setTimeout(() => {
      if (location.href === href && !signal.aborted) followHash(session, true);
    });
  };
  view.addEventListener("click", again, { signal, capture: true });
  follow();
}

// Tells of each new address where the browser has no event for it.
const routed = new EventTarget();

let isWatched = false;

/** Has the page's history tell of what is put into it, and do all else as before. */
function watchHistory() {
  if (isWatched) return;
  isWatched = true;
  for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
    window.history[name] = new Proxy(window.history[name], {
      apply(method, history, values) {
        const result = Reflect.apply(method, history, values);
        routed.dispatchEvent(new Event("change"));
        return result;
      },
    });
  }
}

/**
 * A page's address does not reach into a shadow root. What was followed once is followed `again` only by a link.
 *
 * @param {Session} session
 * @param {boolean} [again]
 */
function followHash(session, again = false) {
  const { controller } = session;
  const { hash } = session.view.location;
  // Text that is to come anew follows it then.
  if (controller.restartTimer || (controller.followed === hash && !again)) return;
  controller.followed = hash;
  const section = linkedSection(session);
  if (section === null) return;
  if (session.frame) {
    reveal(session);
    session.frame.call("go", section);
  } else if (session.byId(section + "-button")) {
    reveal(session);
    goToSection(session, section);
  }
}

/**
 * Opens what the page has closed around the element, as a browser does for an anchor.
 *
 * @param {Session} session
 */
function reveal({ element }) {
  /** @type {Element} */
  let inner = element;
  // All of them first, since the page may move things when it hears of it.
  for (const it of ancestors(element, true)) {
    if (it.localName === "details" && inner !== it.querySelector(":scope > summary")) {
      /** @type {HTMLDetailsElement} */ (it).open = true;
    }
    if (attributeOf(it, "hidden")?.toLowerCase() === "until-found") {
      dispatch(it, new Event("beforematch", { bubbles: true }));
      removeAttribute(it, "hidden");
    }
    inner = it;
  }
}
