//! Browsers of 2022 and 2023, and pages that change what browsers have: the text is there and its sections open.

use anyhow::Result;
use e2e::{browsers::Browser, in_every_engine, site::Site};

use crate::inside::{self, Case, Outcome, press, until_each};

in_every_engine!(
    without_what_is_newer_than_the_oldest_browsers_the_text_is_there_and_opens,
    whatever_a_page_has_broken_the_text_is_there_and_opens,
    where_no_shadow_root_can_be_made_what_is_inside_the_tag_stays,
    a_browser_without_voices_has_all_other_tools,
);

/// What browsers got after March 2022.
pub(crate) const NEWER: &[Case] = &[
    ("URL.canParse", "delete URL.canParse; delete URL.parse;"),
    ("findLast", "for (const it of [Array, Uint8Array]) for (const name of ['findLast', 'findLastIndex',
        'toSorted', 'with']) delete it.prototype[name];"),
    ("at", "for (const it of [Array, String, Uint8Array]) delete it.prototype.at;"),
    ("stylesheets by script", "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor');
        };"),
    (
        "adoptedStyleSheets",
        "delete window.CSSStyleSheet;
         for (const it of [Document, ShadowRoot]) delete it.prototype.adoptedStyleSheets;",
    ),
    ("checkVisibility", "delete Element.prototype.checkVisibility;"),
    (
        "popovers",
        "for (const name of ['popover', 'showPopover', 'hidePopover',
         'togglePopover']) delete HTMLElement.prototype[name];
         for (const name of ['popoverTargetElement', 'popoverTargetAction']) delete HTMLButtonElement.prototype[name];",
    ),
    ("requestIdleCallback", "delete window.requestIdleCallback;"),
    ("structuredClone", "delete window.structuredClone;"),
    ("highlights", "delete window.Highlight; delete CSS.highlights;"),
    ("Intl.Segmenter", "delete Intl.Segmenter;"),
    ("trusted types", "delete window.trustedTypes;"),
    ("navigation", "delete window.navigation;"),
    ("signals", "for (const name of ['any', 'timeout', 'abort']) delete AbortSignal[name];
        delete AbortSignal.prototype.throwIfAborted;"),
    ("promises", "for (const name of ['withResolvers', 'try']) delete Promise[name];"),
    ("sets", "for (const name of ['union', 'difference', 'intersection']) delete Set.prototype[name];
        delete Object.groupBy; delete Array.fromAsync;"),
    ("observers", "delete window.IntersectionObserver; delete window.ResizeObserver;"),
    ("text set by script", "delete Element.prototype.setHTMLUnsafe; delete Document.parseHTMLUnsafe;
        delete ShadowRoot.prototype.setHTMLUnsafe;"),
    ("moveBefore", "for (const it of [Element, DocumentFragment, Document]) delete it.prototype.moveBefore;"),
    ("pseudo-classes", "CSS.supports = () => false;"),
    ("scheduler", "delete window.scheduler;"),
    ("languages", "Object.defineProperty(navigator, 'languages', { value: undefined });"),
];

/// What pages, polyfills and extensions do.
const BROKEN: &[Case] = &[
    (
        "languages and language",
        "for (const name of ['languages', 'language']) Object.defineProperty(navigator, name, {
         value: undefined });",
    ),
    (
        "languages are null",
        "Object.defineProperty(navigator, 'languages', { value: null });",
    ),
    (
        "getComputedStyle throws",
        "window.getComputedStyle = () => { throw new Error('patched'); };",
    ),
    (
        "getComputedStyle gives nothing",
        "window.getComputedStyle = () => null;",
    ),
    ("matchMedia is gone", "delete window.matchMedia;"),
    (
        "matchMedia of an old browser",
        "window.matchMedia = () => ({ matches: false, addListener() {} });",
    ),
    (
        "MutationObserver is gone",
        "delete window.MutationObserver;",
    ),
    (
        "IntersectionObserver throws",
        "window.IntersectionObserver = function () { throw new Error('patched'); };",
    ),
    (
        "requestIdleCallback throws",
        "window.requestIdleCallback = () => { throw new Error('patched'); };",
    ),
    (
        "storage throws",
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } });",
    ),
    (
        "Object.prototype has more",
        "Object.prototype.extra = function () {}; Array.prototype.more = 1;",
    ),
    (
        "Error has no stack",
        "delete Error.captureStackTrace; Error.stackTraceLimit = 0; Error.prepareStackTrace = () => [];",
    ),
    (
        "performance is gone",
        "Object.defineProperty(window, 'performance', { value: undefined });",
    ),
    (
        "performance throws",
        "performance.getEntriesByType = () => { throw new Error('patched'); };",
    ),
    ("console is gone", "window.console = undefined;"),
    (
        "policies throw",
        "if (window.trustedTypes) trustedTypes.createPolicy = () => { throw new Error('patched'); };",
    ),
    (
        "speech throws",
        "Object.defineProperty(window, 'speechSynthesis', { get() { throw new Error('no'); } });",
    ),
    ("WebAssembly is gone", "delete window.WebAssembly;"),
    (
        "finalizers are gone",
        "delete window.FinalizationRegistry; delete window.WeakRef;",
    ),
    (
        "toSource of old libraries",
        "String.prototype.trim = function () { return this.replace(/^ +| +$/g, ''); };",
    ),
    (
        "attachShadow says so to others",
        "const real = Element.prototype.attachShadow; Element.prototype.attachShadow = function (init) {
         return real.call(this, { ...init, serializable: true }); };",
    ),
    (
        "a listener throws",
        "addEventListener('lct-toggle', () => { throw new Error('of the page'); }, true);
         addEventListener('lct-error', () => { throw new Error('of the page'); });",
    ),
];

