// The explainer in a frame of its own (mode="frame"): the host page's side. framed.js is the other.
//
// The frame is sandboxed without an origin of its own, so neither page reaches into the other.
// It says hello to its parent; the element answers with one end of a channel, and all else goes
// through that: heights and events from the frame, attributes and calls to it.

/** @import { Attribute } from "./attributes.js" */
/** @import { Session } from "./session.js" */
/** @import { Kept } from "./storage.js" */

import { customProperties, frameStyle, titles } from "built";

import { EVENTS, isId, keepable } from "./frame-messages.js";
import { preparePrint } from "./frame-print.js";
import { PATIENCE, PATIENCE_ONCE_LOADED, PATIENCE_TO_TELL, refusal } from "./frame-silence.js";
import { slotsOf } from "./frame-slots.js";
import { kit } from "./kit.js";
import { NAME } from "./name.js";
import { listenTo, make, rootElementOf } from "./readers.js";
import { reasonOf } from "./reason.js";

const { ATTRIBUTES, NAMES, fill, languageOf, prepareRoot, regionAround, stored, themeOf, valueOf } = kit;

// What counts inside the frame. What is remembered is kept by the page, for the frame has no storage. A path begins
// with its first section where the page asks for none: so `open` is passed on only where it does.
const PASSED = NAMES.filter((name) => ATTRIBUTES[name].frame !== "own" && name !== "open");

export class Frame {
  #session;
  #frame = make("iframe");
  /** @type {MessagePort | undefined} */
  #port;
  // The sections that the reader had open before, until the page asks for others.
  /** @type {string | null} */
  #opened;
  // The address for readers to keep, but for the section at its end.
  #anchor;
  // Where what is inside the tag shows, while the frame says nothing.
  #instead = make("slot");
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers = [];
  // What was asked for before the frame answered.
  /** @type {object[]} */
  #pendingMessages = [];

  /**
   * The ids of the sections that are open inside.
   *
   * @type {string[]}
   */
  openSections = [];

