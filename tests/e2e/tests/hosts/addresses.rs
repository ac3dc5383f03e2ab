//! The script has no element that tells where it is from: pasted, evaluated, a module. It finds its files all the same.

use anyhow::Result;
use e2e::{browsers::Browser, in_every_engine, site::Site};

use crate::inside::{self, Case, Outcome, until_each};

in_every_engine!(
    a_script_without_an_address_of_its_own_finds_its_files,
    a_script_that_cannot_find_its_files_shows_the_text_that_it_carries,
);

/// What the cases below are written with.
const WORDS: &str = "
    const folder = new URL('../../', location.href).href;
    const tag = (base = '') => document.body.insertAdjacentHTML('beforeend',
      `<lupus-car-t loading=eager ${base && `base=\"${base}\"`}><p class=fallback>A link</p></lupus-car-t>`);
    const script = (properties) => document.head.append(Object.assign(document.createElement('script'), properties));
    const code = async (name) => (await fetch('../../' + name)).text();
    const jquery = () => new Promise((onload) => script({ src: '/node_modules/jquery/dist/jquery.js', onload }));";

const FOUND: [Case; 13] = [
    (
        "module",
        "tag(); script({ type: 'module', src: '../../embed.en.js' });",
    ),
    (
        "module of any language",
        "tag(); script({ type: 'module', src: '../../embed.js' });",
    ),
    ("import()", "tag(); import(folder + 'embed.en.js');"),
    (
        "import in a pasted module",
        "tag(); script({ type: 'module', textContent: `import '${folder}embed.en.js';` });",
    ),
    (
        "module without a stack, beside another embed.js",
        "Error.stackTraceLimit = 0;
         script({ type: 'text/plain', src: 'https://comments.example/embed.js' });
         tag(); script({ type: 'module', src: '../../embed.en.js?ver=1' });",
    ),
    (
        "pasted, with a whole base",
        "tag(folder); script({ textContent: await code('embed.en.js') });",
    ),
    (
        "pasted, with a base seen from the page",
        "tag('../..'); script({ textContent: await code('embed.en.js') });",
    ),
    (
        "pasted, of any language",
        "tag(folder); script({ textContent: await code('embed.js') });",
    ),
    (
        "evaluated, with a whole base",
        "tag(folder.slice(0, -1)); (0, eval)(await code('embed.en.js'));",
    ),
    (
        "a function of its words",
        "tag(folder); new Function(await code('embed.en.js'))();",
    ),
    (
        "fetched and evaluated",
        "tag(); (0, eval)(await code('embed.en.js'));",
    ),
    (
        "jQuery's html()",
        "await jquery(); tag(); $('<div>').appendTo('body').html(`<script src='../../embed.en.js'></scr` + `ipt>`);",
    ),
    (
        "jQuery's load()",
        "await jquery(); $('<div>').appendTo('body').load('part.html');",
    ),
];

async fn a_script_without_an_address_of_its_own_finds_its_files(browser: &Browser) -> Result<()> {
    let cases = FOUND.map(|(name, act)| (name, format!("{WORDS}\n{act}")));
    let cases: Vec<Case> = cases
        .iter()
        .map(|(name, act)| (*name, act.as_str()))
        .collect();
    let page = inside::open(browser, Site::default(), &cases).await?;
    until_each(&page, |it| {
        it.ready == 1 && is_readable(it) && it.stages.is_empty()
    })
    .await
}

const LOST: [Case; 3] = [
    ("pasted", "tag(); script({ textContent: words });"),
    (
        "pasted, with a base that is none",
        "tag('http://['); script({ textContent: words });",
    ),
    ("evaluated", "tag(); (0, eval)(words);"),
];

/// Nothing on the page says where it is from: its words come from the page around.
async fn a_script_that_cannot_find_its_files_shows_the_text_that_it_carries(
    browser: &Browser,
) -> Result<()> {
    let words = "const words = await (await parent.fetch('../../embed.en.js')).text();";
    let cases = LOST.map(|(name, act)| (name, format!("{WORDS}\n{words}\n{act}")));
    let cases: Vec<Case> = cases
        .iter()
        .map(|(name, act)| (*name, act.as_str()))
        .collect();
    let page = inside::open(browser, Site::default(), &cases).await?;
    until_each(&page, |it| is_readable(it) && it.stages == ["load"]).await?;
    inside::press(&page, "risks").await?;
    until_each(&page, |it| it.open == ["at-a-glance", "risks"]).await
}

fn is_readable(outcome: &Outcome) -> bool {
    outcome.buttons > 10 && outcome.styled && outcome.uncaught.is_empty() && !outcome.fallback
}
