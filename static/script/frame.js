// The explainer in a frame of its own (mode="frame"): the host page's side. framed.js is the other.
//
// The frame is sandboxed without an origin of its own, so neither page reaches into the other.
// It says hello to its parent; the element answers with one end of a channel, and all else goes
// through that: heights and events from the frame, attributes and calls to it.

import { customProperties, titles } from "built";

import { adopt, fill, themeOf } from "./kit.js";
import { NAME } from "./name.js";
import { listenTo, make, rootElementOf } from "./readers.js";

// How long a frame may take to say hello before what is inside the tag comes back, and before the page is told. Once
// something has loaded, it may be the browser's own page that says why it shows nothing; not every browser tells of
// that. The frame stays as well, with a scroll bar of its own: without its script it is read there, and it may still
// answer.
const PATIENCE = 10000;
const PATIENCE_TO_TELL = 30000;
const PATIENCE_ONCE_LOADED = 3000;

// The most that a frame may have the page keep, as typed as the reader's own tools make it.
const LONGEST_NOTES = 50000;
const LONGEST_QUESTION = 300;
const LONGEST_ANSWER = 2000;
const LONGEST_REASON = 500;

const LOOK = `
  :host { display: block; }
  /* The width that text would have, and the news of another color, as in widget.css. */
  :host::before {
    all: initial !important;
    display: block !important;
    content: "0 0" !important;
    font-size: 0 !important;
    line-height: 0 !important;
    text-indent: 160px !important;
    word-spacing: calc(100vw - 176px) !important;
    min-inline-size: 0 !important;
    block-size: 0 !important;
    flex: 0 1000000 auto !important;
    overflow: clip !important;
    visibility: hidden !important;
    color: inherit !important;
    transition: color 1ms !important;
  }
  .frame { display: block; inline-size: 100%; block-size: min(48rem, 85vh); border: 0; }
  .printed { display: none; }
  @media print {
    :has(+ .printed) { display: none; }
    .printed { display: block; }
  }
`;

const isId = (it) => typeof it === "string" && /^[a-z][-a-z0-9]{0,63}$/.test(it);
const isText = (it, longest) => typeof it === "string" && it.length <= longest;
const isSwitch = (it) => typeof it === "boolean";

