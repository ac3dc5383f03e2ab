//! Many small pages at once, each in a frame of one page: one load checks a table of cases.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    page::Page,
    site::{Answer, Site},
};
use serde::Deserialize;
use serde_json::json;

/// A small page and what it does to show the explainer. `window` and `document` are its own.
pub(crate) type Case<'words> = (&'words str, &'words str);

/// What came of a case.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) name: String,
    /// How many sections have a button that answers, and which of them are open.
    pub(crate) buttons: usize,
    pub(crate) open: Vec<String>,
    /// Whether what is inside the tag is seen.
    pub(crate) fallback: bool,
    /// Whether the explainer looks as it should.
    pub(crate) styled: bool,
    pub(crate) ready: usize,
    /// The stages of the errors that the page was told of.
    pub(crate) stages: Vec<String>,
    /// What nobody caught.
    pub(crate) uncaught: Vec<String>,
}

/// Opens a page with a frame for each case.
pub(crate) async fn open<'browser>(
    browser: &'browser Browser,
    site: Site,
    cases: &[Case<'_>],
) -> Result<Page<'browser>> {
    let page = browser
        .open(site.host_under(""), "fixtures/inside/page.html")
        .await?;
    page.ask_about::<()>(
        "window.frames_by_case = it.map(([name, act]) => {
           const frame = document.createElement('iframe');
           Object.assign(frame, { name, width: 700, height: 200, src: location.pathname + '?' + name });
           frame.onload = () => {
             frame.onload = null;
             frame.contentWindow.eval(`(async () => { ${act} })()`);
           };
           document.querySelector('main').append(frame);
           return frame;
         });",
        json!(cases),
    )
    .await?;
    Ok(page)
}

/// Opens a page with a frame for each case, in which `html` stands and does what the case does before all else.
pub(crate) async fn open_each<'browser>(
    browser: &'browser Browser,
    site: Site,
    (file, html): (&'static str, &str),
    cases: &[Case<'_>],
) -> Result<Page<'browser>> {
    let acts: Vec<String> = cases
        .iter()
        .map(|(name, act)| format!("{}: () => {{ {act} }},\n", json!(name)))
        .collect();
    // A policy lets in what has the nonce of the recorder.
    let prelude = format!(
        "<head><script nonce=recorder>{{ const acts = {{ {} }};
         acts[decodeURIComponent(location.search.slice(1))](); }}</script>",
        acts.concat()
    );
    ensure!(html.contains("<head>"), "{file} has no head");
    let html = html.replacen("<head>", &prelude, 1);
    let site = site.answering(file, Answer::Text(html.leak()));
    let page = browser
        .open(site.host_under(""), "fixtures/inside/page.html")
        .await?;
    page.ask_about::<()>(
        "const [address, names] = it;
         window.frames_by_case = names.map((name) => {
           const frame = document.createElement('iframe');
           const src = `${address}?${encodeURIComponent(name)}`;
           Object.assign(frame, { name, width: 700, height: 200, src });
           document.querySelector('main').append(frame);
           return frame;
         });",
        json!([
            page.server.address(file.trim_start_matches('/')),
            cases.iter().map(|(name, _)| name).collect::<Vec<_>>()
        ]),
    )
    .await?;
    Ok(page)
}

/// How the cases stand now.
pub(crate) async fn outcomes(page: &Page<'_>) -> Result<Vec<Outcome>> {
    page.ask(
        "return frames_by_case.map(({ name, contentWindow: view }) => {
           const host = view.document.querySelector('lupus-car-t');
           const all = (selector) => [...(host?.shadowRoot?.querySelectorAll(selector) ?? [])];
           const seen = (it) => !!it && it.getClientRects().length > 0;
           const mount = all('.mount')[0];
           const events = view.recorded?.events ?? [];
           return {
             name,
             buttons: all('.section-button:enabled').length,
             open: all('.section-button[aria-expanded=true]').map(({ id }) => id.replace(/-button$/, '')),
             fallback: seen(host?.querySelector('.fallback')),
             styled: !!mount && getComputedStyle(mount).containerName === 'lct',
             ready: events.filter(({ name }) => name === 'lct-ready').length,
             stages: events.filter(({ name }) => name === 'lct-error').map(({ detail }) => detail.stage),
             uncaught: (view.recorded?.errors ?? []).filter((it) => !it.includes(' did not load: ')),
           };
         });",
    )
    .await
}

/// Waits until each case has come out as it should.
pub(crate) async fn until_each(page: &Page<'_>, is_right: impl Fn(&Outcome) -> bool) -> Result<()> {
    let wrong = async || -> Result<Vec<Outcome>> {
        let mut all = outcomes(page).await?;
        ensure!(!all.is_empty(), "there are no cases");
        all.retain(|it| !is_right(it));
        Ok(all)
    };
    let waited = page.until("each case", async || Ok(wrong().await?.is_empty()));
    match waited.await {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(format!("{:#?}", wrong().await?))),
    }
}

/// Presses the button of a section in each case.
pub(crate) async fn press(page: &Page<'_>, section: &str) -> Result<()> {
    page.ask_about(
        "for (const { contentWindow: view } of frames_by_case) {
           const { shadowRoot } = view.document.querySelector('lupus-car-t');
           shadowRoot?.getElementById(it + '-button')?.click();
         }",
        json!(section),
    )
    .await
}
