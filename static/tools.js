// What the reader can do with the text beyond reading it. later.js loads it when the reader turns to the explainer.
// It needs no WebAssembly: components write the buttons, and this answers them, whichever layer runs.

const NAME = "lupus-car-t";

// The sizes of the text that the reader can choose, in percent; the stylesheet knows the same.
const SIZES = [90, 100, 115, 130, 150];

/** What a component asks for by name. `text` is what it is about, `section` where. */
export const errands = {
  show,
  copy,
  share,
  save,
  print,
  keep,
};

/** Answers the buttons of a shown element. `addressOf` gives a section's address, or nothing if it is not to be used. */
export function live(element, addressOf) {
  const { signal } = element._running;
  const on = (target, type, listener) => target?.addEventListener(type, listener, { signal });
  const refresh = () => {
    for (const button of element._all(".tool")) button.disabled = button.dataset.tool === "listen" && !voiceFor(element);
    showLook(element);
  };
  on(element.shadowRoot, "click", ({ target }) => {
    const button = target.closest(".tool");
    const body = button?.closest(".section-body");
    ACTS[button?.dataset.tool]?.(element, body?.id.replace("-body", ""), addressOf);
  });
  on(element.shadowRoot, "change", ({ target }) => {
    if (target.closest(".choice")) setLook(element, { [target.name]: target.checked });
    // While it is paused, the new speed waits until the reader goes on.
    else if (target.closest(".player") && reading?.utterance) speak();
  });
  on(element.shadowRoot, "keydown", ({ key, target }) => {
    if (key === "Escape" && target.closest(".player")) stop();
  });
  // Yew may make the buttons anew when it takes over.
  on(element, "lct-ready", refresh);
  on(element, "lct-toggle", ({ detail: { section, open } }) => {
    if (!open && reading?.element === element && reading.section === section) stop();
  });
  // Chromium goes on speaking when the page is left, and finds its voices late.
  on(window, "pagehide", stop);
  on(window.speechSynthesis, "voiceschanged", refresh);
  signal.addEventListener("abort", () => {
    if (reading?.element === element) stop();
  });
  refresh();
}

