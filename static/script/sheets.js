// Stylesheets that scripts make.

import { make, nodeTypeOf } from "./readers.js";
import { viewOf } from "./surroundings.js";

/**
 * A stylesheet belongs to the document that it was made in. Each is made once there.
 *
 * @type {WeakMap<Document, Map<string, CSSStyleSheet>>}
 */
const sheets = new WeakMap();

/**
 * @param {Document} page
 * @param {string} css
 */
const sheetIn = (page, css) => {
  const made = sheets.get(page) ?? new Map();
  sheets.set(page, made);
  if (!made.has(css)) {
    const sheet = new (viewOf(page).CSSStyleSheet)();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return made.get(css);
};

/**
 * Has a root follow a stylesheet, and answers with what ends that. Browsers from before 2023 have none that scripts
 * make: they fetch the file, if there is one.
 *
 * @param {any} root a document or a shadow root
 * @param {string} css
 * @param {string} [file]
 * @returns {() => void}
 */
export const adopt = (root, css, file) => {
  try {
    const sheet = sheetIn(nodeTypeOf(root) === 9 ? root : root.ownerDocument, css);
    const others = () => root.adoptedStyleSheets.filter((/** @type {CSSStyleSheet} */ it) => it !== sheet);
    root.adoptedStyleSheets = [...others(), sheet];
    return () => {
      root.adoptedStyleSheets = others();
    };
  } catch {
    const style = make(file ? "link" : "style");
    if (file) Object.assign(style, { rel: "stylesheet", href: file });
    else style.textContent = css;
    (root.head ?? root).prepend(style);
    return () => style.remove();
  }
};

/**
 * Puts this into a root, and nothing else.
 *
 * @param {ShadowRoot} root
 * @param {Node} content
 * @param {string} css
 * @param {string} [file]
 */
export const fill = (root, content, css, file) => {
  root.replaceChildren(content);
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = [];
  adopt(root, css, file);
};
