// The element <lupus-car-t>.
// Members that start with _ are for later.js and what it loads alone.

import { carried, laterFile, styleFile, textFiles, version } from "built";

import { addressFrom } from "./addresses.js";
import { DEFAULTS, propertyOf, wordsOf } from "./attributes.js";
import { fetched, imported, inTime, shared } from "./loading.js";
import { NAME } from "./name.js";
import { attributeOf, make, nextOf, stateOf } from "./readers.js";
import { adopt, fill } from "./sheets.js";
import { around, isBefore, viewOf } from "./surroundings.js";
import { themeOf } from "./theme.js";
import { trusted } from "./trust.js";

// What an object has of its own: every object has a `constructor`.
const own = (object, name) => (Object.keys(object).includes(name) ? object[name] : undefined);

export const sectionOf = (body) => body.id.replace(/-body$/, "");

// The elements that are in the page.
const present = new Set();

export class Explainer extends HTMLElement {
  static version = version;
  static kit = {
    languages: Object.keys(textFiles), shared, fetched, imported, inTime, adopt, fill, around, addressFrom, sectionOf,
    themeOf,
  };
  static observedAttributes = ["id", "lang", "waits", ...Object.keys(DEFAULTS)];

  // Lasts until the element is taken out of the page, or starts anew.
  _running = null;
  _started = false;
  _shown = false;
  _language = null;
  // Whether the text has to come anew, and which sections are to be open then: null for those that the page asks for.
  _fresh = false;
  _kept;
  // Whether layer 2 is given up, and the stages that the page has been told of.
  _failed = false;
  _told = new Set();
  // The running widget of layer 2; while there is none, layer 1 answers. While it `waits`, layer 1
  // hears the clicks and passes on what they ask for.
  _widget = null;
  _frame = null;
  // The last part of the page's address that was followed.
  _hash = null;
  // Ends what later.js has begun.
  _leave = null;
  #enabled = false;
  // Since when layer 1 answers to clicks.
  #answers = null;
  // Whether the page asks for no section that there is.
  #unknown = false;
  // What was asked for before the text was there.
  #waiting = [];

  connectedCallback() {
    if (this._running) {
      // Moved to a place where other things may be around it.
      if (this._shown) this._later((later) => later.followSurroundings(this));
      return;
    }
    // In frame.html, until framed.js has passed on what the address asks for, or does not come.
    if (this.hasAttribute("waits")) {
      setTimeout(() => this.removeAttribute("waits"), 5000);
      return;
    }
    // Properties that were set before the element was known.
    for (const name of Object.keys(DEFAULTS)) {
      const property = propertyOf(name);
      const value = this[property];
      if (delete this[property] && value !== this[property]) this[property] = value;
    }
    this._start();
  }

