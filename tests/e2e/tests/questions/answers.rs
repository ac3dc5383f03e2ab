//! What a reader writes stands in fields and nowhere else: tools that record visits leave out what stands in those.

use anyhow::{Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    paper::squeezed,
};
use serde_json::json;

use super::{open, question, until_list};

in_every_engine!(
    an_answer_stands_in_its_field_and_nowhere_else,
    a_field_is_as_high_as_what_stands_in_it,
    paper_has_the_whole_of_an_answer,
);

/// Everything in the page that a script could read but for the values of fields: texts, attributes, styles.
const READABLE: &str = "
    const all_of = [];
    const look = (node) => {
      if (node.data) all_of.push(node.data);
      for (const { value } of node.attributes ?? []) all_of.push(value);
      for (const sheet of node.adoptedStyleSheets ?? []) for (const { cssText } of sheet.cssRules) all_of.push(cssText);
      if (node.shadowRoot) look(node.shadowRoot);
      for (const child of node.childNodes) look(child);
      if (node.localName === 'textarea') all_of.push(node.defaultValue);
      for (const pseudo of node.localName ? ['::before', '::after'] : [])
        all_of.push(getComputedStyle(node, pseudo).content);
    };
    look(document);
    return all_of.filter((it) => it.includes('unspoken'));";

async fn an_answer_stands_in_its_field_and_nowhere_else(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("unspoken").await?;
    for (after, script) in [
        ("typing", ""),
        ("another question", "all('.question > input')[1].click();"),
        ("a question less", "all('.question > input')[1].click();"),
        ("larger text", "one('[data-tool=larger]').click();"),
        ("a change of the text", "host.headingLevel = 3;"),
        ("the question to print", "dispatchEvent(new Event('beforeprint'));"),
        ("printing", "dispatchEvent(new Event('afterprint'));"),
        (
            "a copy in vain",
            "const put = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
             put('clipboard', { writeText: async () => { throw new Error(); } });
             one('[data-tool=copy-list]').click();",
        ),
    ] {
        page.ask::<()>(script).await?;
        page.settle().await?;
        page.until(&format!("the answer, after {after}"), async || {
            page.ask("const fields = [...(root?.querySelectorAll('.answer > textarea') ?? [])];
                 return fields.some(({ value }) => value === 'unspoken');")
                .await
        })
        .await?;
        let read: Vec<String> = page.ask(READABLE).await?;
        ensure!(read.is_empty(), "after {after} it stands in {read:?}");
    }
    Ok(())
}

/// Twelve lines, some of them longer than a field is wide, and a last word to look for.
fn long_answer() -> String {
    let line =
        "What was said of the blood tests in spring and of the tablets that came after them. ";
    format!(
        "{}\n{}\nThe_last_word",
        line.repeat(8),
        "Short\n".repeat(10)
    )
}

/// Writes an answer at once, as a reader who pastes it.
async fn paste(page: &Page<'_>, answer: &str) -> Result<()> {
    let script = "const field = one('#note-0');
                  field.value = it;
                  field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask_about(script, json!(answer)).await
}

/// How much of the fields cannot be seen, and how high they are, in pixels.
const CUT_OFF: &str = "
    const fields = all('.answer > textarea');
    return [Math.max(...fields.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)),
      Math.max(...fields.map(({ clientHeight }) => clientHeight))];";

async fn a_field_is_as_high_as_what_stands_in_it(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    let [_, empty]: [f64; 2] = page.ask(CUT_OFF).await?;
    ensure!((44.0..120.0).contains(&empty), "empty it is {empty} high");
    paste(&page, &long_answer()).await?;
    for (after, script) in [
        ("pasting", ""),
        (
            "larger text",
            "for (const _ of [1, 2, 3]) one('[data-tool=larger]').click();",
        ),
        (
            "more space",
            "one('.choice input[name=letters]').click(); one('.choice input[name=lines]').click();",
        ),
        ("a narrower page", "host.style.maxInlineSize = '20rem';"),
        (
            "the section to be closed and open",
            "host.closeSection('questions'); host.openSection('questions');",
        ),
        ("another question", "all('.question > input')[1].click();"),
    ] {
        page.ask::<()>(script).await?;
        page.settle().await?;
        page.until(&format!("all of it to be seen after {after}"), async || {
            let [hidden, high]: [f64; 2] = page.ask(CUT_OFF).await?;
            Ok(hidden < 2.0 && high > 200.0)
        })
        .await?;
    }
    paste(&page, "").await?;
    page.until("the field to shrink", async || {
        let [_, high]: [f64; 2] = page.ask(CUT_OFF).await?;
        Ok(high < 260.0)
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn paper_has_the_whole_of_an_answer(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    let answer = long_answer();
    paste(&page, &answer).await?;
    for larger in [false, true] {
        if larger {
            page.ask::<()>("for (const _ of [1, 2, 3]) one('[data-tool=larger]').click();")
                .await?;
        }
        if let Some(paper) = page.printed().await? {
            let missing: Vec<_> = answer
                .split_whitespace()
                .filter(|word| !paper.contains(&squeezed(word)))
                .collect();
            ensure!(missing.is_empty(), "not on paper: {missing:?}");
        }
        // Where the driver cannot print: what paper says of the fields, and the size of its text.
        if browser.engine == Engine::WebKit {
            page.ask::<()>(
                "dispatchEvent(new Event('beforeprint'));
                 const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
                   .filter(({ media }) => media?.mediaText === 'print')
                   .flatMap(({ cssRules }) => [...cssRules].flatMap((it) => it.selectorText ? it : [...it.cssRules]));
                 const sheet = new CSSStyleSheet();
                 sheet.replaceSync('.mount { --explainer-size: 11pt; }' + rules.filter(({ selectorText }) =>
                   /> textarea$/.test(selectorText)).map(({ cssText }) => cssText).join(''));
                 root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];",
            )
            .await?;
            let [hidden, high]: [f64; 2] = page.ask(CUT_OFF).await?;
            let width: f64 = page
                .ask("return one('.answer > textarea').getBoundingClientRect().width;")
                .await?;
            ensure!(
                hidden < 2.0 && high > 200.0 && (400.0..500.0).contains(&width),
                "{hidden} px of {high} are cut off, in {width}"
            );
            page.ask::<()>(
                "root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
                 dispatchEvent(new Event('afterprint'));",
            )
            .await?;
        }
    }
    Ok(())
}
