// What the reader can do with the text beyond reading it. later.js loads it when the reader turns to the explainer.

const NAME = "lupus-car-t";

/** What a component asks for by name. `text` is what it is about, `section` where. */
export const errands = {
  show,
  copy,
  share,
  save,
  print,
  keep,
};

/**
 * Opens a section and leads to the words in it, or without words to its button; without a section to words
 * above all sections. Escape leads back.
 */
function show(element, words, section) {
  const before = element.shadowRoot.activeElement;
  element.openSection(section);
  const body = element._id(section + "-body") ?? element._all(".explainer")[0];
  const place = placeOf(body, words) ?? element._id(section + "-button");
  if (!place) return;
  const details = place.closest("details");
  if (details) details.open = true;
  if (!place.matches("button")) place.tabIndex = -1;
  place.onkeydown = (event) => {
    if (event.key !== "Escape" || event.target !== place || !before?.isConnected) return;
    event.preventDefault();
    event.stopPropagation();
    before.focus();
  };
  // Layer 2 shows what it was told after the current task.
  requestAnimationFrame(() => {
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  });
}

const PLACES = "p, li, dl > div, dt, dd, tr, th, td, figcaption, summary, h2, h3, h4, h5, h6";

/** The smallest element that has the words: inside the first one of `body` that has them. */
function placeOf(body, words) {
  const wanted = lettersOf(words);
  if (!wanted) return null;
  const having = [...body.querySelectorAll(PLACES)].filter((it) => textOf(it).includes(wanted));
  return having.findLast((it) => having[0].contains(it));
}

/** The letters of an element but for its citations. */
function textOf(element) {
  const copy = element.cloneNode(true);
  for (const citation of copy.querySelectorAll(".citation")) citation.remove();
  return lettersOf(copy.textContent);
}

/** Letters and digits alone: what stands between cells, or keeps words on a line, differs from text to page. */
function lettersOf(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

async function copy(element, text) {
  await navigator.clipboard.writeText(text);
}

async function share(element, text) {
  if (navigator.share) await navigator.share({ text });
  else await copy(element, text);
}

function save(element, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = NAME + ".txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Prints a part of the explainer; the stylesheet leaves out the rest. */
function print(element, part) {
  const mounts = element._all(".mount");
  for (const mount of mounts) mount.dataset.print = part;
  addEventListener("afterprint", () => mounts.forEach((mount) => delete mount.dataset.print), { once: true });
  element.print();
}

function keep(element, text) {
  element._notes = text;
  if (element.remember.trim() !== "session") return;
  try {
    sessionStorage.setItem(NAME + element._name + "-notes", text);
  } catch {
    // later.js says so when it keeps what is open.
  }
}
