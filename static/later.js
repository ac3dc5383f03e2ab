// What embed.js leaves until the text is there: links that lead to their place, the page's address,
// what changes around the element, printing, frames, and the start of WebAssembly (layer 2) and of tools.js.

// The names of the files with their hashes; the build fills them in.
const FILES = {};

const NAME = "lupus-car-t";
const { tools } = customElements.get(NAME);
const { shared, fetched, imported, inTime, adopt, around, reader, make, addressFrom, sectionOf } = tools;

const attributeOf = reader(Element, "getAttribute");
const removeAttribute = reader(Element, "removeAttribute");
const toggleAttribute = reader(Element, "toggleAttribute");
const rootOf = reader(Node, "getRootNode");
const addressOf = reader(Node, "baseURI");
const allIn = reader(Document, "querySelectorAll");
const listenTo = reader(EventTarget, "addEventListener");
const dispatch = reader(EventTarget, "dispatchEvent");

// Attributes after which the text has to come anew.
const REACHES_ALL = ["lang", "mode", "base"];

/** Makes a shown element follow its links, its page and its reader, and starts layer 2 when it is near. */
export function live(element) {
  if (!element._shown || !element.shadowRoot) return;
  const { signal } = element._running;
  const steps = [
    () => checkBase(element),
    // Says so where the page has an address that is none.
    () => pageOf(element),
    // A page that asked before may ask no more.
    () => asksToRemember(element) || remember(element),
    () => followPrint(element, signal),
    () => element.addEventListener("lct-toggle", () => {
      if (asksToRemember(element)) keep(element, "", element._openIds.join(" ") || "none");
    }, { signal }),
  ];
  if (!element._frame) {
    steps.push(
      () => setNames(element),
      () => listen(element, signal),
      () => setLinks(element),
      () => checkDate(element),
      // The text is to look at once as the reader left it.
      () => kept(element, "look") && startTools(element),
      () => startWhenNear(element),
      () => element.addEventListener("lct-toggle", ({ detail }) => settleDetails(element, detail), { signal }),
    );
  }
  steps.push(() => followAddress(element, signal), () => followSurroundings(element));
  // What a page or a browser keeps from one of them, it leaves to the others.
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      console.warn(`<${NAME}>: ${error.message}`);
    }
  }
}

/** Does what a changed attribute asks for. */
export function changed(element, name) {
  const reachesAll = REACHES_ALL.includes(name);
  if (name === "remember" || name === "id") remember(element);
  // It may now have the name that the page's address has.
  if (name === "id") element._hash = null;
  if (element._frame && !reachesAll) element._frame.update(name);
  else if (name === "lang" && element._tag === element._language) element._widget?.check();
  else if (reachesAll) restartSoon(element, true);
  else if (!element._shown) return;
  else if (name === "theme") element._dress();
  else if (name === "open") setWanted(element);
  else if (name === "links") setLinks(element);
  else if (name === "loading") startWhenNear(element);
  else if (name === "page") pageOf(element);
  // The stylesheet follows the first of these by itself.
  else if (!["feedback", "remember"].includes(name)) restartSoon(element, false);
  element._widget?.check();
}

/** Has screen readers say how many sections are open, after all of them were asked for. */
export function sayCount(element) {
  const [open, total] = [element._openIds, element._all(".section-body")].map((them) => them.length);
  for (const status of element._all(".toolbar > [data-text]")) {
    status.firstChild.textContent = status.dataset.text.replace("{open}", open).replace("{total}", total);
  }
}

/** Shows the explainer in a frame of its own, instead of in the element. */
export async function openFrame(element, running, language) {
  let stage = "load";
  try {
    const { Frame } = await imported(element._base, FILES.frame);
    if (element._running !== running) return;
    stage = "frame";
    // The frame answers to the page that holds it, and what this script says comes from its own.
    if (element._view !== window) throw new Error("the element stands in the document of another window");
    element._fresh = true;
    element._frame = new Frame(element, language, numberOf(element), () => anchorToKeep(element));
  } catch (error) {
    if (element._running !== running) return;
    for (const frame of element._all(".frame")) frame.replaceWith(make("slot"));
    element._fail(stage, error.message);
  }
}

