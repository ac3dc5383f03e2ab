// Reading aloud: one section at a time on a page, sentence by sentence.

import { walkerIn } from "./readers.js";
import { plain } from "./texts.js";

let reading = null;

// What is not read: marks, controls, what is not shown, and what the cells of a row say already.
const SILENT =
  ".citation, .section-foot, .mark, [popover], [role=status], [hidden], details:not([open]), " +
  "thead, svg, .ranges, input, select, textarea, button:not(.term, .section-button)";

const BLOCKS = "p, li, dt, dd, th, td, summary, figcaption, label, h2, h3, h4, h5, h6, div";

/** A voice of the reader's own device: any other would be told what is read. */
export function voiceFor(element) {
  const isOf = (tag, { lang }) => lang.toLowerCase().replace("_", "-").startsWith(tag.toLowerCase());
  const isLocal = (voice) => voice.localService && isOf(element._language.slice(0, 2), voice);
  let voices = [];
  try {
    voices = speechSynthesis.getVoices().filter(isLocal);
  } catch {
    // Some browsers have no voices, and some pages keep them from others.
  }
  const isUsual = (voice) => voice.default || isOf(navigator.language ?? "", voice);
  return voices.find((voice) => voice.default) ?? voices.find(isUsual) ?? voices[0];
}

export function listen(element, section) {
  stop();
  const sentences = sentencesOf(element, section);
  reading = { element, section, sentences, at: 0, silence: 0, failures: 0, timer: setInterval(watch, 1000) };
  speak();
}

/** Says the sentence whose turn it is, from its start: after a pause, too, since Android ends what is paused. */
export function speak() {
  const { element, sentences, at } = reading;
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

export function pause() {
  hush();
  showPlayer("paused");
}

export function stop() {
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
  const isSeen = button.checkVisibility?.({ contentVisibilityAuto: true, visibilityProperty: true }) ?? true;
  (isSeen ? button : element._id(section + "-button")).focus({ preventScroll: true });
}

/** Ends the reading in this element, or only that of one section of it. */
export function stopIn(element, section = reading?.section) {
  if (reading?.element === element && reading.section === section) stop();
}

/** Goes on at the new speed. While it is paused, that waits until the reader goes on. */
export function changeSpeed() {
  if (reading?.utterance) speak();
}

/** Ends the reading in this element, wherever in the text the key was pressed, and nothing else on the page. */
export function stopByKey(element, event) {
  if (reading?.element !== element || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  stop();
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
  if (typeof window.Highlight === "function") CSS.highlights.set("lct-reading", new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (element._reveal) {
    putBelow(player, bottom);
    const focused = element.shadowRoot.activeElement;
    if (focused) keepClear(element, focused);
    element._reveal(range);
  } else if (top < 0 || bottom > innerHeight - player.offsetHeight) {
    nodes[0].parentElement.scrollIntoView({ block: "center" });
  }
}

/** In a frame as high as its text, where nothing sticks to the edge of the window. */
function putBelow(player, bottom) {
  const origin = player.parentNode.getBoundingClientRect().top;
  player.style.cssText = `position: absolute; inset-block: ${bottom - origin + 8}px auto`;
}

/** Keeps the controls off what has the focus. */
export function keepClear(element, focused) {
  if (reading?.element !== element || focused.closest(".player, .popover")) return;
  // The whole header of a section is its button.
  const target = focused.closest(".section-header") ?? focused;
  const [player] = element._all(".player");
  const isCovered = () => {
    const [inner, outer] = [target, player].map((it) => it.getBoundingClientRect());
    return inner.bottom > outer.top && inner.top < outer.bottom;
  };
  if (element._reveal) {
    if (isCovered()) putBelow(player, target.getBoundingClientRect().bottom);
    return;
  }
  // Once the browser has scrolled to it by itself.
  requestAnimationFrame(() => {
    if (!isCovered()) return;
    target.style.scrollMarginBlockEnd = `${player.offsetHeight + 8}px`;
    target.scrollIntoView({ block: "nearest", behavior: "instant" });
    target.style.scrollMarginBlockEnd = "";
  });
}

/** The sentences of a section: its heading, then what is shown of its body. */
function sentencesOf(element, section) {
  const blocks = [];
  for (const root of [element._id(section + "-button"), element._id(section + "-body")]) {
    const walker = walkerIn(document, root, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      if (node.parentElement.closest(SILENT)) continue;
      const block = node.parentElement.closest(BLOCKS);
      const last = blocks[blocks.length - 1];
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
    : [...text.matchAll(/[^.!?\u2026]+[.!?\u2026]*\s*/g)].map((it) => [it[0], it.index]);
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