const EMBED: &str = "
    document.body.insertAdjacentHTML('beforeend',
      '<lupus-car-t loading=eager><p class=fallback>A link</p></lupus-car-t>');
    document.head.append(Object.assign(document.createElement('script'), { src: '../../embed.en.js' }));";

async fn text_is_there_and_opens(browser: &Browser, cases: &[Case<'_>]) -> Result<()> {
    let cases: Vec<(&str, String)> = cases
        .iter()
        .map(|(name, act)| (*name, format!("{act}\n{EMBED}")))
        .collect();
    let cases: Vec<Case> = cases
        .iter()
        .map(|(name, act)| (*name, act.as_str()))
        .collect();
    let page = inside::open(browser, Site::default(), &cases).await?;
    until_each(&page, |it| {
        it.buttons > 10 && it.ready + it.stages.len() == 1
    })
    .await?;
    press(&page, "risks").await?;
    until_each(&page, |it| {
        it.open == ["at-a-glance", "risks"] && it.stages.len() <= 1 && is_quiet(it)
    })
    .await
}

/// Nothing of ours was left for the browser to catch.
pub(crate) fn is_quiet(outcome: &Outcome) -> bool {
    outcome.uncaught.is_empty() || outcome.name == "a listener throws"
}

async fn without_what_is_newer_than_the_oldest_browsers_the_text_is_there_and_opens(
    browser: &Browser,
) -> Result<()> {
    text_is_there_and_opens(browser, NEWER).await
}

async fn whatever_a_page_has_broken_the_text_is_there_and_opens(browser: &Browser) -> Result<()> {
    text_is_there_and_opens(browser, BROKEN).await
}

async fn where_no_shadow_root_can_be_made_what_is_inside_the_tag_stays(
    browser: &Browser,
) -> Result<()> {
    let cases = [
        ("it throws", "Element.prototype.attachShadow = () => { throw new Error('patched'); };"),
        ("it is gone", "delete Element.prototype.attachShadow;"),
        ("the text cannot be parsed", "delete window.DOMParser;"),
        ("it cannot be filled", "ShadowRoot.prototype.replaceChildren = () => { throw new Error('patched'); };"),
        (
            "it is closed",
            "const real = Element.prototype.attachShadow;
             Element.prototype.attachShadow = function () { return real.call(this, { mode: 'closed' }); };",
        ),
    ];
    let cases = cases.map(|(name, act)| (name, format!("{act}\n{EMBED}")));
    let cases: Vec<Case> = cases
        .iter()
        .map(|(name, act)| (*name, act.as_str()))
        .collect();
    let page = inside::open(browser, Site::default(), &cases).await?;
    until_each(&page, |it| {
        it.fallback && it.stages == ["text"] && is_quiet(it)
    })
    .await
}

async fn a_browser_without_voices_has_all_other_tools(browser: &Browser) -> Result<()> {
    let cases = [
        (
            "getVoices throws",
            "if (window.speechSynthesis) speechSynthesis.getVoices = () => { throw new Error('patched'); };",
        ),
        (
            "getVoices gives nothing",
            "if (window.speechSynthesis) speechSynthesis.getVoices = () => null;",
        ),
        (
            "no events",
            "Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [] } });",
        ),
        (
            "no speech",
            "Object.defineProperty(window, 'speechSynthesis', { value: undefined });",
        ),
    ];
    let cases = cases.map(|(name, act)| (name, format!("{act}\n{EMBED}")));
    let cases: Vec<Case> = cases
        .iter()
        .map(|(name, act)| (*name, act.as_str()))
        .collect();
    let page = inside::open(browser, Site::default(), &cases).await?;
    until_each(&page, |it| it.ready == 1 && it.stages.is_empty()).await?;
    page.until("all tools but one a section", async || {
        page.ask(
            "return frames_by_case.every(({ contentDocument }) => {
               const { shadowRoot } = contentDocument.querySelector('lupus-car-t');
               shadowRoot.host.openAll();
               const tools = [...shadowRoot.querySelectorAll('.tool')];
               const dead = tools.filter((it) => it.disabled);
               return tools.length > 50 && dead.length > 0 && dead.every((it) => it.dataset.tool === 'listen');
             });",
        )
        .await
    })
    .await
}
