// What is done while a frame says nothing.

import { NAME } from "./name.js";

// How long a frame may take to say hello before what is inside the tag comes back, and before the page is told. Once
// something has loaded, it may be the browser's own page that says why it shows nothing; not every browser tells of
// that. The frame stays as well, with a scroll bar of its own: without its script it is read there, and it may still
// answer.
export const PATIENCE = 10000;
export const PATIENCE_TO_TELL = 30000;
export const PATIENCE_ONCE_LOADED = 3000;

/**
 * What the server answers for the frame, if this page may ask: hosts of a single page answer with that page.
 *
 * @param {URL} address
 */
export async function refusal({ origin, pathname }) {
  try {
    const answer = await fetch(origin + pathname);
    if (!answer.ok) return `answered ${answer.status}`;
    return (await answer.text()).includes(`<${NAME} `) ? undefined : "was answered with another page";
  } catch {
    return undefined;
  }
}
