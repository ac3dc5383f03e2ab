// The sentences of a section, as they are read aloud.

/** @import { Session } from "./session.js" */

import { treeWalkerIn } from "./readers.js";
import { plain } from "./texts.js";

/**
 * @typedef {object} Sentence
 * @property {string} text
 * @property {Text[]} nodes where it stands, from the place `start` in their text to `end`
 * @property {number} start
 * @property {number} end
 */

// What is not read: marks, controls, what is not shown, and what the cells of a row say already.
const SILENT =
  ".citation, .section-foot, .of-site, .mark, [popover], [role=status], [hidden], details:not([open]), " +
  "thead, svg, .ranges, input, select, textarea, button:not(.term, .section-button)";

const BLOCKS = "p, li, dt, dd, th, td, summary, figcaption, label, h2, h3, h4, h5, h6, div";

/**
 * The sentences of a section: its heading, then what is shown of its body.
 *
 * @param {Session} session
 * @param {string} section
 * @returns {Sentence[]}
 */
export function sentencesOf(session, section) {
  /** @type {{ block: HTMLElement | null | undefined, nodes: Text[] }[]} */
  const blocks = [];
  for (const root of [session.byId(section + "-button"), session.byId(section + "-body")]) {
    if (!root) continue;
    const walker = treeWalkerIn(document, root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (node.parentElement?.closest(SILENT)) continue;
      /** @type {HTMLElement | null | undefined} */
      const block = node.parentElement?.closest(BLOCKS);
      const last = blocks[blocks.length - 1];
      if (last?.block === block) last?.nodes.push(node);
      else blocks.push({ block, nodes: [node] });
    }
  }
  return blocks.flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join("");
    // A cell alone says little: its column comes with it.
    const column = block?.dataset["label"];
    const label = column ? column + ": " : "";
    return piecesOf(text, session.language).map(({ piece, start }) => ({
      text: plain(label + piece),
      nodes,
      start,
      end: start + piece.length,
    }));
  });
}

/**
 * Each sentence of `text`, with the place where it starts.
 *
 * @param {string} text
 * @param {string} language
 */
function piecesOf(text, language) {
  const pieces = Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((it) => [it.segment, it.index])
    : [...text.matchAll(/[^.!?\u2026]+[.!?\u2026]*\s*/g)].map((it) => [it[0], it.index]);
  return pieces
    .map(([piece, start]) => ({ piece: String(piece).trimEnd(), start: Number(start) }))
    .filter(({ piece }) => /[\p{L}\p{N}]/u.test(piece));
}

/**
 * @param {Text[]} nodes
 * @param {number} start
 * @param {number} end
 */
export function rangeOf(nodes, start, end) {
  const range = new Range();
  let offset = 0;
  for (const node of nodes) {
    const after = offset + node.length;
    if (start >= offset && start < after) range.setStart(node, start - offset);
    if (end > offset && end <= after) range.setEnd(node, end - offset);
    offset = after;
  }
  return range;
}
