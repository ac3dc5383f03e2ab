// The explainer in a frame of its own (mode="frame"): the host page's side. framed.js is the other.
//
// The frame is sandboxed without an origin of its own, so neither page reaches into the other.
// It says hello to its parent; the element answers with one end of a channel, and all else goes
// through that: heights and events from the frame, attributes and calls to it.

const NAME = "lupus-car-t";

// The custom properties that a host page may set; the build takes them from the stylesheet.
const PROPERTIES = [];

// The name of the frame in each language; the build takes it from the content.
const TITLES = {};

// How long a frame may take to say hello before the page is told. It stays, with a scroll bar of its own.
const PATIENCE = 30000;

const LOOK = `
  :host { display: block; }
  /* The width that text would have, as in widget.css. */
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
  }
  .frame { display: block; inline-size: 100%; block-size: min(48rem, 85vh); border: 0; }
  .printed { display: none; }
  @media print {
    :has(+ .printed) { display: none; }
    .printed { display: block; }
  }
`;

let toldOfPaper = false;

export class Frame {
  #element;
  #frame;
  #port = null;
  // The sections that the reader had open before, until the page asks for others.
  #opened = null;

  /** The sections that are open inside. */
  openIds = [];

  // What was asked for before the frame answered.
  #waiting = [];

  constructor(element, language) {
    this.#element = element;
    const { signal } = element._running;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const look = new CSSStyleSheet();
    look.replaceSync(LOOK);
    root.adoptedStyleSheets = [look];

    this.#opened = element._kept;
    try {
      if (element.remember.trim() === "session") this.#opened ??= sessionStorage.getItem(NAME + element._name);
    } catch {
      // later.js says so when it would write.
    }
    const frame = document.createElement("iframe");
    this.#frame = frame;
    frame.className = "frame";
    frame.part = "frame";
    frame.title = TITLES[language];
    // Modals are for printing from inside.
    frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals";
    // A browser without a share sheet complains of its name.
    frame.allow = navigator.share ? "clipboard-write; web-share" : "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    const address = new URL("frame.html", element._base);
    for (const [name, value] of this.#attributes) address.searchParams.set(name, value);
    for (const [name, value] of this.#properties) address.searchParams.set(name, value);
    // Without script in the frame, the link to a section still works.
    frame.src = address;
    addEventListener("message", (event) => this.#hear(event), { signal });
    document.addEventListener("securitypolicyviolation", (event) => this.#giveWay(event, address, root), { signal });
    root.replaceChildren(frame);

    const silence = setTimeout(() => element._fail("frame", `${address.origin}${address.pathname} did not answer`), PATIENCE);
    signal.addEventListener("abort", () => clearTimeout(silence));
    this.#waiting.push(() => clearTimeout(silence));
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
    if (this.#port) this.#send({ attributes: this.#attributes, properties: this.#properties, page: this.#page });
  }

  get #page() {
    return `${location.href.split("#")[0]}#${this.#element._name}-`;
  }

  // All that counts inside the frame. What is remembered is kept by the page, for the frame has no storage.
  get #attributes() {
    const element = this.#element;
    const { colorScheme } = getComputedStyle(element);
    const theme = element._theme || (/^(light|dark)$/.test(colorScheme) ? colorScheme : "auto");
    const { sections, headingLevel, loading, links, feedback } = element;
    return Object.entries({
      lang: element._tag,
      theme,
      open: this.#opened ?? element.open,
      sections,
      "heading-level": headingLevel,
      loading,
      links,
      feedback,
    });
  }

  get #properties() {
    const style = getComputedStyle(this.#element);
    return PROPERTIES.map((name) => [name, style.getPropertyValue(name).trim()]).filter(([, value]) => value);
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
    port1.onmessage = ({ data }) => this.#receive(data);
    source.postMessage(`${NAME}: welcome`, "*", [port2]);
    this.#send({ attributes: this.#attributes, properties: this.#properties, page: this.#page });
    for (const act of this.#waiting.splice(0)) act();
  }

  #receive({ height, event, detail, open, reveal }) {
    if (Array.isArray(open)) this.openIds = open.map(String);
    if (height > 0 && height < 1e6) this.#frame.style.blockSize = Math.ceil(height) + "px";
    if (/^(ready|toggle|language|stale|error|feedback)$/.test(event)) this.#element._tell(event, detail);
    if (Array.isArray(reveal)) this.#reveal(reveal);
  }

  // Scrolls the page to what got the focus inside the frame, unless it is in view.
  #reveal([top, bottom]) {
    const start = this.#frame.getBoundingClientRect().top;
    if (start + top >= 0 && start + bottom <= innerHeight) return;
    scrollBy({ top: start + top - innerHeight / 8 });
  }

  // Where the page's policy forbids the frame, what is inside the tag comes back. Some browsers tell only
  // the origin of what was forbidden.
  #giveWay({ effectiveDirective, disposition, blockedURI }, address, root) {
    if (this.#port || effectiveDirective !== "frame-src" || disposition !== "enforce") return;
    if (!address.href.startsWith(blockedURI)) return;
    root.replaceChildren(document.createElement("slot"));
    this.#element._fail("frame", `the page's policy forbids ${address.origin}${address.pathname}`);
  }

  // A frame is printed as a picture, cut off at the end of the page. So paper gets the text itself.
  async #preparePrint(root, language, signal) {
    const printed = document.createElement("div");
    printed.className = "printed";
    let sheet;
    try {
      const [text, style] = await this.#element._text(language);
      printed.append(text);
      sheet = style;
    } catch (error) {
      if (!toldOfPaper) console.warn(`<${NAME}>: the frame is printed as it is, without the text: ${error.message}`);
      toldOfPaper = true;
      return;
    }
    addEventListener("beforeprint", () => {
      root.append(printed);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }, { signal });
    addEventListener("afterprint", () => {
      printed.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, 1);
    }, { signal });
  }
}
