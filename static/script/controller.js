// What an element is from one session to the next.

/** @import { Explainer } from "./element.js" */
/** @import { Kept } from "./storage.js" */

import { listenTo } from "./readers.js";
import { openSectionsIn } from "./sections.js";
import { Session } from "./session.js";
import { show } from "./text.js";

/**
 * The page around a frame, as the element inside the frame knows it.
 *
 * @typedef {object} Holder
 * @property {(what: string, text: string) => void} keep has that page keep what the reader has noted or set
 * @property {((place: Element | Range) => void) | null} reveal has that page scroll to a place
 * @property {string | null} page its address, up to the id of a section
 */

/** Starts and ends the sessions of an element, and keeps what outlives them. */
export class Controller {
  /** @type {Session | undefined} */
  session;

  /** The language that was shown last; empty before the first. */
  language = "";

  /** Whether the text that is there has its headings and sections as the page asks for. */
  isArranged = false;

  /** Whether the text has to come anew. */
  isStale = false;

  /**
   * The sections to open once the text comes anew: null for those that the page asks for.
   *
   * @type {string | null | undefined}
   */
  toOpen;

  /** Whether layer 2 is given up. */
  hasFailed = false;

  /** The stages that have failed, of each of which the page is told once. */
  reported = new Set();

  /** What was asked for before the text was there. */
  /** @type {(() => void)[]} */
  pendingCalls = [];

  /** The last part of the page's address that was followed. */
  /** @type {string | undefined} */
  followed;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  restartTimer;

  /** Whether something has changed after which the text has to come anew, and has not yet. */
  hasChanged = false;

  /** Whether what has failed is to be tried again at the restart. */
  retries = false;

  /** What the reader has noted and chosen. */
  /** @type {Partial<Record<Kept, string | null>>} */
  kept = {};

  /** The name of the element under which something was stored. */
  /** @type {string | undefined} */
  storedUnder;

  /** The day by which the text shall be reviewed, once the page has been told that it has passed. */
  /** @type {string | undefined} */
  overdueSince;

  /** @type {Holder | undefined} */
  holder;

  /** @param {Explainer} element */
  constructor(element) {
    this.element = element;
  }

  /** The ids of the sections that are open. */
  get openSections() {
    return this.session?.frame?.openSections ?? openSectionsIn(this.element);
  }

  start() {
    const session = new Session(this);
    this.session = session;
    // Chromium lays out a page once it has parsed it, before the next frame: what is closed by then costs nothing.
    listenTo(document, "readystatechange", () => show(session), { once: true, signal: session.signal });
    show(session);
  }

  stop() {
    const { session } = this;
    this.session = undefined;
    session?.end();
  }

  /** Starts anew where something has failed: browsers that keep a page may give up what was on its way for it. */
  tryAgain() {
    if (!this.reported.size) return;
    this.forgetFailures();
    this.stop();
    this.start();
  }

  forgetFailures() {
    this.hasFailed = false;
    this.reported.clear();
  }

  /**
   * Has the text of a stopped element come anew when it starts again.
   *
   * @param {string[] | null} open the sections to open then, unless others were to be already; null for those that the
   *   page asks for
   */
  renew(open) {
    if (!this.language) return;
    if (!open) this.toOpen = null;
    else if (this.toOpen === undefined) this.toOpen = open.join(" ") || "none";
    this.isStale = true;
  }
}