// The numbers of the explainers of this page.
const numbers = new Map();

/** The number of an element among the explainers of this page: the lowest that no other has. */
function numberOf(element) {
  if (!numbers.has(element)) {
    const taken = [...numbers.values()];
    let number = 1;
    while (taken.includes(number)) number += 1;
    numbers.set(element, number);
    element._running.signal.addEventListener("abort", () => numbers.delete(element));
  }
  return numbers.get(element);
}

/** Several explainers on one page do not share the names of what assistive technology leads to. */
function setNames(element) {
  const number = numberOf(element);
  if (number === 1) return;
  const name = (place, words) => {
    place.removeAttribute("aria-labelledby");
    place.setAttribute("aria-label", words.replace(new RegExp(`( ${number})?$`), ` ${number}`));
  };
  const [explainer] = element._all(".explainer");
  name(explainer, explainer.getAttribute("aria-label"));
  name(element._all(".get-help")[0], element._id("get-help-heading").textContent);
}

/**
 * WebKit leaves details as high as they were when they were closed inside of what is hidden, until it is asked.
 * In a microtask, since several sections can open in one task, and the first question lays out all.
 */
function settleDetails(element, { section, open }) {
  if (!open) return;
  queueMicrotask(() => {
    for (const words of element._id(section + "-body")?.querySelectorAll(".more-body") ?? []) words.getBoundingClientRect();
  });
}

// What is around the explainer on paper: nothing of it has an edge, a height or a place of its own, since a page of an
// app cuts off whatever is longer than its window. No name of the host page weighs as much as three ids. A grid is none
// any more, since Firefox leaves out what it cannot break over two pages.
const PAPER = `
  [data-lct-around]:not(#lct#lct#lct) {
    display: block !important;
    position: static !important;
    /* What lies on top of the page has a place of its own whatever is said here: it is as wide as the paper. */
    inset: auto 0 !important;
    float: none !important;
    margin: 0 !important;
    width: auto !important;
    min-width: 0 !important;
    max-width: none !important;
    height: auto !important;
    min-height: 0 !important;
    max-height: none !important;
    aspect-ratio: auto !important;
    overflow: visible !important;
    columns: auto !important;
    contain: none !important;
    container-type: normal !important;
    content-visibility: visible !important;
    clip: auto !important;
    clip-path: none !important;
    mask: none !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    zoom: 1 !important;
    perspective: none !important;
    filter: none !important;
    backdrop-filter: none !important;
    will-change: auto !important;
    transition: none !important;
    animation: none !important;
    break-inside: auto !important;
    -webkit-line-clamp: none !important;
  }
  [data-lct-around]::backdrop { display: none !important; }
`;

// The same, and nothing but the explainer.
const ALONE = `
  ${PAPER}
  :not([data-lct-around], [data-lct-printed], [data-lct-printed] *) { display: none !important; }
`;

// Whether one explainer is printed alone: then the others do nothing.
let isAlone = false;

/** Has rules hold on paper in each root around an element; gives back what ends that. */
function spreadOut(element, rules) {
  const elements = around(element, true);
  const roots = new Set([element, ...elements].map((it) => rootOf(it)));
  const mark = (marked) => {
    element.toggleAttribute("data-lct-printed", marked);
    for (const it of elements) toggleAttribute(it, "data-lct-around", marked);
  };
  mark(true);
  const ends = [...roots].map((root) => adopt(root, `@media print { ${rules} }`));
  return () => {
    mark(false);
    for (const end of ends) end();
  };
}

/** Whoever prints the page gets all of the explainer, whatever cuts it off on the screen. */
function followPrint(element, signal) {
  let restore = null;
  const end = () => {
    restore?.();
    restore = null;
  };
  element._view.addEventListener("beforeprint", () => {
    // What the page does not show, such as the tab that is not chosen, is not shown by this.
    if (!isAlone && element.getClientRects().length) restore ??= spreadOut(element, PAPER);
  }, { signal });
  element._view.addEventListener("afterprint", end, { signal });
  signal.addEventListener("abort", end);
}

