// Shows the explainer of lupus and CAR-T cell therapy wherever a page has <lupus-car-t>.
//
// The text comes first and works by itself (layer 1: sections open and close, links lead
// to their place). WebAssembly then takes over the buttons (layer 2), and hands them back if it fails.
// ARCHITECTURE.md tells the whole.
(() => {
  const NAME = "lupus-car-t";
  if (customElements.get(NAME)) return;

  // The names with their hashes; the build fills them in.
  const FILES = {};
  const SCRIPT = document.currentScript.src;

  const policy = window.trustedTypes?.createPolicy(NAME, { createHTML: (html) => html });

  const fetched = async (url, read) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return answer[read]();
  };

  const sectionOf = (body) => body?.id.replace(/-body$/, "");

  // Each thing is fetched once, however many elements the page has.
  const once = new Map();
  const shared = (key, make) => {
    if (!once.has(key)) once.set(key, make());
    return once.get(key);
  };

  const stylesheet = (base) =>
    shared(base + "widget.css", async () => {
      const sheet = new CSSStyleSheet();
      return sheet.replace(await fetched(base + "widget.css", "text"));
    });

  // The running WebAssembly, with the elements that rely on it.
  const runtime = (base) =>
    shared(base + FILES.wasm, async () => {
      const module = await import(base + FILES.widget);
      await module.default({ module_or_path: base + FILES.wasm });
      const running = { module, elements: new Set(), failure: null };
      module.onPanic((reason) => {
        running.failure = reason;
        for (const element of running.elements) element._fail("run", reason);
      });
      return running;
    });

  const tooLate = () =>
    new Promise((_, reject) => setTimeout(() => reject(new Error("it took over 30 seconds")), 30000));

  customElements.define(NAME, class extends HTMLElement {
    // The running widget of layer 2; while there is none, layer 1 answers.
    #widget = null;
    // The term last used.
    #term = null;
    // The WebAssembly that layer 2 runs in.
    #running = null;
    #failed = false;
    #started = false;
    #enabled = false;
    #listening = null;

    connectedCallback() {
      if (this.#listening) return;
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      addEventListener("hashchange", () => this.#followHash(), { signal });
      addEventListener("DOMContentLoaded", () => this.#show(), { signal });
      this.#show();
    }

    disconnectedCallback() {
      // An element that is only being moved is connected again at once.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#listening?.abort();
        this.#listening = null;
        this.#started = false;
        this.#leaveLayer2();
      });
    }

    openSection(id) {
      this.#setOpen(id, true);
    }

    closeSection(id) {
      this.#setOpen(id, false);
    }

    openAll() {
      this.#setAll(true);
    }

    closeAll() {
      this.#setAll(false);
    }

    get #base() {
      return new URL((this.getAttribute("base") ?? ".").replace(/\/*$/, "/"), SCRIPT).href;
    }

    get #parsed() {
      if (document.readyState !== "loading") return true;
      for (let node = this; node; node = node.parentNode) if (node.nextSibling) return true;
      return false;
    }

    #all(selector) {
      return [...(this.shadowRoot?.querySelectorAll(selector) ?? [])];
    }

    #id(name) {
      return this.shadowRoot?.getElementById(name);
    }

    // Before each paint while the page is still arriving, so that nothing is seen open and then closed.
    async #show() {
      if (!this.#listening || this.#started) return;
      if (this.shadowRoot) this.#enable();
      if (!this.#parsed) {
        requestAnimationFrame(() => this.#show());
        return;
      }
      this.#started = true;
      const listening = this.#listening;
      if (!this.shadowRoot) {
        try {
          await this.#fetchText();
        } catch (error) {
          this._fail("text", error.message);
          return;
        }
      }
      // Taken out of the page meanwhile, and perhaps put back: then a later call goes on.
      if (this.#listening !== listening) return;
      this.#enable();
      this.#listen();
      this.#followHash();
      this.#startLayer2WhenNear();
    }

    async #fetchText() {
      const base = this.#base;
      const [html, sheet] = await Promise.all([
        shared(base + "fragment", () => fetched(base + "fragment/en.html", "text")),
        stylesheet(base),
      ]);
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = policy ? policy.createHTML(html) : html;
    }

    // Pre-rendered buttons are disabled: that is the mark of text that no script has reached yet.
    #enable() {
      if (this.#enabled) return;
      this.#enabled = this.#parsed;
      if (this.#enabled) this.#setHeadingLevel();
      const words = (this.getAttribute("open") ?? "at-a-glance").split(/\s+/);
      const known = words.some((word) => ["none", "all"].includes(word) || this.#id(word + "-body"));
      const open = known || !this.#enabled ? words : ["at-a-glance"];
      for (const button of this.#all(".section-button:disabled")) {
        const body = this.#body(button);
        if (!body) continue;
        button.disabled = false;
        this.#setBody(body, open.includes("all") || open.includes(sectionOf(body)));
      }
      for (const details of this.#all("details[open]")) details.open = false;
      for (const button of this.#all(".toggle-all")) button.disabled = false;
      this.#label();
    }

    #setHeadingLevel() {
      const level = Number(/^\s*[345]\s*$/.exec(this.getAttribute("heading-level")));
      if (!level) return;
      for (const heading of this.#all("h2, h3")) {
        const renamed = document.createElement("h" + (level + (heading.localName === "h3")));
        for (const { name, value } of heading.attributes) renamed.setAttribute(name, value);
        renamed.append(...heading.childNodes);
        heading.replaceWith(renamed);
      }
    }

    #body(button) {
      return this.#id(button.getAttribute("aria-controls"));
    }

    #setBody(body, open) {
      if (open) body.removeAttribute("hidden");
      else body.setAttribute("hidden", "until-found");
      this.#id(sectionOf(body) + "-button").setAttribute("aria-expanded", open);
    }

    #setOpen(id, open) {
      const body = this.#id(id + "-body");
      if (!body) return;
      if (this.#widget) {
        this.#widget.setOpen(id, open);
      } else if (open === body.hasAttribute("hidden")) {
        this.#setBody(body, open);
        this.#label();
        this.#tell("toggle", { section: id, open });
      }
    }

    #setAll(open) {
      if (this.#widget) {
        this.#widget.setAll(open);
        return;
      }
      for (const body of this.#all(".section-body")) this.#setOpen(sectionOf(body), open);
      const total = this.#all(".section-body").length;
      for (const status of this.#all("[role=status]")) {
        status.textContent = status.dataset.text.replace("{open}", open ? total : 0).replace("{total}", total);
      }
    }

    // The button for all sections offers what would change something.
    #label() {
      for (const button of this.#all(".toggle-all")) {
        button.textContent = this.#all(".section-body[hidden]").length ? button.dataset.show : button.dataset.hide;
      }
    }

    #listen() {
      const on = (type, listener) =>
        this.shadowRoot.addEventListener(type, listener, { signal: this.#listening.signal, capture: true });
      on("click", (event) => this.#click(event));
      on("beforematch", ({ target }) => this.openSection(sectionOf(target.closest(".section-body"))));
      // Chromium forgets the word whose explanation closes.
      on("toggle", ({ newState }) => {
        const focused = this.shadowRoot.activeElement ?? document.activeElement;
        if (newState === "closed" && focused.matches("body, .popover, .popover *")) {
          this.#term?.focus({ preventScroll: true });
        }
      });
    }

    #click(event) {
      const { target } = event;
      this.#term = target.closest(".term") ?? this.#term;
      const link = target.closest("a");
      if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
        const { source, section, cited } = link.dataset;
        if (source) this.#go("sources", this.#id("source-" + source), event);
        else if (cited) this.#go(section, this.#id(section + "-body")?.querySelector(`[data-source="${cited}"]`), event);
        else if (section) this.#go(section, this.#id(section + "-button"), event);
        return;
      }
      if (this.#widget) return;
      const button = target.closest("button");
      if (button?.matches(".section-button")) {
        const body = this.#body(button);
        this.#setOpen(sectionOf(body), body.hasAttribute("hidden"));
      } else if (button?.matches(".toggle-all")) {
        this.#setAll(button.textContent === button.dataset.show);
      }
    }

    // Opens a section and brings the reader to a place in it.
    #go(section, place, event) {
      if (!place) return;
      event?.preventDefault();
      this.openSection(section);
      const details = place.closest("details");
      if (details) details.open = true;
      // Layer 2 shows what it was told after the current task.
      requestAnimationFrame(() => {
        place.scrollIntoView({ block: place.matches(".section-button") ? "start" : "center" });
        place.focus({ preventScroll: true });
      });
    }

    // A page's address does not reach into a shadow root by itself.
    #followHash() {
      const prefix = `#${this.id || NAME}-`;
      if (!location.hash.startsWith(prefix)) return;
      const id = location.hash.slice(prefix.length);
      this.#go(id, this.#id(id + "-button"));
    }

    #startLayer2WhenNear() {
      if (this.#failed) return;
      if (this.getAttribute("loading") === "eager") {
        this.#startLayer2();
        return;
      }
      const waiting = new AbortController();
      const { signal } = waiting;
      const near = new IntersectionObserver(
        ([entry]) => {
          if (entry.isIntersecting) (window.requestIdleCallback ?? setTimeout)(start);
        },
        { rootMargin: "100%" },
      );
      const stop = () => {
        near.disconnect();
        waiting.abort();
      };
      const start = () => {
        if (signal.aborted) return;
        stop();
        this.#startLayer2();
      };
      near.observe(this);
      this.#listening.signal.addEventListener("abort", stop);
      for (const type of ["pointerdown", "keydown", "focusin"]) {
        this.shadowRoot.addEventListener(type, start, { signal });
      }
    }

    async #startLayer2() {
      const base = this.#base;
      let stage = "load";
      try {
        const [running, content] = await Promise.race([
          Promise.all([
            runtime(base),
            shared(base + FILES.content.en, () => fetched(base + FILES.content.en, "arrayBuffer")),
          ]),
          tooLate(),
        ]);
        if (!this.isConnected || this.#widget) return;
        stage = "start";
        if (running.failure) throw new Error(running.failure);
        running.elements.add(this);
        this.#running = running;
        const top = scrollY;
        this.#widget = await new Promise((resolve) => {
          const widget = running.module.hydrate(
            this,
            this.shadowRoot.querySelector(".mount"),
            new Uint8Array(content),
            (section, open) => this.#tell("toggle", { section, open }),
            () => queueMicrotask(() => resolve(widget)),
          );
        });
        // WebKit scrolls to the top when a slot is given its name again.
        if (scrollY !== top) scrollTo(scrollX, top);
        this.#tell("ready");
      } catch (error) {
        this._fail(stage, error.message);
      }
    }

    // Gives the buttons back to layer 1. A copy of the text has none of the listeners of layer 2.
    #leaveLayer2() {
      const mount = this.shadowRoot?.querySelector(".mount");
      if (!this.#running || !mount) return;
      const focused = this.shadowRoot.activeElement?.id;
      const copy = mount.cloneNode(true);
      mount.replaceWith(copy);
      this.#running.elements.delete(this);
      if (!this.#failed) this.#widget?.destroy();
      this.#widget = this.#running = null;
      if (focused) this.#id(focused)?.focus({ preventScroll: true });
    }

    _fail(stage, reason) {
      if (this.#failed) return;
      this.#failed = true;
      this.#leaveLayer2();
      console.warn(`<${NAME}> goes on without step "${stage}": ${reason}`);
      this.#tell("error", { stage, reason: String(reason) });
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent("lct-" + type, { bubbles: true, composed: true, detail }));
    }
  });
})();
