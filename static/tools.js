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

/** Opens a section and leads to the words in it. */
function show(element, words, section) {
  element.openSection(section);
  const body = element._id(section + "-body");
  const place = placeOf(body, words) ?? element._id(section + "-button");
  const details = place.closest("details");
  if (details) details.open = true;
  if (!place.matches("button")) place.tabIndex = -1;
  // Layer 2 shows what it was told after the current task.
  requestAnimationFrame(() => {
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  });
}

/** The smallest element of `body` that has the words. Citations and marks that have no width do not count. */
function placeOf(body, words) {
  const candidates = [...body.querySelectorAll("p, li, dt, dd, th, td, figcaption, summary, h3, h4, h5, h6")];
  return candidates.findLast((candidate) => textOf(candidate).includes(words));
}

function textOf(element) {
  const copy = element.cloneNode(true);
  for (const citation of copy.querySelectorAll(".citation")) citation.remove();
  return copy.textContent.replaceAll("\u2060", "");
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