// What a frame may tell its page: each event with its detail, which is made anew from what fits.
const EVENTS = new Map(Object.entries({
  ready: () => null,
  toggle: ({ section, open }) => isId(section) && isSwitch(open) && { section, open },
  language: ({ lang }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(lang) && { lang: String(lang) },
  stale: ({ due }) => /^\d{4}-\d\d-\d\d$/.test(due) && { due: String(due) },
  error: ({ stage, reason }) =>
    /^(text|load|start|run|frame)$/.test(stage) && { stage: String(stage), reason: String(reason).slice(0, LONGEST_REASON) },
  feedback: ({ section, clear }) => isId(section) && isSwitch(clear) && { section, clear },
}));

// What a frame may have its page keep.
const KEPT = new Map(Object.entries({
  "notes": (notes) => Array.isArray(notes) && notes.map(({ question, answer, off }) => {
    const isQuestion = Number.isInteger(question) || isText(question, LONGEST_QUESTION);
    if (!isQuestion || !isText(answer, LONGEST_ANSWER)) throw new TypeError("not a note");
    return { question, answer, off: off === true };
  }),
  "look": ({ size, lines, letters }) =>
    Number.isInteger(size) && size > 0 && size < 1000 && { size, lines: lines === true, letters: letters === true },
}));

let toldOfPaper = false;

export class Frame {
  #element;
  #frame;
  #port = null;
  // The sections that the reader had open before, until the page asks for others.
  #opened = null;
  // The address for readers to keep, but for the section at its end.
  #anchor;
  // Where what is inside the tag shows, while the frame says nothing.
  #instead = make("slot");
  #timers = [];

  /** The sections that are open inside. */
  openIds = [];

  // What was asked for before the frame answered.
  #waiting = [];

  constructor(element, language, number, anchor) {
    this.#element = element;
    this.#anchor = anchor;
    const { signal } = element._running;

    this.#opened = element._kept ?? element._stored("");
    const frame = make("iframe");
    this.#frame = frame;
    frame.className = "frame";
    frame.part = "frame";
    // Several frames on one page do not share a name.
    frame.title = number > 1 ? `${titles[language]} ${number}` : titles[language];
    // Modals are for printing from inside.
    frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals";
    // A browser without a share sheet complains of its name.
    frame.allow = navigator.share ? "clipboard-write; web-share" : "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    const address = new URL("frame.html", element._base);
    // After `#`, since some servers send visitors on without what stands after `?`.
    address.hash = new URLSearchParams([...this.#attributes, ...this.#properties]);
    frame.src = address;
    const root = element._root;
    element._view.addEventListener("message", (event) => this.#hear(event), { signal });
    listenTo(element.ownerDocument, "securitypolicyviolation", (event) => this.#giveWay(event, address, root), { signal });
    fill(root, frame, LOOK);

    const wait = (time, act) => this.#timers.push(setTimeout(act, time));
    const standIn = () => root.prepend(this.#instead);
    const giveUp = () => {
      this.#endWait();
      standIn();
      element._fail("frame", `${address.origin}${address.pathname} did not answer`);
    };
    frame.addEventListener("load", () => this.#port || wait(PATIENCE_ONCE_LOADED, giveUp), { signal });
    signal.addEventListener("abort", () => this.#endWait());
    wait(PATIENCE, standIn);
    wait(PATIENCE_TO_TELL, giveUp);
    this.#preparePrint(root, language, signal);
  }

  /** Calls a method of the element inside the frame. A sandbox does not print, but the page around it does. */
  call(method, id) {
    if (method === "print") this.#element._later((later) => later.print(this.#element));
    else this.#send({ call: method, id });
  }

  /** Tells the frame what the element and its page look like now; `changed` is the attribute that has changed. */
  update(changed) {
    if (changed === "open") this.#opened = null;
    if (this.#port) this.#send(this.#all);
  }

  get #all() {
    return { attributes: this.#attributes, properties: this.#properties, page: this.#anchor() };
  }

  // What the reader has noted and set before.
  get #kept() {
    const [notes, look] = ["notes", "look"].map((what) => this.#element["_" + what] ?? this.#element._stored("-" + what));
    return { notes, look };
  }

  // All that counts inside the frame. What is remembered is kept by the page, for the frame has no storage.
  get #attributes() {
    const element = this.#element;
    const { colorScheme } = getComputedStyle(element);
    const theme = themeOf(element) || (/^(light|dark)$/.test(colorScheme) ? colorScheme : "auto");
    const { sections, headingLevel, loading, links, feedback, remember } = element;
    return Object.entries({
      lang: element._tag,
      theme,
      open: this.#opened ?? element.open,
      sections,
      "heading-level": headingLevel,
      loading,
      links,
      feedback,
      remember,
    });
  }

  get #properties() {
    const style = getComputedStyle(this.#element);
    return Object.keys(customProperties).map((name) => [name, style.getPropertyValue(name).trim()]).filter(([, value]) => value);
  }

  #send(message) {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(() => this.#port.postMessage(message));
  }

  // A frame without an origin has the origin "null".
  #hear({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== "null" || data !== `${NAME}: hello`) return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    this.#element._running.signal.addEventListener("abort", () => port1.close());
    port1.onmessage = ({ data }) => this.#receive(Object(data));
    source.postMessage(`${NAME}: welcome`, "*", [port2]);
    this.#endWait();
    this.#instead.remove();
    this.#send({ ...this.#all, kept: this.#kept });
    for (const act of this.#waiting.splice(0)) act();
  }

  // All that comes from the frame is made anew from what fits; the rest is left.
  #receive({ height, event, detail, open, reveal, keep, text }) {
    if (Array.isArray(open)) this.openIds = open.filter(isId).slice(0, 100);
    if (Number.isFinite(height) && height > 0 && height < 1e6) this.#frame.style.blockSize = Math.ceil(height) + "px";
    const told = EVENTS.get(event)?.(Object(detail)) ?? null;
    if (EVENTS.has(event) && told !== false) this.#element._tell(event, told);
    if (Array.isArray(reveal) && reveal.length === 2 && reveal.every(Number.isFinite)) this.#reveal(reveal);
    if (keep) this.#keep(String(keep), text);
  }

  // What the reader notes and sets inside, where the page asks for it to be remembered.
  #keep(what, text) {
    const element = this.#element;
    if (element._said("remember") !== "session") return;
    try {
      if (!isText(text, LONGEST_NOTES)) throw new TypeError(`over ${LONGEST_NOTES} letters`);
      const kept = KEPT.get(what)?.(JSON.parse(text));
      if (!kept) return;
      element["_" + what] = JSON.stringify(kept);
      element._later((later) => later.keep(element, "-" + what, element["_" + what]));
    } catch (error) {
      console.warn(`<${NAME}>: what the frame would have kept is not: ${error.message}`);
    }
  }

  // Scrolls the page to what got the focus inside the frame, unless it is in view.
  #reveal([top, bottom]) {
    const view = this.#element._view;
    const start = this.#frame.getBoundingClientRect().top;
    // The page may have a head that stays at the top.
    const head = parseFloat(getComputedStyle(rootElementOf(document)).scrollPaddingTop) || 0;
    if (start + top >= head && start + bottom <= view.innerHeight) return;
    view.scrollBy({ top: start + top - Math.max(head, view.innerHeight / 8) });
  }

  #endWait() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Where the page's policy forbids the frame, what is inside the tag comes back. Some browsers tell only
  // the origin of what was forbidden.
  #giveWay({ effectiveDirective, disposition, blockedURI }, address, root) {
    if (this.#port || effectiveDirective !== "frame-src" || disposition !== "enforce") return;
    if (!address.href.startsWith(blockedURI)) return;
    this.#endWait();
    root.replaceChildren(this.#instead);
    this.#element._fail("frame", `the page's policy forbids ${address.origin}${address.pathname}`);
  }

  // A frame is printed as a picture, cut off at the end of the page. So paper gets the text itself.
  async #preparePrint(root, language, signal) {
    const printed = make("div");
    printed.className = "printed";
    let style, undress;
    try {
      const [text, css] = await this.#element._text(language);
      printed.append(text);
      style = css;
    } catch (error) {
      if (!toldOfPaper) console.warn(`<${NAME}>: the frame is printed as it is, without the text: ${error.message}`);
      toldOfPaper = true;
      return;
    }
    this.#element._view.addEventListener("beforeprint", () => {
      root.append(printed);
      undress = adopt(root, style);
    }, { signal });
    this.#element._view.addEventListener("afterprint", () => {
      printed.remove();
      undress?.();
    }, { signal });
  }
}