  disconnectedCallback() {
    // An element that is only being moved is connected again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this._hash = null;
      this._stop();
    });
  }

  // What belongs to a document, such as styles and listeners, stays behind.
  adoptedCallback() {
    const open = this._openIds;
    this._stop();
    this._renew(open);
    // What failed in the one may not in the other.
    this._failed = false;
    this._told.clear();
  }

  attributeChangedCallback(name, before, now) {
    // Before the start there is nothing to change: then they are read.
    if (before === now) return;
    if (name === "waits") {
      if (this.isConnected) this.connectedCallback();
      return;
    }
    if (this._started) this._later((later) => later.changed(this, name));
    else this._renew(name === "open" ? null : this._openIds);
  }

  openSection(id) {
    this.#call("openSection", id, () => this._setOpen(id, true));
  }

  closeSection(id) {
    this.#call("closeSection", id, () => this._setOpen(id, false));
  }

  openAll() {
    this.#call("openAll", null, () => this.#setAll(true));
  }

  closeAll() {
    this.#call("closeAll", null, () => this.#setAll(false));
  }

  print() {
    this.#call("print", null, () => this._later((later) => later.print(this)));
  }

  _whenShown(act) {
    this.#waiting.push(act);
  }

  #call(method, id, act) {
    if (!this._shown) this._whenShown(() => this[method](id));
    else if (this._frame) this._frame.call(method, id);
    else act();
  }

  // Without later.js the text is there and works. What `act` throws is no failure to load.
  async _later(act) {
    let later = null;
    try {
      later = await imported(this._base, laterFile);
    } catch (error) {
      this._fail("load", error.message);
      return;
    }
    try {
      await act(later);
    } catch (error) {
      console.warn(`<${NAME}>: ${error.message}`);
    }
  }

  // Where the files are: beside the script, or where `base` says, seen from there. Without script or page to see from,
  // carried text is there all the same.
  get _base() {
    return addressFrom(this.base.replace(/\/?$/, "/")) ?? addressFrom(".") ?? "";
  }

  // The language to show: that of the page, else of the browser, as far as it exists.
  get _tag() {
    const tags = [this, ...around(this)].map((it) => attributeOf(it, "lang") ?? attributeOf(it, "xml:lang") ?? "");
    for (const tag of [...tags, ...(navigator.languages ?? [navigator.language ?? ""])]) {
      for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (own(textFiles, known)) return known;
    }
    return "en";
  }

  // The window of the document that it stands in.
  get _view() {
    return viewOf(this.ownerDocument);
  }

  get _name() {
    return this.id || NAME;
  }

  // Whether all is there that the page has inside the element.
  get #parsed() {
    if (this._shown || this.#enabled || stateOf(document) !== "loading") return true;
    // Text that the page brings has an end. What follows the element is no sign of that: scripts add to pages that
    // still arrive.
    if (this.shadowRoot && !this._fresh) return this._all(".end")[0];
    return [this, ...around(this)].some(nextOf);
  }

  _all(selector) {
    return [...(this.shadowRoot?.querySelectorAll(selector) ?? [])];
  }

  // The shadow root, to be filled. Until then it shows what is inside the tag.
  get _root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open", serializable: true });
    if (!root.hasChildNodes()) root.append(make("slot"));
    if (!this.shadowRoot) throw new Error("the page has changed how shadow roots are made");
    return root;
  }

  _id(name) {
    return this.shadowRoot?.getElementById(name);
  }

  get _openIds() {
    return this._frame?.openIds ?? this._all(".section-body:not([hidden])").map(sectionOf);
  }

  // The value of an attribute, without what surrounds it.
  _said(property) {
    return wordsOf(this[property]).join(" ");
  }

  _start() {
    present.add(this);
    this._running = new AbortController();
    this.#show();
  }

  // Has the text of a stopped element come anew when it starts again, with these sections open unless others were to
  // be, or with null those that the page asks for.
  _renew(open) {
    if (!this._language) return;
    if (!open) this._kept = null;
    else if (this._kept === undefined) this._kept = open.join(" ") || "none";
    this._fresh = true;
  }

  _stop() {
    present.delete(this);
    this._running?.abort();
    this._running = this._frame = null;
    this._started = this._shown = false;
    this._leave?.();
  }

  // Before each paint while the page is still arriving, so that nothing is seen open and then closed.
  async #show() {
    const running = this._running;
    if (!running || this._started) return;
    const framed = this._said("mode") === "frame";
    const brought = this.shadowRoot && !this._fresh && !framed;
    if (brought) {
      this.#enable();
      this._dress();
    }
    // Text that a page brings inside the element comes before anything else in it.
    if (!this.#parsed && (brought || !this.firstElementChild)) {
      requestAnimationFrame(() => this.#show());
      return;
    }
    this._started = true;
    const language = this._tag;
    const before = this._language ?? language;
    this._language = language;
    // Text from before answers until the other is there, and goes on if it does not come.
    this.#answer(running);
    try {
      if (framed) await this._later((later) => later.openFrame(this, running, language));
      else if (!brought || !this.#hasText) await this.#fetchText(running, language);
    } catch (error) {
      if (this._running !== running) return;
      this._fail("text", error.message);
      if (!this.#hasText) return;
    }
    // Taken out of the page meanwhile, and perhaps put back: then a later call goes on.
    if (this._running !== running) return;
    this._shown = true;
    if (!this._frame) {
      this.#enable();
      this.#answer(running);
    }
    this._kept = undefined;
    for (const act of this.#waiting.splice(0)) act();
    if (before !== language) this._tell("language", { lang: language });
    this._later((later) => later.live(this));
  }

  get #hasText() {
    return this._all(".mount").length > 0;
  }

  // From now on layer 1 answers to clicks in the text, if there is one.
  #answer(running) {
    if (!this.#hasText || this.#answers === running) return;
    this.#answers = running;
    this.shadowRoot.addEventListener("click", (event) => this.#click(event), { signal: running.signal, capture: true });
  }

  // The text of a language and the stylesheet.
  _sources(language) {
    const base = this._base;
    return Promise.all([
      carried[language] ?? shared(language, () => fetched(base, textFiles[language], "text")),
      carried.style ?? shared("style", () => fetched(base, styleFile, "text")),
    ]);
  }

  // The same, ready to be put into a root. Where the page forbids to make HTML, that shows here: nothing of the page
  // has been touched yet. In an XML page, too, the text is HTML.
  async _text(language) {
    const [html, style] = await this._sources(language);
    const text = new DocumentFragment();
    text.append(...new DOMParser().parseFromString(trusted().createHTML(html), "text/html").body.childNodes);
    return [text, style];
  }

  async #fetchText(running, language) {
    const [text, style] = await this._text(language);
    if (this._running !== running) return;
    // It tells colors that are written in other ways, and shows what is inside the tag until it is filled.
    const root = this._root;
    // Asked for first: once the text is there, the browser would work out the style of all of it, closed or not.
    const theme = this.#look;
    // What the reader has opened meanwhile.
    if (this._kept && this.#hasText) this._kept = this._openIds.join(" ") || "none";
    fill(root, text, style, this._base + styleFile[0]);
    this._dress(theme);
    this._fresh = this.#enabled = false;
  }

  // Pre-rendered buttons are disabled: that is the mark of text that no script has reached yet.
  #enable() {
    if (this.#enabled) return;
    this.#enabled = this.#parsed;
    if (this.#enabled) this.#arrange();
    const open = this._wanted;
    for (const button of this._all(".section-button:disabled")) {
      const body = this.#body(button);
      if (!body) continue;
      button.disabled = false;
      this.#setBody(body, open(sectionOf(body)));
    }
    if (this.#enabled && this.#unknown) this._setOpen(DEFAULTS.open, true);
    for (const details of this._all("details[open]")) details.open = false;
    this.#label();
  }

  // Whether a section is to be open: as the reader left it, else as the page or its address asks.
  get _wanted() {
    let ids = wordsOf(this._kept ?? this._stored("") ?? this.open);
    this.#unknown = !ids.some((id) => /^(none|all)$/.test(id) || this._id(id + "-body"));
    // While the text arrives, what is asked for may be yet to come.
    if (this.#unknown) ids = this.#parsed ? [DEFAULTS.open] : [];
    const linked = this._kept == null && this._linked;
    return (id) => ids.includes("all") || ids.includes(id) || linked === id;
  }

  get _hasLinks() {
    return this._said("links") !== "off";
  }

  // Whether links with its name lead to this element, and not to another before it.
  get _isFirst() {
    return ![...present].some((it) => it !== this && it._name === this._name && it._hasLinks && isBefore(it, this));
  }

  // What the page's address names in this element; null where it names nothing, or the page wants no links.
  get _linked() {
    const { hash } = this._view.location;
    const hashes = [hash];
    try {
      // Letters beyond ASCII are percent-encoded there.
      hashes.push(decodeURIComponent(hash));
    } catch {
      // Then it is no name of ours.
    }
    const start = `#${this._name}-`;
    const found = hashes.find((it) => it.startsWith(start));
    return found && this._hasLinks && this._isFirst ? found.slice(start.length) : null;
  }

  // What was kept for the session, where the page asks for that.
  _stored(what) {
    try {
      if (this._said("remember") === "session") return sessionStorage.getItem(NAME + this._name + what);
    } catch {
      // later.js says so when it would write.
    }
    return null;
  }

  // The level of headings, and the sections that the page asks for, in its order.
  #arrange() {
    const level = Number(/^[345]$/.exec(this._said("headingLevel")));
    for (const heading of level ? this._all("h2, h3") : []) {
      const depth = (heading.localName === "h3") - heading.matches(".title");
      const renamed = make("h" + (level + depth));
      for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
      renamed.append(...heading.childNodes);
      heading.replaceWith(renamed);
    }
    const wanted = wordsOf(this.sections).flatMap((id) => this._id("section-" + id) ?? []);
    wanted[0]?.parentNode.replaceChildren(...new Set(wanted));
  }

  // A page in which even this fails has the text all the same.
  get #look() {
    try {
      return themeOf(this);
    } catch {
      return "";
    }
  }

  _dress(theme = this.#look) {
    for (const mount of this._all(".mount")) if (mount.dataset.theme !== theme) mount.dataset.theme = theme;
  }

  #body(button) {
    return this._id(button.getAttribute("aria-controls"));
  }

  #setBody(body, open) {
    if (open) body.removeAttribute("hidden");
    else body.setAttribute("hidden", "until-found");
    this._id(sectionOf(body) + "-button").setAttribute("aria-expanded", open);
  }

  _setOpen(id, open) {
    const body = this._id(id + "-body");
    if (!body) return;
    if (this._widget) {
      this._widget.setOpen(id, open);
    } else if (open === body.hasAttribute("hidden")) {
      this.#setBody(body, open);
      this.#label();
      this._tell("toggle", { section: id, open });
    }
  }

  #setAll(open) {
    if (this._widget) return this._widget.setAll(open);
    for (const body of this._all(".section-body")) this._setOpen(sectionOf(body), open);
    this._later((later) => later.sayCount(this));
  }

  // Whether the button for all sections is to show them. Its words do not say so: a browser may have translated them.
  get #someClosed() {
    return !this.#enabled || this._all(".section-body[hidden]").length > 0;
  }

  #label() {
    // The button is whole once something follows it: what is put into half of one, the rest would come on top of.
    for (const button of this._all(".toggle-all:not(:last-child)")) {
      button.disabled = false;
      button.firstChild.textContent = this.#someClosed ? button.dataset.show : button.dataset.hide;
    }
  }

  #click({ target }) {
    const button = target.closest("button");
    if ((this._widget && !this._widget.waits) || !button) return;
    if (button.matches(".section-button")) {
      const body = this.#body(button);
      this._setOpen(sectionOf(body), body.hasAttribute("hidden"));
    } else if (button.matches(".toggle-all")) {
      this.#setAll(this.#someClosed);
    }
  }

  // Gives up layer 2.
  _fail(stage, reason) {
    this._failed = true;
    this._leave?.();
    this._report(stage, reason);
  }

  // Tells the page what failed, each stage once.
  _report(stage, reason) {
    if (this._told.has(stage)) return;
    this._told.add(stage);
    console.warn(`<${NAME}> goes on without ${stage}: ${reason}`);
    this._tell("error", { stage, reason });
  }

  _tell(type, detail) {
    this.dispatchEvent(new CustomEvent("lct-" + type, { bubbles: true, composed: true, detail }));
  }
}

// Attributes are properties too.
for (const name of Object.keys(DEFAULTS)) {
  Object.defineProperty(Explainer.prototype, propertyOf(name), {
    get() {
      return this.getAttribute(name) ?? DEFAULTS[name];
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, [value].flat().join(" "));
    },
  });
}
