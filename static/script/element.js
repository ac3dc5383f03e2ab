// The element <lupus-car-t>: what the README says of it, and nothing else.

/** @import { Attribute } from "./attributes.js" */

import { version } from "built";

import { addressFrom } from "./addresses.js";
import { ATTRIBUTES, NAMES, adoptProperties, defineProperties, plainValueOf, valueOf } from "./attributes.js";
import { Controller } from "./controller.js";
import { languageOf, languages } from "./language.js";
import { isFirst, linkedSection } from "./linked.js";
import { fetched, imported, inTime, shared } from "./loading.js";
import { KIT } from "./name.js";
import { addStep, pathOf, stepsOf } from "./paths.js";
import { localize, regionAround } from "./region.js";
import { addFeet, sectionOf, setAll, setOpen, wantedSections } from "./sections.js";
import { adopt, fill } from "./sheets.js";
import { copySlots, linesIn } from "./slots.js";
import { stored } from "./storage.js";
import { ancestors } from "./surroundings.js";
import { prepareRoot, sourcesOf, textIn } from "./text.js";
import { dress, themeOf } from "./theme.js";

// How long the element in frame.html waits for framed.js, in milliseconds.
const PATIENCE = 5000;

export class Explainer extends HTMLElement {
  static version = version;

  static observedAttributes = NAMES;

  /** What the explainer's other scripts use: see `kit.js`. */
  static [KIT] = {
    ATTRIBUTES, NAMES, addFeet, addStep, addressFrom, adopt, ancestors, copySlots, dress, fetched, fill, imported,
    inTime, isFirst, languageOf, languages, linesIn, linkedSection, localize, pathOf, plainValueOf, prepareRoot,
    regionAround, sectionOf, shared, sourcesOf, stepsOf, stored, textIn, themeOf, valueOf, wantedSections,
    controllerOf: (/** @type {Explainer} */ element) => element.#controller,
  };

  #controller = new Controller(this);

  connectedCallback() {
    const { session } = this.#controller;
    if (session) {
      // Moved to a place where other things may be around it.
      if (session.isShown) session.later((later) => later.followSurroundings(session));
    } else if (this.hasAttribute("waits")) {
      // In frame.html, until framed.js has passed on what the address asks for.
      setTimeout(() => this.#waitNoMore(), PATIENCE);
    } else {
      adoptProperties(this);
      this.#controller.start();
    }
  }

  #waitNoMore() {
    this.removeAttribute("waits");
    if (this.isConnected && !this.#controller.session) this.connectedCallback();
  }

  disconnectedCallback() {
    // An element that is only being moved is connected again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#controller.followed = undefined;
      this.#controller.stop();
    });
  }

  // What belongs to a document, such as styles and listeners, stays behind.
  adoptedCallback() {
    const controller = this.#controller;
    const open = controller.openSections;
    controller.stop();
    controller.renew(open);
    // What failed in the one may not in the other.
    controller.forgetFailures();
  }

  /**
   * @param {Attribute} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    const controller = this.#controller;
    const { session } = controller;
    if (before === now) return;
    if (session?.hasStarted) {
      session.later((later) => later.changed(controller.session ?? session, name));
    } else {
      // Before the start there is nothing to change: then they are read.
      controller.renew(name === "open" ? null : controller.openSections);
    }
  }

  /** @param {string} id */
  openSection(id) {
    this.#call("openSection", id);
  }

  /** @param {string} id */
  closeSection(id) {
    this.#call("closeSection", id);
  }

  openAll() {
    this.#call("openAll");
  }

  closeAll() {
    this.#call("closeAll");
  }

  print() {
    this.#call("print");
  }

  /**
   * Calls a method once the text is there.
   *
   * @param {"openSection" | "closeSection" | "openAll" | "closeAll" | "print"} method
   * @param {string} [id]
   */
  #call(method, id = "") {
    const { pendingCalls, session } = this.#controller;
    if (!session?.isShown) pendingCalls.push(() => this[method](id));
    else if (session.frame) session.frame.call(method, id);
    else if (method === "print") session.later((later) => later.print(session));
    else if (method.endsWith("All")) setAll(session, method === "openAll");
    else setOpen(session, id, method === "openSection");
  }
}

defineProperties(Explainer.prototype);