/** Prints the explainer alone, without the page around it. */
export function print(element) {
  const end = spreadOut(element, ALONE);
  isAlone = true;
  const restore = () => {
    isAlone = false;
    end();
  };
  element._view.addEventListener("afterprint", restore, { once: true });
  try {
    element._view.print();
  } catch (error) {
    restore();
    console.warn(`<${NAME}>: the page does not print: ${error.message}`);
  }
}

const told = new Set();

/** Says each thing once, however often the page asks for it. */
function warn(problem) {
  if (!told.has(problem)) console.warn(`<${NAME}>: attribute ${problem}`);
  told.add(problem);
}

function checkBase({ base }) {
  if (addressFrom(base)) return;
  warn(`\`base\` has the value \`${base}\`, but allowed is an address; using .`);
}

/** Several changes at once are one; and layer 2 shows what it was told after the current task. */
function restartSoon(element, anew) {
  if (anew) {
    element._told.clear();
    element._retries = true;
  }
  element._restart ??= setTimeout(() => {
    element._restart = null;
    if (element._running) restart(element);
  });
}

/** Shows the text anew after a change that reaches all of it, with the same sections open. */
async function restart(element) {
  const running = element._running;
  if (element._shown) {
    // What is there stays as it is until the other can come.
    const framed = element._said("mode") === "frame";
    try {
      await (framed ? imported(element._base, FILES.frame) : element._sources(element._tag));
    } catch (error) {
      if (element._running === running) element._report(framed ? "load" : "text", error.message);
      return;
    }
    if (element._running !== running) return;
  }
  // Where it has failed before, the other may not.
  if (element._retries) element._failed = element._retries = false;
  const open = element._shown ? element._openIds : null;
  const focused = element.shadowRoot?.activeElement?.id;
  element._stop();
  if (open) element._renew(open);
  else element._fresh = true;
  element._start();
  element._whenShown(() => {
    if (focused) element._id(focused)?.focus({ preventScroll: true });
  });
}

/**
 * Theme and language follow the page: what is written on the elements around, and how they are painted once it has
 * come to rest.
 */
export function followSurroundings(element) {
  // It may have been taken out of the page since this was asked for.
  if (!element._shown) return;
  element._unfollow?.();
  const following = new AbortController();
  const { signal } = following;
  const running = element._running.signal;
  element._unfollow = () => following.abort();
  running.addEventListener("abort", element._unfollow, { signal });

  // Once before the next picture, whatever happens until then.
  let isPlanned = false;
  const look = () => {
    if (!isPlanned) requestAnimationFrame(dress);
    isPlanned = true;
  };
  const dress = () => {
    isPlanned = false;
    if (signal.aborted) return;
    if (element._tag !== element._language) restartSoon(element, true);
    else if (element._frame) element._frame.update();
    else element._dress();
  };
  const on = (target, type, listener) => listenTo(target, type, listener, { signal, capture: true });

  const path = [element, ...around(element, true)];
  const observer = new MutationObserver(look);
  signal.addEventListener("abort", () => observer.disconnect());
  for (const it of path) {
    observer.observe(it, { attributes: true });
    // When an attribute changes, a color may only begin to.
    for (const type of ["transitionend", "transitioncancel", "animationend", "animationcancel"]) {
      on(it, type, ({ target }) => target === it && look());
    }
  }
  // Stylesheets that come, go, or are switched; a box that a style hangs on.
  const head = reader(Document, "head")(document);
  if (head) observer.observe(head, { subtree: true, childList: true, characterData: true, attributes: true });
  on(document, "load", ({ target }) => /^(link|style)$/.test(target.localName) && look());
  for (const root of new Set(path.map((it) => rootOf(it)))) on(root, "change", look);
  on(matchMedia("(prefers-color-scheme: dark)"), "change", look);
  // All that no event tells of shows in the color of the words, which takes a moment to change in ::before.
  for (const type of ["transitionrun", "transitionend"]) {
    on(element, type, (event) => {
      if (event.target !== element || event.pseudoElement !== "::before") return;
      event.stopPropagation();
      look();
    });
  }
  if (typeof IntersectionObserver === "function") {
    const seen = new IntersectionObserver(look);
    seen.observe(element);
    signal.addEventListener("abort", () => seen.disconnect());
  }
  dress();
}