  /**
   * @param {Session} session
   * @param {number} number that of the element among the explainers of the page
   * @param {() => string} anchor the address for readers to keep, but for the section at its end
   */
  constructor(session, number, anchor) {
    this.#session = session;
    this.#anchor = anchor;
    const { controller, element, signal, view } = session;
    const frame = this.#frame;

    this.#opened = controller.toOpen ?? stored(session, "");
    frame.className = frame.part.value = "frame";
    // Several frames on one page do not share a name.
    frame.title = [titles[session.language], number > 1 && number].filter(Boolean).join(" ");
    // Modals are for printing from inside.
    frame.sandbox.value = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals";
    // A browser without a share sheet complains of its name.
    frame.allow = typeof navigator.share === "function" ? "clipboard-write; web-share" : "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    const address = new URL("frame.html", session.folder);
    // After `#`, since some servers send visitors on without what stands after `?`.
    address.hash = String(new URLSearchParams([...this.#attributes(), ...this.#properties()]));
    frame.src = address.href;
    const root = prepareRoot(session);
    view.addEventListener("message", (event) => this.#hear(event), { signal });
    const onViolation = (/** @type {any} */ event) => this.#giveWay(event, address, root);
    listenTo(element.ownerDocument, "securitypolicyviolation", onViolation, { signal });
    fill(root, frame, frameStyle);

    const wait = (/** @type {number} */ time, /** @type {() => void} */ act) =>
      this.#timers.push(setTimeout(act, time));
    const standIn = () => root.prepend(this.#instead);
    const giveUp = (reason = "did not answer") => {
      if (this.#port || signal.aborted) return;
      this.#endWait();
      session.fail("frame", `${address.origin}${address.pathname} ${reason}`);
    };
    const lookAgain = () => {
      standIn();
      refusal(address).then(giveUp);
    };
    frame.addEventListener("load", () => this.#port || wait(PATIENCE_ONCE_LOADED, lookAgain), { signal });
    signal.addEventListener("abort", () => this.#endWait());
    wait(PATIENCE, standIn);
    wait(PATIENCE_TO_TELL, () => giveUp());
    preparePrint(session, root);
  }

  /**
   * Calls a method of the element inside the frame. A sandbox does not print, but the page around it does.
   *
   * @param {string} method
   * @param {string} id
   */
  call(method, id) {
    const session = this.#session;
    if (method === "print") session.later((later) => later.print(session));
    else this.#send({ call: method, id });
  }

  /**
   * Tells the frame what the element and its page look like now.
   *
   * @param {Attribute} [changed] the attribute that has changed
   */
  update(changed) {
    if (changed === "open") this.#opened = null;
    if (this.#port) this.#send(this.#all());
  }

  #all() {
    const slots = slotsOf(this.#session.element);
    return { attributes: this.#attributes(), properties: this.#properties(), page: this.#anchor(), slots };
  }

  /** What the reader has noted and chosen before. */
  #kept() {
    const { kept } = this.#session.controller;
    const keptOf = (/** @type {Kept} */ what) => kept[what] ?? stored(this.#session, `-${what}`);
    return { notes: keptOf("notes"), look: keptOf("look"), path: keptOf("path") };
  }

  /** @returns {[name: string, value: string][]} */
  #attributes() {
    const { element } = this.#session;
    const { colorScheme } = getComputedStyle(element);
    const scheme = ["light", "dark"].includes(colorScheme) ? colorScheme : "auto";
    const made = new Map(PASSED.map((name) => [/** @type {string} */ (name), valueOf(element, name)]));
    made.set("lang", [languageOf(element), regionAround(element)].filter(Boolean).join("-"));
    made.set("theme", themeOf(this.#session) || scheme);
    const open = this.#opened ?? element.getAttribute("open");
    if (open !== null) made.set("open", open);
    return [...made];
  }

  /** @returns {[name: string, value: string][]} */
  #properties() {
    const style = getComputedStyle(this.#session.element);
    /** @type {[string, string][]} */
    const all = Object.keys(customProperties).map((name) => [name, style.getPropertyValue(name).trim()]);
    return all.filter(([, value]) => value);
  }

  /** @param {object} message */
  #send(message) {
    if (this.#port) this.#port.postMessage(message);
    else this.#pendingMessages.push(message);
  }

  /**
   * A frame without an origin has the origin "null".
   *
   * @param {MessageEvent} event
   */
  #hear({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== "null" || data !== `${NAME}: hello`) return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    this.#session.signal.addEventListener("abort", () => port1.close());
    port1.onmessage = ({ data }) => this.#receive(Object(data));
    /** @type {Window} */ (source).postMessage(`${NAME}: welcome`, "*", [port2]);
    this.#endWait();
    this.#instead.remove();
    this.#send({ ...this.#all(), kept: this.#kept() });
    for (const message of this.#pendingMessages.splice(0)) this.#send(message);
  }

  /** @param {any} message */
  #receive({ height, event, detail, open, reveal, keep, text }) {
    if (Array.isArray(open)) this.openSections = open.filter(isId).slice(0, 100);
    if (Number.isFinite(height) && height > 0 && height < 1e6) this.#frame.style.blockSize = Math.ceil(height) + "px";
    const told = EVENTS.get(event)?.(Object(detail));
    if (told !== undefined && told !== false) this.#session.tell(event, told);
    if (Array.isArray(reveal) && reveal.every(Number.isFinite)) {
      const [top, bottom] = reveal;
      if (reveal.length === 2) this.#reveal(top, bottom);
    }
    if (["notes", "look", "path"].includes(keep)) this.#keep(keep, text);
  }

  /**
   * Keeps what the reader notes and chooses inside, where the page asks for it to be remembered.
   *
   * @param {Kept} what
   * @param {unknown} text
   */
  #keep(what, text) {
    const session = this.#session;
    if (session.value("remember") !== "session") return;
    try {
      const kept = keepable(what, text);
      session.later((later) => later.keep(session, what, kept));
    } catch (error) {
      console.warn(`<${NAME}>: what the frame would have kept is not: ${reasonOf(error)}`);
    }
  }

  /**
   * Scrolls the page to what got the focus inside the frame, unless it is in view.
   *
   * @param {number} top
   * @param {number} bottom
   */
  #reveal(top, bottom) {
    const { view } = this.#session;
    const start = this.#frame.getBoundingClientRect().top;
    // The page may have a head that stays at the top.
    const head = parseFloat(getComputedStyle(rootElementOf(document)).scrollPaddingTop) || 0;
    if (start + top >= head && start + bottom <= view.innerHeight) return;
    view.scrollBy({ top: start + top - Math.max(head, view.innerHeight / 8) });
  }

  #endWait() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  /**
   * Where the page's policy forbids the frame, what is inside the tag comes back. Some browsers tell only the origin of
   * what was forbidden.
   *
   * @param {SecurityPolicyViolationEvent} event
   * @param {URL} address
   * @param {ShadowRoot} root
   */
  #giveWay({ effectiveDirective, disposition, blockedURI }, address, root) {
    if (this.#port || effectiveDirective !== "frame-src" || disposition !== "enforce") return;
    if (!address.href.startsWith(blockedURI)) return;
    this.#endWait();
    root.replaceChildren(this.#instead);
    this.#session.fail("frame", `the page's policy forbids ${address.origin}${address.pathname}`);
  }
}
