// Starting what comes last: tools.js, and layer 2.

import { toolsFile } from "built";

import { imported } from "./kit.js";
import { anchorToKeep } from "./links.js";
import { NAME } from "./name.js";
import { kept } from "./remembering.js";
import { startLayer2 } from "./runtime.js";

export async function startWhenNear(element) {
  const { signal } = element._running;
  if (!(await near(element, signal))) return;
  startTools(element);
  startLayer2(element);
}

/** Has tools.js answer its buttons. */
export async function startTools(element) {
  const { signal } = element._running;
  if (element._tooled === signal) return;
  element._tooled = signal;
  try {
    const { live } = await imported(element._base, toolsFile);
    kept(element, "notes");
    if (!signal.aborted) live(element, (section) => (element._hasLinks ? anchorToKeep(element) + section : ""));
  } catch (error) {
    console.warn(`<${NAME}>: the tools for the reader did not come: ${error.message}`);
    for (const list of element._all(".worksheet")) list.hidden = true;
  }
}

/** Takes over what the page around the frame has kept. What the reader has done since counts more. */
export function recall(element, kept) {
  for (const what of ["notes", "look"]) if (typeof kept[what] === "string") element["_" + what] ||= kept[what];
  if (element._refresh) element._refresh();
  else if (element._look && element._shown) startTools(element);
}

/** Resolves once the element is near the screen and the page is idle, or the reader turns to it; or it is gone. */
function near(element, signal) {
  return new Promise((resolve) => {
    if (element._said("loading") === "eager") resolve(true);
    const waiting = new AbortController();
    const whenIdle = () => {
      try {
        // In a quiet frame Chromium calls back for nothing but the end of the time.
        requestIdleCallback(() => done(true), { timeout: 2000 });
      } catch {
        // Safari has none, and a page may call something else so.
        setTimeout(() => done(true));
      }
    };
    // Several changes can come at once, the oldest first.
    const see = (changes) => changes[changes.length - 1].isIntersecting && whenIdle();
    const observer = typeof IntersectionObserver === "function" && new IntersectionObserver(see, { rootMargin: "100%" });
    const done = (isNear) => {
      if (observer) observer.disconnect();
      waiting.abort();
      resolve(isNear && !signal.aborted);
    };
    if (observer) observer.observe(element);
    else whenIdle();
    signal.addEventListener("abort", () => done(false), { signal: waiting.signal });
    for (const type of ["pointerdown", "keydown", "focusin"]) {
      element.shadowRoot.addEventListener(type, () => done(true), { signal: waiting.signal });
    }
  });
}
