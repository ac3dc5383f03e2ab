// Shows the explainer of lupus and CAR-T cell therapy wherever a page has <lupus-car-t>.
//
// This is what a reader waits for: the text, in sections that open and close. later.js comes once
// the text is there. ARCHITECTURE.md tells the whole.

import { version } from "built";

import { typeColors } from "./colors.js";
import { Explainer } from "./element.js";
import { NAME } from "./name.js";
import { sessions } from "./session.js";

// A page may load this script twice, or in two versions: the first stays.
const earlier = /** @type {typeof Explainer | undefined} */ (customElements.get(NAME));
if (!earlier) {
  // First: what is defined may show its text at once.
  typeColors();
  customElements.define(NAME, Explainer);
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const { controller } of [...sessions]) controller.tryAgain();
  });
} else if (earlier.version !== version) {
  console.warn(`<${NAME}>: version ${version} steps aside for ${earlier.version}`);
}