function setWanted(element) {
  const isWanted = element._wanted;
  for (const body of element._all(".section-body")) element._setOpen(sectionOf(body), isWanted(sectionOf(body)));
}

/** What stands before a section's id in links of this page. */
function anchor(element) {
  return element._page ?? `${element._view.location.href.split("#")[0]}#${element._name}-`;
}

/** The same in an address for a reader to keep and hand on. */
function anchorToKeep(element) {
  return element._page ?? `${pageOf(element)}#${element._name}-`;
}

/**
 * The page's address without what may be meant for one visitor alone: as the page states it, else as it names its
 * canonical address on its own site, else without query, name and password.
 */
function pageOf(element) {
  const stated = element.page.trim();
  const page = webAddress(stated);
  if (stated && !page) warn(`\`page\` has the value \`${stated}\`, but allowed is an address with http or https; using that of the page`);
  const [link] = allIn(document, 'head > link[rel~="canonical" i][href]');
  const canonical = webAddress(link?.getAttribute("href"));
  if (page) return page.href;
  if (canonical?.origin === location.origin) return canonical.href;
  const own = withoutSecrets(new URL(location.href));
  own.search = "";
  return own.href;
}

/** An address of the web, seen from the page; nothing for all else. */
function webAddress(text) {
  if (!text) return null;
  try {
    const address = new URL(text, addressOf(document));
    return /^https?:$/.test(address.protocol) ? withoutSecrets(address) : null;
  } catch {
    return null;
  }
}

function withoutSecrets(address) {
  address.username = address.password = address.hash = "";
  return address;
}

function setLinks(element) {
  for (const link of element._all("a[data-section]")) {
    if (element._id(link.dataset.section + "-body")) link.href = anchor(element) + link.dataset.section;
    // A page that leaves a section out has no place to lead to.
    else link.removeAttribute("href");
  }
}

function asksToRemember(element) {
  return element._said("remember") === "session";
}

const keyOf = (element, what) => NAME + element._name + what;

/** Keeps all that the page asks to be remembered; where it asks for nothing, nothing is left of what was kept. */
function remember(element) {
  const asks = asksToRemember(element);
  if (element._keptUnder && element._keptUnder !== element._name) forget(element._keptUnder);
  if (!asks && !element._holder && !namesakes(element).some(asksToRemember)) forget(element._name);
  if (!asks || !element._shown) return;
  keep(element, "", element._openIds.join(" ") || "none");
  for (const what of ["notes", "look"]) if (element["_" + what]) keep(element, "-" + what, element["_" + what]);
}

function forget(name) {
  try {
    for (const what of ["", "-notes", "-look"]) sessionStorage.removeItem(NAME + name + what);
  } catch {
    // Where nothing can be kept, nothing is left.
  }
}

function namesakes(element) {
  return [...allIn(document, NAME)].filter((it) => it !== element && it._name === element._name);
}

/** Keeps something for the session. Inside a frame the page around it does. */
export function keep(element, what, text) {
  if (element._holder) {
    element._holder(what.slice(1), text);
    return;
  }
  try {
    sessionStorage.setItem(keyOf(element, what), text);
    element._keptUnder = element._name;
  } catch (error) {
    warn(`\`remember\` has no effect here: ${error.message}`);
  }
}

/** Takes over what the page around the frame has kept. What the reader has done since counts more. */
export function recall(element, kept) {
  for (const what of ["notes", "look"]) if (typeof kept[what] === "string") element["_" + what] ||= kept[what];
  if (element._refresh) element._refresh();
  else if (element._look && element._shown) startTools(element);
}

