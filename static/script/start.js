// Starting what comes last: tools.js, and layer 2.

/** @import { Session } from "./session.js" */

import { toolsFile } from "built";

import { kit } from "./kit.js";
import { anchorToKeep } from "./links.js";
import { NAME } from "./name.js";
import { reasonOf } from "./reason.js";
import { startLayer2 } from "./runtime.js";
import { recallPath } from "./taking-paths.js";

const { imported } = kit;

/** @param {Session} session */
export async function startWhenNear(session) {
  if (!(await near(session))) return;
  startTools(session);
  startLayer2(session);
}

/**
 * Has tools.js answer its buttons.
 *
 * @param {Session} session
 */
export async function startTools(session) {
  if (session.hasTools) return;
  session.hasTools = true;
  try {
    /** @type {typeof import("./tools.js")} */
    const { live } = await imported(session.folder, toolsFile);
    if (session.signal.aborted) return;
    session.tools = live(session, (section) => (session.hasLinks ? anchorToKeep(session) + section : ""));
    hideWithoutTools(session, false);
  } catch (error) {
    session.controller.reported.add("tools");
    console.warn(`<${NAME}>: the tools for the reader did not come: ${reasonOf(error)}`);
    hideWithoutTools(session, true);
  }
}

/**
 * Hides what needs tools.js, which carries its look and shows what is chosen, or shows it again.
 *
 * @param {Session} session
 * @param {boolean} isHidden
 */
function hideWithoutTools(session, isHidden) {
  for (const it of session.all(".worksheet, [data-tool=text-size]")) it.hidden = isHidden;
}

/**
 * Takes over what the page around the frame has kept. What the reader has done since counts more.
 *
 * @param {Session} session
 * @param {Record<string, unknown>} kept
 */
export function recall(session, { notes, look, path }) {
  recallPath(session, path);
  const textOf = (/** @type {unknown} */ it) => (typeof it === "string" ? it : "");
  const [keptNotes, keptLook] = [textOf(notes), textOf(look)];
  if (session.widget) {
    session.widget.recall(keptNotes, keptLook);
    return;
  }
  const { controller } = session;
  controller.kept.notes ||= keptNotes;
  controller.kept.look ||= keptLook;
  if (session.tools) session.tools.showLook();
  else if (controller.kept.look && session.isShown) startTools(session);
}

/** Whether the reader asks for little data, or can get only little. Chromium alone tells. */
function savesData() {
  const { saveData, effectiveType } = /** @type {any} */ (navigator).connection ?? {};
  return saveData === true || /2g/.test(effectiveType);
}

/**
 * Resolves once the element is near the screen and the page is idle, or the reader turns to it; or it is gone. Being
 * near is not enough where data is scarce.
 *
 * @param {Session} session
 * @returns {Promise<boolean>} whether it is still there
 */
function near(session) {
  const { element, root, signal } = session;
  return new Promise((resolve) => {
    if (session.value("loading") === "eager") resolve(true);
    const waiting = new AbortController();
    const whenIdle = () => {
      if (savesData()) return;
      try {
        // In a quiet frame Chromium calls back for nothing but the end of the time.
        requestIdleCallback(() => done(true), { timeout: 2000 });
      } catch {
        // Safari has none, and a page may call something else so.
        setTimeout(() => done(true));
      }
    };
    // Several changes can come at once, the oldest first.
    const see = (/** @type {IntersectionObserverEntry[]} */ changes) => {
      if (changes[changes.length - 1]?.isIntersecting) whenIdle();
    };
    const observer =
      typeof IntersectionObserver === "function" && new IntersectionObserver(see, { rootMargin: "100%" });
    const done = (/** @type {boolean} */ isNear) => {
      if (observer) observer.disconnect();
      waiting.abort();
      resolve(isNear && !signal.aborted);
    };
    if (observer) observer.observe(element);
    else whenIdle();
    signal.addEventListener("abort", () => done(false), { signal: waiting.signal });
    for (const type of ["pointerdown", "keydown", "focusin"]) {
      root.addEventListener(type, () => done(true), { signal: waiting.signal });
    }
  });
}
