// Following the page's address.

import { around } from "./kit.js";
import { goToSection } from "./places.js";
import { attributeOf, dispatch, removeAttribute } from "./readers.js";

/** Follows the page's address, by whatever way it changes: a link, the way back, or a program's own router. */
export function followAddress(element, signal) {
  const follow = () => followHash(element);
  // A router shows what belongs to the new address after it has set it.
  const followSoon = () => setTimeout(() => signal.aborted || follow());
  element._view.addEventListener("hashchange", follow, { signal });
  element._view.addEventListener("popstate", followSoon, { signal });
  // A page may call something else `navigation`.
  const isKnown = typeof Navigation === "function" && window.navigation instanceof Navigation;
  if (isKnown) window.navigation.addEventListener("currententrychange", followSoon, { signal });
  else if (element._hasLinks) watchHistory();
  routed.addEventListener("change", followSoon, { signal });
  // A link to where the page is already changes no address.
  const again = (event) => {
    const link = event.composedPath().find(({ localName }) => localName === "a");
    const { location } = element._view;
    const { href } = location;
    if (link?.href !== href || event.composedPath().includes(element)) return;
    setTimeout(() => location.href === href && !signal.aborted && followHash(element, true));
  };
  element._view.addEventListener("click", again, { signal, capture: true });
  follow();
}

// Tells of each new address where the browser has no event for it.
const routed = new EventTarget();

let isWatched = false;

/** Has the page's history tell of what is put into it, and do all else as before. */
function watchHistory() {
  if (isWatched) return;
  isWatched = true;
  for (const name of ["pushState", "replaceState"]) {
    window.history[name] = new Proxy(window.history[name], {
      apply(method, history, values) {
        const result = Reflect.apply(method, history, values);
        routed.dispatchEvent(new Event("change"));
        return result;
      },
    });
  }
}

/** A page's address does not reach into a shadow root. What was followed once is followed `again` only by a link. */
function followHash(element, again) {
  const { hash } = element._view.location;
  // Text that is to come anew follows it then.
  if (element._restart || (element._hash === hash && !again)) return;
  element._hash = hash;
  const section = element._linked;
  if (section === null) return;
  if (element._frame) {
    reveal(element);
    element._frame.call("go", section);
  } else if (element._id(section + "-button")) {
    reveal(element);
    goToSection(element, section);
  }
}

/** Opens what the page has closed around the element, as a browser does for an anchor. */
function reveal(element) {
  let inner = element;
  // All of them first, since the page may move things when it hears of it.
  for (const it of around(element, true)) {
    if (it.localName === "details" && inner !== it.querySelector(":scope > summary")) it.open = true;
    if (attributeOf(it, "hidden")?.toLowerCase() === "until-found") {
      dispatch(it, new Event("beforematch", { bubbles: true }));
      removeAttribute(it, "hidden");
    }
    inner = it;
  }
}