/** Says so above the text once it should have been reviewed. */
function checkDate(element) {
  const due = element._all("[data-review-due]")[0]?.dataset.reviewDue;
  const day = 24 * 60 * 60 * 1000;
  if (!(Date.now() >= Date.parse(due) + day)) return;
  for (const note of element._all(".past-due")) {
    note.querySelector("span").textContent = note.dataset.text;
    note.hidden = false;
  }
  // The text may come anew and be as old as before.
  if (element._due !== due) element._tell("stale", { due });
  element._due = due;
}

function listen(element, signal) {
  const { shadowRoot } = element;
  const on = (type, listener) => shadowRoot.addEventListener(type, listener, { signal, capture: true });
  let opener = null;
  on("click", (event) => {
    const { target } = event;
    opener = target.closest(".term, .tool[popovertarget]") ?? opener;
    const link = target.closest("a");
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) follow(element, link, event);
  });
  on("beforematch", ({ target }) => element.openSection(sectionOf(target.closest(".section-body"))));
  for (const type of ["keydown", "keypress", "keyup"]) shadowRoot.addEventListener(type, keepTyped, { signal });
  // What fits neither below nor above its word becomes a sheet at the edge of the screen, which scrolls.
  const fit = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const { top, bottom } = target.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) target.dataset.sheet = "";
    }
  });
  signal.addEventListener("abort", () => fit.disconnect());
  // Before it is seen, so that it does not jump.
  on("beforetoggle", ({ newState, target }) => {
    if (newState !== "open") return;
    delete target.dataset.sheet;
    fit.observe(target);
  });
  // A screen reader reads what has the focus. Chromium forgets the button of a popover that closes.
  on("toggle", ({ newState, target }) => {
    if (newState === "open" && target.matches(".popover")) target.focus({ preventScroll: true });
    if (newState === "closed") fit.unobserve(target);
    const focused = shadowRoot.activeElement ?? reader(Document, "activeElement")(element.ownerDocument);
    if (newState === "closed" && focused.matches("body, .popover, .popover *")) opener?.focus({ preventScroll: true });
  });
}

// What a field takes for itself.
const TYPED = /^(.|Dead|Process|Unidentified|Enter|Backspace|Delete|Insert|Home|End|Arrow\w+|Page\w+)$/su;

/**
 * Keeps to itself what the reader types in a field, or presses a button with. Outside, all of it seems to come from the
 * element, which is no field: a page would take it for its shortcuts. Escape, Tab and chords are no typing.
 */
function keepTyped(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const types = target.matches("input, textarea, select") ? TYPED.test(key) : /^(Enter| )$/.test(key) && target.closest("a, button, summary");
  if (!types) return;
  // AltGr, which some keyboards have as Ctrl and Alt, and the Option key write letters, too. What Alt makes of plain
  // ones is a chord.
  const isChord = metaKey || (altKey ? /^(?!Dead)\w+$/.test(key) : ctrlKey);
  if (!isChord || event.getModifierState("AltGraph")) event.stopPropagation();
}

function follow(element, link, event) {
  const { source, section, cited } = link.dataset;
  if (source) {
    const entry = element._id("source-" + source);
    go(element, "sources", entry, { event, from: link });
    if (entry) offerReturn(element, entry, link);
  } else if (cited) {
    const place = element._id(section + "-body")?.querySelector(`[data-source="${cited}"]`);
    go(element, section, place, { event, from: link });
  } else if (section) {
    event.preventDefault();
    // Through the page's address, so that the reader can go back.
    if (!element._hasLinks || !element._isFirst || element._linked === section) goToSection(element, section);
    else if (element._id(section + "-body")) element._view.location.hash = `#${element._name}-${section}`;
  }
}

/** Opens a section and puts the focus on its button; does nothing where there is no such section. */
export function goToSection(element, section) {
  go(element, section, element._id(section + "-button"));
}

// How long a place may take to be shown, in milliseconds. After that, a reader who opens its section is not led there.
const SHOWN_WITHIN = 2000;

