// Putting the text on the screen.

/** @import { Session } from "./session.js" */

import { carried, styleFile, textFiles } from "built";

import { languageOf } from "./language.js";
import { fetched, shared } from "./loading.js";
import { isWhole } from "./parsing.js";
import { make } from "./readers.js";
import { reasonOf } from "./reason.js";
import { enable, listenToButtons } from "./sections.js";
import { fill } from "./sheets.js";
import { dress, themeOrNone } from "./theme.js";
import { trusted } from "./trust.js";

/**
 * Shows the text, or the frame. Before each paint while the page is still arriving, so that nothing is seen open and
 * then closed.
 *
 * @param {Session} session
 */
export const show = async (session) => {
  const { controller, element, signal } = session;
  if (signal.aborted || session.hasStarted) return;
  const isFramed = session.value("mode") === "frame";
  const isBrought = element.shadowRoot && !controller.isStale && !isFramed;
  if (isBrought) {
    enable(session);
    // Once: to ask has the browser work out the style of all that has arrived. later.js asks again.
    dress(session, (session.theme ??= themeOrNone(session)));
  }
  // Text that a page brings inside the element comes before anything else in it.
  if (!isWhole(session) && (isBrought || !element.firstElementChild)) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const again = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      show(session);
    };
    const frame = requestAnimationFrame(again);
    // If it can be, not in the task of a frame: to make the text takes long enough for a task of its own.
    if (!isBrought) timer = setTimeout(again);
    return;
  }
  session.hasStarted = true;
  const language = languageOf(element);
  const before = controller.language || language;
  controller.language = language;
  // Text from before answers until the other is there, and goes on if it does not come.
  listenToButtons(session);
  try {
    if (isFramed) await session.later((later) => later.openFrame(session));
    else if (!isBrought || !hasText(session)) await putText(session);
  } catch (error) {
    if (signal.aborted) return;
    session.fail("text", reasonOf(error));
    if (!hasText(session)) return;
  }
  // Taken out of the page meanwhile, and perhaps put back: then a later session goes on.
  if (signal.aborted) return;
  // A frame whose script did not come leaves what is inside the tag.
  if (isFramed && !session.frame) return;
  session.isShown = true;
  if (!session.frame) {
    enable(session);
    listenToButtons(session);
  }
  controller.toOpen = undefined;
  for (const act of controller.pendingCalls.splice(0)) act();
  if (before !== language) session.tell("language", { lang: language });
  session.later((later) => later.live(session));
};

/** @param {Session} session */
const hasText = (session) => session.all(".mount").length > 0;

/**
 * The text of a language and the stylesheet.
 *
 * @param {Session} session
 * @param {string} language
 */
export const sourcesOf = ({ folder }, language) =>
  Promise.all([
    carried[language] ?? shared(language, () => fetched(folder, /** @type {any} */ (textFiles[language]), "text")),
    carried["style"] ?? shared("style", () => fetched(folder, styleFile, "text")),
  ]);

/**
 * The same, ready to be put into a root. Where the page forbids to make HTML, that shows here: nothing of the page has
 * been touched yet. In an XML page, too, the text is HTML.
 *
 * @param {Session} session
 * @param {string} language
 * @returns {Promise<[DocumentFragment, string]>}
 */
export const textIn = async (session, language) => {
  const [html, style] = await sourcesOf(session, language);
  const text = new DocumentFragment();
  text.append(...new DOMParser().parseFromString(trusted().createHTML(html), "text/html").body.childNodes);
  return [text, style];
};

/**
 * The shadow root, to be filled. Until then it shows what is inside the tag.
 *
 * @param {Session} session
 */
export const prepareRoot = ({ element }) => {
  const root = element.shadowRoot ?? element.attachShadow(/** @type {any} */ ({ mode: "open", serializable: true }));
  if (!root.hasChildNodes()) root.append(make("slot"), Object.assign(make("slot"), { name: "contact" }));
  if (!element.shadowRoot) throw new Error("the page has changed how shadow roots are made");
  return root;
};

/** @param {Session} session */
const putText = async (session) => {
  const { controller, folder } = session;
  const [text, style] = await textIn(session, session.language);
  if (session.signal.aborted) return;
  // It tells colors that are written in other ways, and shows what is inside the tag until it is filled.
  const root = prepareRoot(session);
  // Asked for first: once the text is there, the browser would work out the style of all of it, closed or not.
  const theme = themeOrNone(session);
  // What the reader has opened meanwhile.
  if (controller.toOpen && hasText(session)) controller.toOpen = controller.openSections.join(" ") || "none";
  fill(root, text, style, folder + styleFile[0]);
  dress(session, theme);
  controller.isStale = controller.isArranged = false;
};
