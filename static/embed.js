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

  const earlier = customElements.get(NAME);
  if (earlier) {
    if (earlier.version !== FILES.version) {
      console.warn(`<${NAME}>: version ${FILES.version} steps aside for ${earlier.version}`);
    }
    return;
  }

  const SCRIPT = document.currentScript?.src ?? document.baseURI;
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
        const script = document.createElement("script");
        script.type = "module";
        script.integrity = integrity;
        script.src = policy.createScriptURL(base + path);
        script.onload = resolve;
        script.onerror = async () => reject(await refused(base, path));
        document.head.append(script);
      });
      return import(base + path);
    });

  const sectionOf = (body) => body.id.replace("-body", "");

  // The elements around a node, out of shadow roots too.
  const around = (node) => {
    const elements = [];
    while ((node = node.parentNode ?? node.host)) if (node.dataset) elements.push(node);
    return elements;
  };

  class Explainer extends HTMLElement {
    static version = FILES.version;
    static tools = { FILES, DEFAULTS, shared, fetched, imported, around };
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
    // Ends what later.js has begun.
    _leave = null;
    #enabled = false;
    // Whether the page asks for no section that there is.
    #unknown = false;
    // What was asked for before the text was there.
    #waiting = [];

    connectedCallback() {
      if (this._running) return;
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
      queueMicrotask(() => this.isConnected || this._stop());
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
      for (const tag of [...[this, ...around(this)].map(({ lang }) => lang), ...navigator.languages]) {
        for (const known of [tag.toLowerCase(), tag.slice(0, 2).toLowerCase()]) if (FILES.text[known]) return known;
      }
      return "en";
    }

    get _name() {
      return this.id || NAME;
    }

    // Whether all is there that the page has inside the element.
    get #parsed() {
      if (this._shown || document.readyState !== "loading") return true;
      // Text ends with a comment. What follows the element is no sign of that: scripts add to pages that still arrive.
      if (this.shadowRoot && !this._fresh) return this._all(".mount")[0]?.childNodes[2];
      return [this, ...around(this)].some(({ nextSibling }) => nextSibling);
    }

    _all(selector) {
      return [...(this.shadowRoot?.querySelectorAll(selector) ?? [])];
    }

    _id(name) {
      return this.shadowRoot?.getElementById(name);
    }

    _start() {
      this._running = new AbortController();
      this.#show();
    }

    _stop() {
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
      return (id) => ids.includes("all") || ids.includes(id) || location.hash === `#${this._name}-${id}`;
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
        const renamed = document.createElement("h" + (level + (heading.localName === "h3")));
        for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
        renamed.append(...heading.childNodes);
        heading.replaceWith(renamed);
      }
      const wanted = this.sections.split(/\s+/).flatMap((id) => this._id("section-" + id) ?? []);
      wanted[0]?.parentNode.replaceChildren(...new Set(wanted));
    }

    // Light or dark, where something decides it: the attribute, else what surrounds the element.
    get _theme() {
      const elements = around(this);
      const said = [this.theme.trim()];
      for (const { dataset, classList } of elements) said.push(dataset.theme, dataset.bsTheme, ...classList);
      const found = said.find((word) => /^(light|dark)$/.test(word));
      if (found) return found;
      // The stylesheet follows a scheme that the page states.
      if (getComputedStyle(this).colorScheme !== "normal") return "";
      // A page that states none is as light or dark as it is painted.
      for (const element of elements) {
        const [, red, green, blue] = /^rgb\((\d+), (\d+), (\d+)/.exec(getComputedStyle(element).backgroundColor) ?? [];
        if (red) return 3 * red + 6 * green + +blue > 1275 ? "light" : "dark";
      }
      return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    }

    _dress(theme = this._theme) {
      for (const mount of this._all(".mount")) mount.dataset.theme = theme;
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
