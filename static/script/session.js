// One showing of an element, from when it comes into the page until it is taken out or shown anew.

/** @import { Attribute } from "./attributes.js" */
/** @import { Controller } from "./controller.js" */
/** @import { Frame } from "./frame.js" */

import { laterFile } from "built";

import { folderOf } from "./addresses.js";
import { plainValueOf, valueOf } from "./attributes.js";
import { imported } from "./loading.js";
import { NAME } from "./name.js";
import { reasonOf } from "./reason.js";
import { setOpen } from "./sections.js";
import { viewOf } from "./surroundings.js";

/** @typedef {ReturnType<typeof import("./tools.js").live>} Tools */

/**
 * The running widget of layer 2.
 *
 * @typedef {object} Widget
 * @property {(id: string, open: boolean) => void} setOpen
 * @property {(open: boolean) => void} setAll
 * @property {() => void} check
 * @property {(notes: string, look: string) => void} recall
 */

/** The sessions that have not ended. */
/** @type {Set<Session>} */
export const sessions = new Set();

export class Session {
  #end = new AbortController();

  /** Whether the text is being put in: before, attributes are yet to be read. */
  hasStarted = false;

  /** Whether the text, or the frame, is there. */
  isShown = false;

  /** The theme that text which the page brings has while it arrives. */
  /** @type {string | undefined} */
  theme;

  /** Whether layer 1 listens to clicks. */
  isListening = false;

  /** @type {Widget | undefined} */
  widget;

  /** @type {Frame | undefined} */
  frame;

  /** Ends what layer 2 has begun. */
  /** @type {(() => void) | undefined} */
  leave;

  /** Whether tools.js has been asked for. */
  hasTools = false;

  /** What tools.js does for others, once it has come. */
  /** @type {Tools | undefined} */
  tools;

  /** Ends the following of what is around the element. */
  /** @type {(() => void) | undefined} */
  unfollow;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.element = controller.element;
    sessions.add(this);
  }

  end() {
    sessions.delete(this);
    this.#end.abort();
    this.frame = undefined;
    this.isShown = false;
    this.leave?.();
  }

  /** Aborted at the end of the session. */
  get signal() {
    return this.#end.signal;
  }

  /** The shadow root, once there is text. */
  get root() {
    return /** @type {ShadowRoot} */ (this.element.shadowRoot);
  }

  /** The window of the document that the element stands in. */
  get view() {
    return viewOf(this.element.ownerDocument);
  }

  /** What links, and what is stored, name the element by. */
  get name() {
    return this.element.id || NAME;
  }

  get language() {
    return this.controller.language;
  }

  get folder() {
    return folderOf(valueOf(this.element, "base"));
  }

  get hasLinks() {
    return this.value("links") !== "off";
  }

  /**
   * The value of an attribute, without what surrounds it.
   *
   * @param {Attribute} name
   */
  value(name) {
    return plainValueOf(this.element, name);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  all(selector) {
    /** @type {NodeListOf<HTMLElement> | undefined} */
    const found = this.element.shadowRoot?.querySelectorAll(selector);
    return [...(found ?? [])];
  }

  /**
   * @param {string | null} id
   * @returns {HTMLElement | null | undefined}
   */
  byId(id) {
    return this.element.shadowRoot?.getElementById(id ?? "");
  }

  /**
   * @param {string} id
   * @param {boolean} open
   */
  setOpen(id, open) {
    setOpen(this, id, open);
  }

  /**
   * Does something with later.js, without which the text is there and works. What `act` throws is no failure to load.
   *
   * @param {(later: typeof import("./later.js")) => unknown} act
   */
  async later(act) {
    let later;
    try {
      later = await imported(this.folder, laterFile);
    } catch (error) {
      this.fail("load", reasonOf(error));
      return;
    }
    try {
      await act(later);
    } catch (error) {
      console.warn(`<${NAME}>: ${reasonOf(error)}`);
    }
  }

  /**
   * Gives up layer 2.
   *
   * @param {string} stage
   * @param {string} reason
   */
  fail(stage, reason) {
    this.controller.hasFailed = true;
    for (const mount of this.all(".mount")) mount.dataset.still = "";
    this.leave?.();
    this.report(stage, reason);
  }

  /**
   * Tells the page what failed, each stage once.
   *
   * @param {string} stage
   * @param {string} reason
   */
  report(stage, reason) {
    const { reported } = this.controller;
    if (reported.has(stage)) return;
    reported.add(stage);
    console.warn(`<${NAME}> goes on without ${stage}: ${reason}`);
    this.tell("error", { stage, reason });
  }

  /**
   * @param {string} type
   * @param {object | null} [detail]
   */
  tell(type, detail) {
    this.element.dispatchEvent(new CustomEvent("lct-" + type, { bubbles: true, composed: true, detail }));
  }
}
