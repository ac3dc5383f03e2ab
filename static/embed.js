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

  // The address of this script. One that is pasted into the page, evaluated or loaded as a module has no element to
  // tell it; then whatever has loaded a file of its name does. Undefined where nothing has.
  const SCRIPT = (() => {
    const { src } = reader(Document, "currentScript")(document) ?? {};
    if (src) return src;
    const name = ["embed", ...Object.keys(CARRIED).filter((it) => it !== "style"), "js"].join(".");
    const places = [new Error().stack];
    for (const script of reader(Document, "querySelectorAll")(document, "script[src]")) places.push(script.src);
    for (const file of window.performance?.getEntriesByType("resource") ?? []) places.push(file.name);
    return new RegExp(`[\\w-]+://\\S*?/${name}`).exec(places.join("\n"))?.[0];
  })();
  // A whole address, seen from the script, else from the page; undefined where it is none.
  const addressFrom = (address) => {
    for (const start of [SCRIPT, reader(Node, "baseURI")(document), undefined]) {
      try {
        return new URL(address, start).href;
      } catch {
        // Then the next.
      }
    }
  };

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

  // What stands in a list, or by itself. Text that was pasted can have marks in it that are not seen.
  const GAPS = /[\s\u0085\u180e\u200b-\u200f\u2060]+/;
  const wordsOf = (text) => text.split(GAPS).filter(Boolean);

  const viewOf = (page) => (page === document ? window : page.defaultView) ?? window;

  let policy = { createHTML: (it) => it, createScriptURL: (it) => it };
  try {
    policy = window.trustedTypes?.createPolicy(NAME, policy) ?? policy;
  } catch {
    // The page lists the names of policies, and not this one: setting the text then says so.
  }

  // Each thing is fetched once, however many elements the page has, and from wherever; what failed may be tried again.
  const once = new Map();
  const shared = (key, make) => {
    if (!once.has(key)) once.set(key, make());
    once.get(key).catch(() => once.delete(key));
    return once.get(key);
  };

  // What `promise` gives, unless it takes too long.
  const inTime = (promise) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("it took over 30 seconds")), 30000);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };

  // The browser refuses a file that does not have the hash.
  const fetched = (base, [path, integrity], read) => {
    const load = async () => {
      const answer = await fetch(base + path, { integrity }).catch(async () => {
        throw await refused(base, path);
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return answer[read]();
    };
    return inTime(load());
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

  // The same file with another `copy`, such as #1, is a module of its own.
  const imported = (base, [path, integrity], copy = "") =>
    shared(path + copy, () => {
      // import() takes no hash, but takes what was loaded before.
      const loaded = new Promise((resolve, reject) => {
        const script = make("script");
        script.type = "module";
        script.integrity = integrity;
        script.src = policy.createScriptURL(base + path + copy);
        script.onload = resolve;
        script.onerror = async () => reject(await refused(base, path));
        (reader(Document, "head")(document) ?? reader(Document, "documentElement")(document)).append(script);
      });
      return inTime(loaded.then(() => import(base + path + copy)));
    });

  // What a page says of its theme: data-theme, data-bs-theme, data-color-mode and the like. What stands in
  // data-light-theme is to be used when it is light, and does not say that it is.
  const THEME = /^(data-)?(?!light|dark)(\w+-)?(theme|mode|color-(theme|mode|scheme))$/;

  // A stylesheet belongs to the document that it was made in. Each is made once there.
  const sheets = new WeakMap();
  const sheetIn = (page, css) => {
    if (!sheets.has(page)) sheets.set(page, new Map());
    const made = sheets.get(page);
    if (!made.has(css)) {
      const sheet = new (viewOf(page).CSSStyleSheet)();
      sheet.replaceSync(css);
      made.set(css, sheet);
    }
    return made.get(css);
  };

  // Has a root follow a stylesheet, and answers with what ends that. Browsers from before 2023 have none that
  // scripts make: they fetch the file, if there is one.
  const adopt = (root, css, file) => {
    try {
      const sheet = sheetIn(typeOf(root) === 9 ? root : root.ownerDocument, css);
      const others = () => root.adoptedStyleSheets.filter((it) => it !== sheet);
      root.adoptedStyleSheets = [...others(), sheet];
      return () => {
        root.adoptedStyleSheets = others();
      };
    } catch {
      const style = make(file ? "link" : "style");
      if (file) Object.assign(style, { rel: "stylesheet", href: file });
      else style.textContent = css;
      (root.head ?? root).prepend(style);
      return () => style.remove();
    }
  };

  // Puts this into a root, and nothing else.
  const fill = (root, content, css, file) => {
    root.replaceChildren(content);
    if (root.adoptedStyleSheets) root.adoptedStyleSheets = [];
    adopt(root, css, file);
  };

  const sectionOf = (body) => body.id.replace(/-body$/, "");

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
    static tools = {
      FILES, DEFAULTS, shared, fetched, imported, inTime, adopt, fill, around, reader, make, addressFrom, sectionOf,
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
        later = await imported(this._base, FILES.later);
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
        for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (own(FILES.text, known)) return known;
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
      if (this._shown || this.#enabled || reader(Document, "readyState")(document) !== "loading") return true;
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
        CARRIED[language] ?? shared(language, () => fetched(base, FILES.text[language], "text")),
        CARRIED.style ?? shared("style", () => fetched(base, FILES.style, "text")),
      ]);
    }

    // The same, ready to be put into a root. Where the page forbids to make HTML, that shows here: nothing of the page
    // has been touched yet. In an XML page, too, the text is HTML.
    async _text(language) {
      const [html, style] = await this._sources(language);
      const text = new DocumentFragment();
      text.append(...new DOMParser().parseFromString(policy.createHTML(html), "text/html").body.childNodes);
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
      fill(root, text, style, this._base + FILES.style[0]);
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

    // Light or dark, where something decides it: the attribute, else what surrounds the element.
    get _theme() {
      const elements = around(this, true);
      const said = [this._said("theme")];
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

    // A page in which even this fails has the text all the same.
    get #look() {
      try {
        return this._theme;
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
  const propertyOf = (name) => name.replace("-l", "L");
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

  customElements.define(NAME, Explainer);
})();
