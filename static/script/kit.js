// What embed.js hands on to the scripts that it loads: all of a page share its state.

/** @import { Explainer } from "./element.js" */

import { KIT, NAME } from "./name.js";

export const kit = /** @type {typeof Explainer} */ (customElements.get(NAME))[KIT];
