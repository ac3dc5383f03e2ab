// The explainer on paper.

import { adopt, around } from "./kit.js";
import { NAME } from "./name.js";
import { rootOf, toggleAttribute } from "./readers.js";

// What is around the explainer on paper: nothing of it has an edge, a height or a place of its own, since a page of an
// app cuts off whatever is longer than its window. No name of the host page weighs as much as three ids. A grid is none
// any more, since Firefox leaves out what it cannot break over two pages.
const PAPER = `
  [data-lct-around]:not(#lct#lct#lct) {
    display: block !important;
    position: static !important;
    /* What lies on top of the page has a place of its own whatever is said here: it is as wide as the paper. */
    inset: auto 0 !important;
    float: none !important;
    margin: 0 !important;
    width: auto !important;
    min-width: 0 !important;
    max-width: none !important;
    height: auto !important;
    min-height: 0 !important;
    max-height: none !important;
    aspect-ratio: auto !important;
    overflow: visible !important;
    columns: auto !important;
    contain: none !important;
    container-type: normal !important;
    content-visibility: visible !important;
    clip: auto !important;
    clip-path: none !important;
    mask: none !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    zoom: 1 !important;
    perspective: none !important;
    filter: none !important;
    backdrop-filter: none !important;
    will-change: auto !important;
    transition: none !important;
    animation: none !important;
    break-inside: auto !important;
    -webkit-line-clamp: none !important;
  }
  [data-lct-around]::backdrop { display: none !important; }
`;

// The same, and nothing but the explainer.
const ALONE = `
  ${PAPER}
  :not([data-lct-around], [data-lct-printed], [data-lct-printed] *) { display: none !important; }
`;

// Whether one explainer is printed alone: then the others do nothing.
let isAlone = false;

/** Has rules hold on paper in each root around an element; gives back what ends that. */
function spreadOut(element, rules) {
  const elements = around(element, true);
  const roots = new Set([element, ...elements].map((it) => rootOf(it)));
  const mark = (marked) => {
    element.toggleAttribute("data-lct-printed", marked);
    for (const it of elements) toggleAttribute(it, "data-lct-around", marked);
  };
  mark(true);
  const ends = [...roots].map((root) => adopt(root, `@media print { ${rules} }`));
  return () => {
    mark(false);
    for (const end of ends) end();
  };
}

/** Whoever prints the page gets all of the explainer, whatever cuts it off on the screen. */
export function followPrint(element, signal) {
  let restore = null;
  const end = () => {
    restore?.();
    restore = null;
  };
  element._view.addEventListener("beforeprint", () => {
    // What the page does not show, such as the tab that is not chosen, is not shown by this.
    if (!isAlone && element.getClientRects().length) restore ??= spreadOut(element, PAPER);
  }, { signal });
  element._view.addEventListener("afterprint", end, { signal });
  signal.addEventListener("abort", end);
}

/** Prints the explainer alone, without the page around it. */
export function print(element) {
  const end = spreadOut(element, ALONE);
  isAlone = true;
  const restore = () => {
    isAlone = false;
    end();
  };
  element._view.addEventListener("afterprint", restore, { once: true });
  try {
    element._view.print();
  } catch (error) {
    restore();
    console.warn(`<${NAME}>: the page does not print: ${error.message}`);
  }
}
