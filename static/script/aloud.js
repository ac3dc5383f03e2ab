// Reading aloud: one section at a time on a page, sentence by sentence.

/** @import { Session } from "./session.js" */
/** @import { Sentence } from "./sentences.js" */

/**
 * @typedef {object} Reading
 * @property {Session} session
 * @property {string} section
 * @property {Sentence[]} sentences
 * @property {number} at the number of the sentence whose turn it is
 * @property {SpeechSynthesisUtterance | null} utterance what is being said
 * @property {boolean} begun whether the engine has begun to say it
 * @property {number} silence for how many seconds nothing has been said
 * @property {number} failures how often a sentence has not been begun
 * @property {ReturnType<typeof setInterval>} timer
 */

import { rangeOf, sentencesOf } from "./sentences.js";

/** @type {Reading | null} */
let reading = null;

/**
 * A voice of the reader's own device: any other would be told what is read.
 *
 * @param {Session} session
 */
export function voiceFor(session) {
  const isOf = (/** @type {string} */ tag, /** @type {SpeechSynthesisVoice} */ { lang }) =>
    lang.toLowerCase().replace("_", "-").startsWith(tag.toLowerCase());
  const isLocal = (/** @type {SpeechSynthesisVoice} */ voice) =>
    voice.localService && isOf(session.language.slice(0, 2), voice);
  /** @type {SpeechSynthesisVoice[]} */
  let voices = [];
  try {
    voices = speechSynthesis.getVoices().filter(isLocal);
  } catch {
    // Some browsers have no voices, and some pages keep them from others.
  }
  const isUsual = (/** @type {SpeechSynthesisVoice} */ voice) => voice.default || isOf(navigator.language ?? "", voice);
  return voices.find((voice) => voice.default) ?? voices.find(isUsual) ?? voices[0];
}

/**
 * @param {Session} session
 * @param {string} section
 */
export function listen(session, section) {
  stop();
  // Its controls stand in the text as a template, until they are needed.
  const [template] = /** @type {HTMLTemplateElement[]} */ (session.all(".player-template"));
  template?.replaceWith(template.content);
  const sentences = sentencesOf(session, section);
  const timer = setInterval(watch, 1000);
  reading = { session, section, sentences, at: 0, utterance: null, begun: false, silence: 0, failures: 0, timer };
  speak();
}

/** Says the sentence whose turn it is, from its start: after a pause, too, since Android ends what is paused. */
export function speak() {
  if (!reading) return;
  const { session, sentences, at } = reading;
  const sentence = sentences[at];
  const voice = voiceFor(session);
  const [player] = session.all(".player");
  const select = player?.querySelector("select");
  if (!sentence || !voice || !player || !select) {
    stop();
    return;
  }
  hush();
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = parseFloat(select.value);
  utterance.onstart = () => {
    if (reading?.utterance === utterance) reading.begun = true;
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
  follow(session, player, sentence);
}

/** @param {SpeechSynthesisUtterance} utterance */
function next(utterance) {
  if (reading?.utterance !== utterance) return;
  reading.at += 1;
  reading.utterance = null;
  reading.failures = 0;
  speak();
}

/** Now and then an engine swallows a sentence, or the news that it is over. */
function watch() {
  if (!reading) return;
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
  const { session, section, timer } = reading;
  clearInterval(timer);
  CSS.highlights?.delete("lct-reading");
  const wasInPlayer = session.root.activeElement?.closest(".player");
  reading = null;
  for (const mount of session.all(".mount")) delete mount.dataset["reading"];
  if (!wasInPlayer) return;
  /** @type {HTMLElement | null | undefined} */
  const button = session.byId(section + "-body")?.querySelector("[data-tool=listen]");
  const isSeen = button?.checkVisibility?.({ contentVisibilityAuto: true, visibilityProperty: true }) ?? true;
  (isSeen ? button : session.byId(section + "-button"))?.focus({ preventScroll: true });
}

/**
 * Ends the reading in this element, or only that of one section of it.
 *
 * @param {Session} session
 * @param {string} [section]
 */
export function stopIn(session, section = reading?.section) {
  if (reading?.session === session && reading.section === section) stop();
}

/** Goes on at the new speed. While it is paused, that waits until the reader goes on. */
export function changeSpeed() {
  if (reading?.utterance) speak();
}

/**
 * Ends the reading in this element, wherever in the text the key was pressed, and nothing else on the page.
 *
 * @param {Session} session
 * @param {KeyboardEvent} event
 */
export function stopByKey(session, event) {
  if (reading?.session !== session || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  stop();
}

/** Ends what is being said, without going on. */
function hush() {
  if (!reading?.utterance) return;
  reading.utterance = null;
  speechSynthesis.cancel();
}

/**
 * Shows the controls, and keeps the focus on the button that takes the place of the one just used.
 *
 * @param {"on" | "paused"} state
 */
function showPlayer(state) {
  if (!reading) return;
  const { session } = reading;
  const before = session.all(".mount")[0]?.dataset["reading"];
  for (const mount of session.all(".mount")) mount.dataset["reading"] = state;
  if (before === state || session.root.activeElement?.matches("select")) return;
  session.all(`.player [data-tool=${state === "on" ? "pause" : "resume"}]`)[0]?.focus({ preventScroll: true });
}

/**
 * Marks the sentence and keeps it in view. In a frame as high as its text the controls go with it.
 *
 * @param {Session} session
 * @param {HTMLElement} player
 * @param {Sentence} sentence
 */
function follow(session, player, { nodes, start, end }) {
  const range = rangeOf(nodes, start, end);
  if (typeof Highlight === "function") CSS.highlights.set("lct-reading", new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  const { reveal } = session.controller.holder ?? {};
  if (reveal) {
    putBelow(player, bottom);
    const focused = session.root.activeElement;
    if (focused) keepClear(session, focused);
    reveal(range);
  } else if (top < 0 || bottom > innerHeight - player.offsetHeight) {
    nodes[0]?.parentElement?.scrollIntoView({ block: "center" });
  }
}

/**
 * In a frame as high as its text, where nothing sticks to the edge of the window.
 *
 * @param {HTMLElement} player
 * @param {number} bottom
 */
function putBelow(player, bottom) {
  const origin = player.parentElement?.getBoundingClientRect().top ?? 0;
  player.style.cssText = `position: absolute; inset-block: ${bottom - origin + 8}px auto`;
}

/**
 * Keeps the controls off what has the focus.
 *
 * @param {Session} session
 * @param {Element} focused
 */
export function keepClear(session, focused) {
  if (reading?.session !== session || focused.closest(".player, .popover")) return;
  // The whole header of a section is its button.
  const target = /** @type {HTMLElement} */ (focused.closest(".section-header") ?? focused);
  const [player] = session.all(".player");
  if (!player) return;
  const isCovered = () => {
    const inner = target.getBoundingClientRect();
    const outer = player.getBoundingClientRect();
    return inner.bottom > outer.top && inner.top < outer.bottom;
  };
  if (session.controller.holder?.reveal) {
    if (isCovered()) putBelow(player, target.getBoundingClientRect().bottom);
    return;
  }
  // Once the browser has scrolled to it by itself.
  requestAnimationFrame(() => {
    if (!isCovered()) return;
    target.style.scrollMarginBlockEnd = `${player.offsetHeight + 8}px`;
    target.scrollIntoView({ block: "nearest", behavior: /** @type {ScrollBehavior} */ ("instant") });
    target.style.scrollMarginBlockEnd = "";
  });
}