/** Opens a section and brings the reader to a place in it. Escape there leads back to where the reader comes `from`. */
function go(element, section, place, { event, block, from } = {}) {
  if (!place) return;
  event?.preventDefault();
  element.openSection(section);
  for (let details = place; (details = details.parentElement?.closest("details")); ) details.open = true;
  // A choice in its figure can have hidden it. Then all of the figure is shown again.
  place.closest(".figure [hidden]")?.closest(".figure").querySelector("[data-chooses='0']")?.click();
  if (from) {
    place.onkeydown = (event) => {
      if (event.key !== "Escape" || event.target !== place || !from.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      goBack(element, from);
    };
  }
  // Layer 2 shows what it was told some time after. Text that was taken out never comes.
  const start = performance.now();
  const arrive = () => {
    if (!place.isConnected) return;
    if (place.closest("[hidden]")) {
      if (performance.now() - start < SHOWN_WITHIN) requestAnimationFrame(arrive);
      return;
    }
    place.scrollIntoView({ block: block ?? (place.matches(".section-button") ? "start" : "center") });
    place.focus({ preventScroll: true });
    // A frame cannot scroll the page around it, and need not have the focus.
    element._reveal?.(place);
  };
  requestAnimationFrame(arrive);
}

function goBack(element, from) {
  const body = from.closest(".section-body");
  go(element, body ? sectionOf(body) : "", from);
}

/** Puts a button at a source that leads back to the citation that led there. It goes once it has. */
function offerReturn(element, entry, citation) {
  const button = make("button");
  button.type = "button";
  // A copy of the text, which has no listeners, does not have it.
  button.dataset.live = "";
  button.textContent = entry.parentNode.dataset.back;
  button.onclick = () => goBack(element, citation);
  citation.addEventListener("focus", () => button.remove(), { once: true });
  for (const way of element._all(".way-back")) way.replaceChildren();
  entry.querySelector(".way-back").append(button);
}

/** Follows the page's address, by whatever way it changes: a link, the way back, or a program's own router. */
function followAddress(element, signal) {
  const follow = () => followHash(element);
  // A router shows what belongs to the new address after it has set it.
  const followSoon = () => setTimeout(() => signal.aborted || follow());
  element._view.addEventListener("hashchange", follow, { signal });
  element._view.addEventListener("popstate", followSoon, { signal });
  // A page may call something else `navigation`.
  const isKnown = typeof Navigation === "function" && window.navigation instanceof Navigation;
  if (isKnown) window.navigation.addEventListener("currententrychange", followSoon, { signal });
  else if (element._hasLinks) watchHistory();
  routed.addEventListener("change", followSoon, { signal });
  // A link to where the page is already changes no address.
  const again = (event) => {
    const link = event.composedPath().find(({ localName }) => localName === "a");
    const { location } = element._view;
    const { href } = location;
    if (link?.href !== href || event.composedPath().includes(element)) return;
    setTimeout(() => location.href === href && !signal.aborted && followHash(element, true));
  };
  element._view.addEventListener("click", again, { signal, capture: true });
  follow();
}

// Tells of each new address where the browser has no event for it.
const routed = new EventTarget();
let isWatched = false;

/** Has the page's history tell of what is put into it, and do all else as before. */
function watchHistory() {
  if (isWatched) return;
  isWatched = true;
  for (const name of ["pushState", "replaceState"]) {
    window.history[name] = new Proxy(window.history[name], {
      apply(method, history, values) {
        const result = Reflect.apply(method, history, values);
        routed.dispatchEvent(new Event("change"));
        return result;
      },
    });
  }
}

/** A page's address does not reach into a shadow root. What was followed once is followed `again` only by a link. */
function followHash(element, again) {
  const { hash } = element._view.location;
  // Text that is to come anew follows it then.
  if (element._restart || (element._hash === hash && !again)) return;
  element._hash = hash;
  const section = element._linked;
  if (section === null) return;
  if (element._frame) {
    reveal(element);
    element._frame.call("go", section);
  } else if (element._id(section + "-button")) {
    reveal(element);
    goToSection(element, section);
  }
}

/** Opens what the page has closed around the element, as a browser does for an anchor. */
function reveal(element) {
  let inner = element;
  // All of them first, since the page may move things when it hears of it.
  for (const it of around(element, true)) {
    if (it.localName === "details" && inner !== it.querySelector(":scope > summary")) it.open = true;
    if (attributeOf(it, "hidden")?.toLowerCase() === "until-found") {
      dispatch(it, new Event("beforematch", { bubbles: true }));
      removeAttribute(it, "hidden");
    }
    inner = it;
  }
}

/** Leads to words that the search has found. */
async function show(element, words, section) {
  try {
    const { placeFor } = await imported(element._base, FILES.tools);
    const from = element.shadowRoot.activeElement;
    go(element, section, placeFor(element, words, section), { block: "center", from });
  } catch (error) {
    console.warn(`<${NAME}>: what was found is not shown: ${error.message}`);
  }
}

/** What the reader has noted or set before, as far as the page lets it be kept. */
function kept(element, what) {
  return (element["_" + what] ??= element._stored("-" + what)) ?? "";
}

async function startWhenNear(element) {
  const { signal } = element._running;
  if (!(await near(element, signal))) return;
  startTools(element);
  startLayer2(element);
}

/** Has tools.js answer its buttons. */
async function startTools(element) {
  const { signal } = element._running;
  if (element._tooled === signal) return;
  element._tooled = signal;
  try {
    const { live } = await imported(element._base, FILES.tools);
    kept(element, "notes");
    if (!signal.aborted) live(element, (section) => (element._hasLinks ? anchorToKeep(element) + section : ""));
  } catch (error) {
    console.warn(`<${NAME}>: the tools for the reader did not come: ${error.message}`);
    for (const list of element._all(".worksheet")) list.hidden = true;
  }
}

async function startLayer2(element) {
  const isDone = () => signal.aborted || element._failed || element._widget || element._fresh;
  const { signal } = element._running;
  if (isDone()) return;
  let stage = "start";
  try {
    checkText(element);
    stage = "load";
    const [runtime, content] = await inTime(load(element._base, element._language));
    stage = "start";
    await inTurn(runtime, async () => {
      if (runtime.stopped || isDone()) return;
      const hidden = ["createElement", "createElementNS", "createTextNode"].find((name) => typeof document[name] !== "function");
      if (hidden) throw new Error(`the page has something that is named ${hidden}`);
      await hydrate(element, runtime, content);
      if (signal.aborted) return;
      // It has written again what the components say.
      setNames(element);
      element._tell("ready");
    });
    // Another element has stopped it meanwhile.
    if (runtime.stopped) startLayer2(element);
  } catch (error) {
    if (!signal.aborted) element._fail(stage, error.message);
  }
}

/**
 * Layer 2 finds its way by comments. Some minifiers, and some systems that manage content, take them out. And
 * Firefox makes nodes that it does not know of those that come into another window's document.
 */
function checkText(element) {
  if (element._view !== window) {
    throw new Error("the element stands in the document of another window");
  }
  const isComment = (node) => node?.nodeType === Node.COMMENT_NODE;
  const places = element._all(".mount, .explainer, .section");
  if (places.length && places.every(({ firstChild, lastChild }) => isComment(firstChild) && isComment(lastChild))) return;
  throw new Error("the comments in the text are not where they were: something has changed the HTML, such as a minifier");
}

/** Elements are taken over one after another, so that it is known whose text a panic comes from. */
async function inTurn(runtime, act) {
  const before = runtime.turn;
  let end;
  runtime.turn = new Promise((resolve) => {
    end = resolve;
  });
  await before;
  runtime.endTurn = end;
  await act().finally(end);
}

/** Resolves once the element is near the screen and the page is idle, or the reader turns to it; or it is gone. */
function near(element, signal) {
  return new Promise((resolve) => {
    if (element._said("loading") === "eager") resolve(true);
    const waiting = new AbortController();
    const whenIdle = () => {
      try {
        // In a quiet frame Chromium calls back for nothing but the end of the time.
        requestIdleCallback(() => done(true), { timeout: 2000 });
      } catch {
        // Safari has none, and a page may call something else so.
        setTimeout(() => done(true));
      }
    };
    // Several changes can come at once, the oldest first.
    const see = (changes) => changes[changes.length - 1].isIntersecting && whenIdle();
    const observer = typeof IntersectionObserver === "function" && new IntersectionObserver(see, { rootMargin: "100%" });
    const done = (isNear) => {
      if (observer) observer.disconnect();
      waiting.abort();
      resolve(isNear && !signal.aborted);
    };
    if (observer) observer.observe(element);
    else whenIdle();
    signal.addEventListener("abort", () => done(false), { signal: waiting.signal });
    for (const type of ["pointerdown", "keydown", "focusin"]) {
      element.shadowRoot.addEventListener(type, () => done(true), { signal: waiting.signal });
    }
  });
}

// How often the WebAssembly has stopped. Each time it is begun anew, for the elements that had no part in it.
let stops = 0;

/** The running WebAssembly, with the elements that rely on it, and the content of a language. */
function load(base, language) {
  const [path, hash] = FILES.content[language];
  const copy = stops ? "#" + stops : "";
  return Promise.all([
    shared("runtime" + copy, async () => {
      const [module, wasm] = await Promise.all([
        imported(base, FILES.widget, copy),
        fetched(base, FILES.wasm, "arrayBuffer"),
      ]);
      await module.default({ module_or_path: wasm });
      // Which element is being taken over, and which was used last.
      const runtime = { module, elements: new Set(), stopped: false, hydrating: null, used: null, turn: Promise.resolve() };
      module.onPanic((reason) => stop(runtime, reason));
      return runtime;
    }),
    shared(path, async () => new Uint8Array(await fetched(base, [path, hash], "arrayBuffer"))),
  ]);
}

/** After a panic nothing of the WebAssembly answers any more. The element that it came from goes on without it. */
function stop(runtime, reason) {
  stops += 1;
  runtime.stopped = true;
  for (const element of [...runtime.elements]) {
    if (element === (runtime.hydrating ?? runtime.used)) {
      element._fail(element._widget.waits ? "start" : "run", reason);
    } else {
      element._leave();
      restart(element);
    }
  }
  runtime.endTurn();
}

async function hydrate(element, runtime, content) {
  runtime.elements.add(element);
  runtime.hydrating = runtime.used = element;
  element._leave = () => leave(element, runtime);
  // Yew lets the browser go on before it answers. What is asked of it meanwhile is queued here.
  const asked = [];
  const queue = { waits: true };
  for (const method of ["setOpen", "setAll", "check", "destroy"]) {
    queue[method] = (...values) => {
      runtime.used = element;
      if (queue.waits) asked.push(() => widget[method](...values));
      else widget[method](...values);
    };
  }
  element._widget = queue;
  for (const type of ["click", "input", "keydown"]) {
    const use = () => {
      runtime.used = element;
    };
    element.shadowRoot.addEventListener(type, use, { capture: true, signal: element._running.signal });
  }
  const widget = await new Promise((resolve) => {
    const widget = runtime.module.hydrate(
      element,
      element._all(".mount")[0],
      content,
      anchor(element),
      Object.keys(tools.FILES.text).join(" "),
      (section, open) => element._tell("toggle", { section, open }),
      (words, section) => show(element, words, section),
      () => queueMicrotask(() => resolve(widget)),
    );
  });
  queue.waits = false;
  runtime.hydrating = null;
  // Of an element that was taken out meanwhile, the last that is asked is to end it.
  for (const act of asked) act();
}

/** Gives the buttons back to layer 1. A copy of the text has none of the listeners of layer 2. */
function leave(element, runtime) {
  const focused = element.shadowRoot.activeElement?.id;
  runtime.elements.delete(element);
  // The page may have taken it away.
  for (const mount of element._all(".mount")) {
    const copy = mount.cloneNode(true);
    // What only layer 2 can do is not offered any more.
    for (const it of copy.querySelectorAll("[data-live]")) it.remove();
    mount.replaceWith(copy);
  }
  const failed = element._failed;
  if (!failed && !runtime.stopped) element._widget?.destroy();
  element._widget = element._leave = null;
  // Where it has been already, layer 2 cannot take over.
  if (!failed) element._renew(element._openIds);
  if (focused) element._id(focused)?.focus({ preventScroll: true });
}
