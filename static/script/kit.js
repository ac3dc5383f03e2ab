// What embed.js hands on to the scripts that it loads: all of a page share its state.

import { NAME } from "./name.js";

export const { adopt, addressFrom, around, fetched, fill, imported, inTime, languages, sectionOf, shared, themeOf } =
  customElements.get(NAME).kit;
