//! What a page's policy has to allow, and the hash of the script.

use std::rc::Rc;

use yew::prelude::*;

use super::code::Code;
use crate::builder::{choices::Choices, manifest::Manifest, policy, snippet};

#[derive(PartialEq, Properties)]
pub(super) struct AllowProps {
    pub(super) choices: Rc<Choices>,
    pub(super) manifest: Rc<Manifest>,
}

/// The lines of the policy.
#[component]
pub(super) fn Allow(props: &AllowProps) -> Html {
    let AllowProps { choices, manifest } = props;
    let lines = policy::needed_lines(choices);
    let script = snippet::script(choices, manifest);
    html! {
        <section class="card" aria-labelledby="allow-title">
            <h2 id="allow-title">{"What your site has to allow"}</h2>
            if lines.is_empty() {
                <p>{"Nothing: plain HTML is a part of your page."}</p>
            } else {
                <p>
                    {"If your site sends a content security policy, these have to be in it, beside what is there. \
                      Nothing inline is needed: no script, no style."}
                </p>
                <Code id="policy-lines" place="Directives" code={lines.join("\n")} />
            }
            if let Some(line) = policy::trusted_types_line(choices) {
                <p>
                    {"If your policy requires trusted types and lists their names, add: "}
                    <code>{line}</code>
                </p>
            }
            if let Some(script) = script {
                if let Some(integrity) = manifest.integrity(&script) {
                    <Code id="integrity" place={format!("Hash of {script} in version {}", manifest.version)}
                        code={integrity.to_owned()} />
                } else {
                    <p class="hint">{format!("The hash of {script} is not known here.")}</p>
                }
            }
        </section>
    }
}
