//! What a policy means, in words.

use yew::prelude::*;

use crate::builder::{
    choices::Way,
    policy::{Finding, Need, Outcome, Reader, Verdict},
};

#[derive(PartialEq, Properties)]
pub(super) struct JudgementProps {
    pub(super) verdict: Option<Verdict>,
    pub(super) way: Way,
}

/// The verdict: what the reader has, then line by line.
#[component]
pub(super) fn Judgement(props: &JudgementProps) -> Html {
    let summary = props.verdict.as_ref().map(|verdict| {
        let class = if verdict.reader == Reader::Everything {
            "good"
        } else {
            "care"
        };
        let (policies, _) = verdict.counted;
        html! {
            <div class={classes!("verdict", class)}>
                <p><strong>{reader(verdict.reader)}</strong></p>
                if verdict.findings.iter().any(|it| matches!(it.outcome, Outcome::If(_))) {
                    <p>{"That is so if the conditions below are met."}</p>
                }
                if !verdict.unread.is_empty() {
                    <p>{"This could not be read:"}</p>
                    <ul>{for verdict.unread.iter().map(|it| html! { <li><code>{it}</code></li> })}</ul>
                    <p>
                        {"Paste the value alone, as your server sends it: the browser's tools show it, in the panel \
                          of the network, among the headers of the answer."}
                    </p>
                } else if policies == 0 {
                    <p>{"No policy that blocks was found in the text, so nothing is forbidden."}</p>
                }
            </div>
        }
    });
    html! {
        <>
            // In the page from the start, so that assistive technology hears what comes into it.
            <div role="status" id="verdict">{summary}</div>
            if let Some(verdict) = &props.verdict {
                <ul class="findings" aria-label="Line by line">
                    {for verdict.findings.iter().map(|finding| line(finding, props.way))}
                    <li>
                        <span class="mark good">{"Not needed"}</span>
                        <div><p>{"Inline script, inline style, images, fonts, cookies."}</p></div>
                    </li>
                </ul>
                if verdict.counted.1 > 0 {
                    <p class="hint">{"Policies that only report block nothing, and were left out."}</p>
                }
            }
        </>
    }
}

fn line(finding: &Finding, way: Way) -> Html {
    let (class, mark) = match finding.outcome {
        Outcome::Allowed => ("good", "Allowed"),
        Outcome::If(_) => ("care", "Allowed if"),
        Outcome::Blocked { .. } => ("bad", "Blocked"),
        Outcome::Unknown => ("care", "Not known"),
    };
    html! {
        <li>
            <span class={classes!("mark", class)}>{mark}</span>
            <div>
                <p>{need(finding.need)}</p>
                {match &finding.outcome {
                    Outcome::Allowed | Outcome::Unknown => Html::default(),
                    Outcome::If(condition) => html! { <p>{condition}</p> },
                    Outcome::Blocked { by, mend } => html! {
                        <>
                            {for by.iter().map(|it| html! { <p>{"Forbidden by "}<code>{it}</code></p> })}
                            <p>{"Would be allowed by "}<code>{mend}</code></p>
                            <p>{without(finding.need, way)}</p>
                        </>
                    },
                }}
            </div>
        </li>
    }
}

fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::Everything => "Your readers have all of it.",
        Reader::ByScript => {
            "Your readers have the same text. Sections, links, citations and terms work by script, \
             without WebAssembly."
        }
        Reader::Sections => {
            "Your readers have the same text, and sections open and close. Links to sections and sources work as the \
             browser does them."
        }
        Reader::Readable => "Your readers have every word and source, with all sections open.",
        Reader::InsideTag => {
            "Your readers have only what stands inside the tag: the link to the explainer as a page."
        }
        Reader::Nothing => {
            "Your readers see an empty frame. Choose another way, or link to the explainer as a page."
        }
        Reader::Unknown => "What your readers have is not known.",
    }
}

fn need(need: Need) -> &'static str {
    match need {
        Need::Script => "The script in the snippet",
        Need::Modules => "The scripts that it loads when they are needed",
        Need::Wasm => "WebAssembly",
        Need::Connect => "Fetching text and WebAssembly from the folder",
        Need::Style => "The stylesheet of the text that your server puts in",
        Need::Frame => "The frame",
        Need::TrustedTypes => "A name for trusted types",
        Need::Sandbox => "Scripts inside your sandbox",
    }
}

/// What the reader has where only this is missing.
fn without(need: Need, way: Way) -> &'static str {
    match (need, way) {
        (Need::Style, _) => "Without it the text stands there in the browser's own look.",
        (Need::Frame, Way::Iframe) => "Without it the frame stays empty.",
        (Need::Wasm | Need::Connect, _) => {
            "Without it the script does the work of WebAssembly, where the script itself is allowed."
        }
        (Need::Modules, Way::Element | Way::Include) | (Need::TrustedTypes, Way::Include) => {
            "Without it sections open and close, and not much more."
        }
        (_, Way::Include | Way::Iframe) => {
            "Without it every word is readable, with all sections open."
        }
        _ => "Without it only what stands inside the tag is shown.",
    }
}
