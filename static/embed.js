// Shows the explainer of lupus and CAR-T cell therapy wherever a page has <lupus-car-t>.
//
// This is what a reader waits for: the text, in sections that open and close. later.js comes once
// the text is there: it makes links lead to their place, follows what changes, and starts
// WebAssembly (layer 2). frame.js shows the explainer in a frame instead.
// Members that start with _ are for those two alone. ARCHITECTURE.md tells the whole.
(() => {
  const NAME = "lupus-car-t";
  // The version, and the names of the files with their hashes; the build fills them in.
  const FILES = {};
  // Text by language, and the stylesheet, which embed.<lang>.js carries inside.
  const CARRIED = {};

  // A form of the page has its fields for properties, and a document its images and forms: one that is named `lang` or
  // `head` hides what every element or document has. So a page's nodes are read by what their class says of them.
  const reader = (type, name) => {
    const { get, value } = Object.getOwnPropertyDescriptor(type.prototype, name);
    return (node, ...values) => (get ?? value).apply(node, values);
  };
  const attributeOf = reader(Element, "getAttribute");
  const namesOf = reader(Element, "getAttributeNames");
  const slotOf = reader(Element, "assignedSlot");
  const parentOf = reader(Node, "parentNode");
  const typeOf = reader(Node, "nodeType");
  const nextOf = reader(Node, "nextSibling");
  const elementIn = reader(Document, "createElementNS");
  const make = (name) => elementIn(document, "http://www.w3.org/1999/xhtml", name);

  // What an object has of its own: every object has a `constructor`.
  const own = (object, name) => (Object.keys(object).includes(name) ? object[name] : undefined);

  const earlier = customElements.get(NAME);
  if (earlier) {
    if (earlier.version !== FILES.version) {
      console.warn(`<${NAME}>: version ${FILES.version} steps aside for ${earlier.version}`);
    }
    return;
  }

  const SCRIPT = reader(Document, "currentScript")(document)?.src ?? reader(Node, "baseURI")(document);
  // What each attribute is where the page does not say.
  const DEFAULTS = {
    theme: "auto",
    open: "at-a-glance",
    sections: "all",
    "heading-level": "2",
    loading: "lazy",
    mode: "element",
    remember: "none",
    links: "on",
    feedback: "off",
    page: "",
    base: ".",
  };

  let policy = { createHTML: (it) => it, createScriptURL: (it) => it };
  try {
    policy = window.trustedTypes?.createPolicy(NAME, policy) ?? policy;
  } catch {
    // The page lists the names of policies, and not this one: setting the text then says so.
  }

  // Each thing is fetched once, however many elements the page has; what failed may be tried again.
  const once = new Map();
  const shared = (key, make) => {
    if (!once.has(key)) once.set(key, make());
    once.get(key).catch(() => once.delete(key));
    return once.get(key);
  };

  // The browser refuses a file that does not have the hash.
  const fetched = async (base, [path, integrity], read) => {
    const answer = await fetch(base + path, { integrity }).catch(async () => {
      throw await refused(base, path);
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer[read]();
  };

  // A browser does not say why it refused a file. A second look does: hosts of a single page answer with that page.
  const refused = async (base, path) => {
    let reason = "did not come";
    try {
      const answer = await fetch(base + path);
      if (!answer.ok) reason = "answered " + answer.status;
      else if (/<(!doctype|html)/i.test(await answer.text())) reason = "was answered with a page";
      else reason = "is not of this release";
    } catch {
      // It did not come the second time either.
    }
    return new Error(`${path} ${reason}`);
  };

  const imported = (base, [path, integrity]) =>
    shared(base + path, async () => {
      // import() takes no hash, but takes what was loaded before.
      await new Promise((resolve, reject) => {
        const script = make("script");
        script.type = "module";
        script.integrity = integrity;
        script.src = policy.createScriptURL(base + path);
        script.onload = resolve;
        script.onerror = async () => reject(await refused(base, path));
        reader(Document, "head")(document).append(script);
      });
      return import(base + path);
    });

  // What a page says of its theme: data-theme, data-bs-theme, data-color-mode and the like. What stands in
  // data-light-theme is to be used when it is light, and does not say that it is.
  const THEME = /^(data-)?(?!light|dark)(\w+-)?(theme|mode|color-(theme|mode|scheme))$/;

  const sectionOf = (body) => body.id.replace("-body", "");

  // The elements around another, out of shadow roots too: as the page is written, or as it is `painted`, through slots.
  const around = (element, painted) => {
    const elements = [];
    for (let node = element; node; ) {
      const isElement = typeOf(node) === 1;
      if (isElement && node !== element) elements.push(node);
      // Only a root has a host; a document may have an image of that name.
      node = (isElement && painted && slotOf(node)) || parentOf(node) || (typeOf(node) === 11 && node.host);
    }
    return elements;
  };

  // What the head of the page says of its colors.
  const schemeOfHead = () => {
    const [meta] = reader(Document, "querySelectorAll")(document, 'meta[name="color-scheme"]');
    return meta?.content ?? "normal";
  };

  // The elements that are in the page.
  const present = new Set();

  // Where an element is in its document: it, or what it is in the shadow of.
  const placeOf = (element) => {
    const root = element.getRootNode();
    return typeOf(root) === 11 && root.host ? placeOf(root.host) : element;
  };
  const isBefore = (one, other) => placeOf(other).compareDocumentPosition(placeOf(one)) & Node.DOCUMENT_POSITION_PRECEDING;

  // Light or dark, as the red, green and blue of a color are seen.
  const nameOf = ([red, green, blue]) => (3 * red + 6 * green + blue > 5 ? "light" : "dark");

  class Explainer extends HTMLElement {
    static version = FILES.version;
    static tools = { FILES, DEFAULTS, shared, fetched, imported, around, reader, make };
    static observedAttributes = ["id", "lang", ...Object.keys(DEFAULTS)];

    // Lasts until the element is taken out of the page, or starts anew.
    _running = null;
    _started = false;
    _shown = false;
    _language = null;
    // Whether the text has to come anew, and which sections are to be open then.
    _fresh = false;
    _kept = null;
    _failed = false;
    // The running widget of layer 2; while there is none, layer 1 answers. While it `waits`, layer 1
    // hears the clicks and passes on what they ask for.
    _widget = null;
    _frame = null;
    // The last part of the page's address that was followed.
    _hash = null;
    // Ends what later.js has begun.
    _leave = null;
    #enabled = false;
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
      // Properties that were set before the element was known.
      for (const name in DEFAULTS) {
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

    attributeChangedCallback(name, before, now) {
      // Before the start there is nothing to change: then they are read.
      if (this._started && before !== now) this._later((later) => later.changed(this, name));
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

    // Without later.js the text is there and works.
    async _later(act) {
      try {
        await act(await imported(this._base, FILES.later));
      } catch (error) {
        this._fail("load", error.message);
      }
    }

    get _base() {
      const base = this.base.replace(/\/?$/, "/");
      return new URL(URL.canParse(base, SCRIPT) ? base : ".", SCRIPT).href;
    }

    // The language to show: that of the page, else of the browser, as far as it exists.
    get _tag() {
      const tags = [this, ...around(this)].map((it) => attributeOf(it, "lang") ?? attributeOf(it, "xml:lang") ?? "");
      for (const tag of [...tags, ...navigator.languages]) {
        for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (own(FILES.text, known)) return known;
      }
      return "en";
    }

    get _name() {
      return this.id || NAME;
    }

    // Whether all is there that the page has inside the element.
    get #parsed() {
      if (this._shown || reader(Document, "readyState")(document) !== "loading") return true;
      // Text ends with a comment. What follows the element is no sign of that: scripts add to pages that still arrive.
      if (this.shadowRoot && !this._fresh) return this._all(".mount")[0]?.childNodes[2];
      return [this, ...around(this)].some(nextOf);
    }

    _all(selector) {
      return [...(this.shadowRoot?.querySelectorAll(selector) ?? [])];
    }

    _id(name) {
      return this.shadowRoot?.getElementById(name);
    }

    _start() {
      present.add(this);
      this._running = new AbortController();
      this.#show();
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
      const framed = this.mode.trim() === "frame";
      const isThere = this.shadowRoot && !this._fresh && !framed;
      if (isThere) {
        this.#enable();
        this._dress();
      }
      // Text that a page brings inside the element comes before anything else in it.
      if (!this.#parsed && (isThere || !this.firstElementChild)) {
        requestAnimationFrame(() => this.#show());
        return;
      }
      this._started = true;
      const language = this._tag;
      const before = this._language ?? language;
      this._language = language;
      try {
        if (framed) await this._later((later) => later.openFrame(this, running, language));
        else if (!isThere) await this.#fetchText(running, language);
      } catch (error) {
        if (this._running === running) this._fail("text", error.message);
        return;
      }
      // Taken out of the page meanwhile, and perhaps put back: then a later call goes on.
      if (this._running !== running) return;
      this._shown = true;
      if (!framed) {
        this.#enable();
        this.shadowRoot.addEventListener("click", (event) => this.#click(event), { signal: running.signal, capture: true });
      }
      for (const act of this.#waiting.splice(0)) act();
      if (before !== language) this._tell("language", { lang: language });
      this._later((later) => later.live(this));
    }

    // The text of a language and the stylesheet, ready to be put into a root. Where the page forbids to
    // make HTML, that shows here: nothing of the page has been touched yet.
    async _text(language) {
      const base = this._base;
      const [html, sheet] = await Promise.all([
        CARRIED[language] ?? shared(base + language, () => fetched(base, FILES.text[language], "text")),
        shared(base + "style", async () =>
          new CSSStyleSheet().replace(CARRIED.style ?? (await fetched(base, FILES.style, "text"))),
        ),
      ]);
      return [new Range().createContextualFragment(policy.createHTML(html)), sheet];
    }

    async #fetchText(running, language) {
      const [text, sheet] = await this._text(language);
      if (this._running !== running) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open", serializable: true });
      root.adoptedStyleSheets = [sheet];
      // Asked for first: once the text is there, the browser would work out the style of all of it, closed or not.
      const theme = this._theme;
      root.replaceChildren(text);
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
      let ids = (this._kept ?? this._stored("") ?? this.open).trim().split(/\s+/);
      this.#unknown = !ids.some((id) => /^(none|all)$/.test(id) || this._id(id + "-body"));
      // While the text arrives, what is asked for may be yet to come.
      if (this.#unknown) ids = this.#parsed ? [DEFAULTS.open] : [];
      const linked = this._kept == null && this._linked;
      return (id) => ids.includes("all") || ids.includes(id) || linked === id;
    }

    get _hasLinks() {
      return this.links.trim() !== "off";
    }

    // Whether links with its name lead to this element, and not to another before it.
    get _isFirst() {
      return ![...present].some((it) => it !== this && it._name === this._name && it._hasLinks && isBefore(it, this));
    }

    // What the page's address names in this element; null where it names nothing, or the page wants no links.
    get _linked() {
      const { hash } = location;
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
        if (this.remember.trim() === "session") return sessionStorage.getItem(NAME + this._name + what);
      } catch {
        // later.js says so when it would write.
      }
      return null;
    }

    // The level of headings, and the sections that the page asks for, in its order.
    #arrange() {
      const level = Number(/^\s*[345]\s*$/.exec(this.headingLevel));
      for (const heading of level ? this._all("h2, h3") : []) {
        const depth = (heading.localName === "h3") - heading.matches(".title");
        const renamed = make("h" + (level + depth));
        for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
        renamed.append(...heading.childNodes);
        heading.replaceWith(renamed);
      }
      const wanted = this.sections.split(/\s+/).flatMap((id) => this._id("section-" + id) ?? []);
      wanted[0]?.parentNode.replaceChildren(...new Set(wanted));
    }

    // Light or dark, where something decides it: the attribute, else what surrounds the element.
    get _theme() {
      const elements = around(this, true);
      const said = [this.theme];
      for (const it of elements) {
        for (const name of [...namesOf(it).filter((name) => THEME.test(name)), "class"]) said.push(attributeOf(it, name));
      }
      const isTheme = (word) => word === "light" || word === "dark";
      const found = said.flatMap((it) => it?.trim().toLowerCase().split(/\s+/) ?? []).find(isTheme);
      if (found) return found;
      // One scheme that the page states is one, and a choice of two is none.
      const { color, colorScheme } = getComputedStyle(this);
      const scheme = colorScheme === "normal" ? schemeOfHead() : colorScheme;
      const schemes = scheme.split(" ").filter(isTheme);
      if (schemes.length === 1) return schemes[0];
      const painted = this.#painted(elements, color);
      if (painted) return painted;
      // The stylesheet follows the choice that the system makes.
      if (colorScheme !== "normal") return "";
      return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    }

    // What the page around the element is painted: light, dark, or nothing at all.
    #painted(elements, color) {
      // What has been found so far, which can be a pane of glass.
      const seen = [0, 0, 0, 0];
      const put = (layer) => {
        const share = (1 - seen[3]) * layer[3];
        for (const at of [0, 1, 2]) seen[at] += share * layer[at];
        seen[3] += share;
      };
      const words = this.#parts(color);
      for (const element of elements) {
        const { backgroundColor, backgroundImage } = getComputedStyle(element);
        const layer = this.#parts(backgroundColor);
        // A picture tells nothing, but the words on it do.
        if (backgroundImage !== "none" && !layer[3]) return nameOf(words) === "light" ? "dark" : "light";
        put(layer);
        if (seen[3] > 0.99) break;
      }
      // Light words stand on something dark, wherever that comes from.
      if (!seen[3]) return nameOf(words) === "light" && "dark";
      put(this.#parts("Canvas"));
      return nameOf(seen);
    }

    // Red, green, blue and how much they cover, each from 0 to 1. The browser knows every way to write a color, and
    // tells of it where an element has it.
    #parts(color) {
      let written = color;
      if (!color.startsWith("rgb")) {
        const probe = make("span");
        probe.style.color = `color-mix(in srgb, ${color}, ${color})`;
        // A browser that cannot tell does not know the color, either.
        if (!probe.style.color || !this.shadowRoot) return [0, 0, 0, 0];
        this.shadowRoot.append(probe);
        written = getComputedStyle(probe).color;
        probe.remove();
      }
      const [red, green, blue, alpha = 1] = written.match(/-?[\d.]+(e-?\d+)?|none/g).map((it) => Number(it) || 0);
      const most = written.startsWith("rgb") ? 255 : 1;
      return [red / most, green / most, blue / most, alpha];
    }

    _dress(theme = this._theme) {
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

    _fail(stage, reason) {
      if (this._failed) return;
      this._failed = true;
      this._leave?.();
      console.warn(`<${NAME}> goes on without ${stage}: ${reason}`);
      this._tell("error", { stage, reason });
    }

    _tell(type, detail) {
      this.dispatchEvent(new CustomEvent("lct-" + type, { bubbles: true, composed: true, detail }));
    }
  }

  // Attributes are properties too.
  const propertyOf = (name) => name.replace("-l", "L");
  for (const name in DEFAULTS) {
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

  customElements.define(NAME, Explainer);
})();