// What each button does, by its name. Those of a section come with its id.
const ACTS = {
  "share": shareSection,
  "copy-link": (element, section, addressOf) => copyFor(element, section, addressOf(section), "copied"),
  "listen": listen,
  "clear": (element, section) => answer(element, section, true),
  "unclear": (element, section) => answer(element, section, false),
  "smaller": (element) => resize(element, -1),
  "larger": (element) => resize(element, 1),
  "reset": (element) => setLook(element, { size: 100, lines: false, letters: false }),
  "print-open": (element) => printFrom(element, "open"),
  "print-all": (element) => printFrom(element, "all"),
  "pause": pause,
  "resume": speak,
  "stop": stop,
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

/** `text` without the marks that have no width. */
function plain(text) {
  return text.replaceAll("\u2060", "");
}

async function copy(element, text) {
  await navigator.clipboard.writeText(text);
}

/** Hands a text to another app. Where there is no way to, copies it, and says so by returning true. */
async function share(element, text) {
  if (!navigator.share) {
    await copy(element, text);
    return true;
  }
  try {
    await navigator.share({ text });
  } catch (error) {
    // The reader may think better of it.
    if (error.name !== "AbortError") throw error;
  }
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

function printFrom(element, part) {
  element._id("menu-print").hidePopover();
  print(element, part);
}

function keep(element, text) {
  store(element, "notes", text);
}

/** Keeps something for as long as the page allows. */
function store(element, what, text) {
  element["_" + what] = text;
  if (element.remember.trim() !== "session") return;
  try {
    sessionStorage.setItem(`${NAME}${element._name}-${what}`, text);
  } catch {
    // later.js says so when it keeps what is open.
  }
}

// Sections: to hand on, and whether they were clear.

/** Says something politely, below a section. */
function say(element, section, text) {
  element._id(section + "-body").querySelector(".told").textContent = text;
}

/** The words that are written once for all sections. */
function said(element) {
  return element._all(".reader-tools")[0].dataset;
}

async function copyFor(element, section, text, told) {
  try {
    await copy(element, text);
    say(element, section, said(element)[told]);
  } catch {
    // Then the reader can copy it by hand.
    say(element, section, text);
  }
}

async function shareSection(element, section, addressOf) {
  const heading = plain(element._id(section + "-button").textContent.trim());
  const text = said(element).share.replace("{section}", heading).replace("{address}", addressOf(section)).trim();
  try {
    if (await share(element, text)) say(element, section, said(element).shared);
  } catch {
    copyFor(element, section, text, "shared");
  }
}

/** The answer goes to the host page and nowhere else. */
function answer(element, section, clear) {
  element._tell("feedback", { section, clear });
  say(element, section, said(element).thanks);
}

// Size and spacing of the text. They stand on the mount, outside Yew's tree.

function lookOf(element) {
  try {
    return { size: 100, ...JSON.parse(element._look) };
  } catch {
    return { size: 100 };
  }
}

function setLook(element, change) {
  store(element, "look", JSON.stringify({ ...lookOf(element), ...change }));
  showLook(element);
}

function resize(element, step) {
  setLook(element, { size: SIZES[SIZES.indexOf(lookOf(element).size) + step] ?? lookOf(element).size });
}

function showLook(element) {
  const look = lookOf(element);
  for (const mount of element._all(".mount")) mount.dataset.size = look.size;
  for (const box of element._all(".choice input")) {
    box.checked = look[box.name];
    for (const mount of element._all(".mount")) mount.toggleAttribute("data-" + box.name, box.checked);
  }
  const percent = new Intl.NumberFormat(element._language, { style: "percent" });
  for (const status of element._all(".sizes .told")) status.textContent = percent.format(look.size / 100);
}

// Reading aloud: one section at a time on a page, sentence by sentence.

let reading = null;

// What is not read: marks, controls, what is not shown, and what the cells of a row say already.
const SILENT =
  ".citation, .section-foot, .mark, [popover], [role=status], [hidden], details:not([open]), " +
  "thead, svg, input, select, textarea, button:not(.term, .section-button)";

const BLOCKS = "p, li, dt, dd, th, td, summary, figcaption, label, h2, h3, h4, h5, h6, div";

/** A voice of the reader's own device: any other would be told what is read. */
function voiceFor(element) {
  const isOf = (tag, { lang }) => lang.toLowerCase().replace("_", "-").startsWith(tag.toLowerCase());
  const voices = (window.speechSynthesis?.getVoices() ?? []).filter(
    (voice) => voice.localService && isOf(element._language.slice(0, 2), voice),
  );
  return voices.find((voice) => voice.default) ?? voices.find((voice) => isOf(navigator.language, voice)) ?? voices[0];
}

function listen(element, section) {
  stop();
  const sentences = sentencesOf(element, section);
  reading = { element, section, sentences, at: 0, silence: 0, failures: 0, timer: setInterval(watch, 1000) };
  speak();
}

/** Says the sentence whose turn it is, from its start: after a pause, too, since Android ends what is paused. */
function speak() {
  const { element, section, sentences, at } = reading;
  const sentence = sentences[at];
  const voice = voiceFor(element);
  if (!sentence || !voice) {
    stop();
    return;
  }
  hush();
  const player = element._all(".player")[0];
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = parseFloat(player.querySelector("select").value);
  utterance.onstart = () => {
    if (utterance === reading?.utterance) reading.begun = true;
  };
  utterance.onend = () => next(utterance);
  utterance.onerror = () => {
    if (utterance === reading?.utterance) pause();
  };
  // Chromium forgets an utterance that nothing holds, and then never tells of its end.
  reading.utterance = utterance;
  reading.begun = false;
  speechSynthesis.resume();
  speechSynthesis.speak(utterance);
  showPlayer("on");
  follow(element, player, sentence);
}

function next(utterance) {
  if (utterance !== reading?.utterance) return;
  reading.at += 1;
  reading.utterance = null;
  reading.failures = 0;
  speak();
}

/** Now and then an engine swallows a sentence, or the news that it is over. */
function watch() {
  const { utterance, begun } = reading;
  if (!utterance || speechSynthesis.speaking || speechSynthesis.pending) reading.silence = 0;
  else if ((reading.silence += 1) < 2) return;
  else if (begun) next(utterance);
  else if ((reading.failures += 1) < 3) speak();
  else stop();
}

function pause() {
  hush();
  showPlayer("paused");
}

function stop() {
  if (!reading) return;
  hush();
  const { element, section, timer } = reading;
  clearInterval(timer);
  CSS.highlights?.delete("lct-reading");
  const wasInPlayer = element.shadowRoot.activeElement?.closest(".player");
  reading = null;
  for (const mount of element._all(".mount")) delete mount.dataset.reading;
  if (!wasInPlayer) return;
  const button = element._id(section + "-body").querySelector("[data-tool=listen]");
  const isSeen = button.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  (isSeen ? button : element._id(section + "-button")).focus({ preventScroll: true });
}

/** Ends what is being said, without going on. */
function hush() {
  if (!reading.utterance) return;
  reading.utterance = null;
  speechSynthesis.cancel();
}

/** Shows the controls, and keeps the focus on the button that takes the place of the one just used. */
function showPlayer(state) {
  const { element } = reading;
  const before = element._all(".mount")[0].dataset.reading;
  for (const mount of element._all(".mount")) mount.dataset.reading = state;
  if (before === state || element.shadowRoot.activeElement?.matches("select")) return;
  element._all(`.player [data-tool=${state === "on" ? "pause" : "resume"}]`)[0].focus({ preventScroll: true });
}

/** Marks the sentence and keeps it in view. In a frame as high as its text the controls go with it. */
function follow(element, player, { nodes, start, end }) {
  const range = rangeOf(nodes, start, end);
  if (window.Highlight) CSS.highlights.set("lct-reading", new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (element._reveal) {
    const origin = player.parentNode.getBoundingClientRect().top;
    player.style.cssText = `position: absolute; inset-block: ${bottom - origin + 8}px auto`;
    element._reveal(range);
  } else if (top < 0 || bottom > innerHeight - player.offsetHeight) {
    nodes[0].parentElement.scrollIntoView({ block: "center" });
  }
}

/** The sentences of a section: its heading, then what is shown of its body. */
function sentencesOf(element, section) {
  const blocks = [];
  for (const root of [element._id(section + "-button"), element._id(section + "-body")]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      if (node.parentElement.closest(SILENT)) continue;
      const block = node.parentElement.closest(BLOCKS);
      const last = blocks.at(-1);
      if (last?.block === block) last.nodes.push(node);
      else blocks.push({ block, nodes: [node] });
    }
  }
  return blocks.flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join("");
    // A cell alone says little: its column comes with it.
    const label = block.dataset.label ? block.dataset.label + ": " : "";
    return piecesOf(text, element._language).map(([piece, start]) => ({
      text: plain(label + piece),
      nodes,
      start,
      end: start + piece.length,
    }));
  });
}

/** Each sentence of `text`, with the place where it starts. */
function piecesOf(text, language) {
  const pieces = Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((it) => [it.segment, it.index])
    : [...text.matchAll(/[^.!?…]+[.!?…]*\s*/g)].map((it) => [it[0], it.index]);
  return pieces.map(([piece, start]) => [piece.trimEnd(), start]).filter(([piece]) => /[\p{L}\p{N}]/u.test(piece));
}

function rangeOf(nodes, start, end) {
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
