// Showing the text anew after a change that reaches all of it.

import { frameFile } from "built";

import { imported } from "./kit.js";

/** Several changes at once are one; and layer 2 shows what it was told after the current task. */
export function restartSoon(element, anew) {
  if (anew) {
    element._told.clear();
    element._retries = true;
  }
  element._restart ??= setTimeout(() => {
    element._restart = null;
    if (element._running) restart(element);
  });
}

/** Shows the text anew after a change that reaches all of it, with the same sections open. */
export async function restart(element) {
  const running = element._running;
  if (element._shown) {
    // What is there stays as it is until the other can come.
    const framed = element._said("mode") === "frame";
    try {
      await (framed ? imported(element._base, frameFile) : element._sources(element._tag));
    } catch (error) {
      if (element._running === running) element._report(framed ? "load" : "text", error.message);
      return;
    }
    if (element._running !== running) return;
  }
  // Where it has failed before, the other may not.
  if (element._retries) element._failed = element._retries = false;
  const open = element._shown ? element._openIds : null;
  const focused = element.shadowRoot?.activeElement?.id;
  element._stop();
  if (open) element._renew(open);
  else element._fresh = true;
  element._start();
  element._whenShown(() => {
    if (focused) element._id(focused)?.focus({ preventScroll: true });
  });
}
