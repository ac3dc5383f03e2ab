//! A box for the policy of the host page.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{allow::AllowProps, fields::Text, verdict::Judgement};
use crate::builder::policy::check;

/// The box, and what is to be said about what is in it.
#[component]
pub(super) fn HostPolicy(props: &AllowProps) -> Html {
    let AllowProps { choices, manifest } = props;
    let text = use_state(String::new);
    let page = use_state(|| "https://www.example.org/".to_owned());
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let on_page = use_callback(page.setter(), |address, setter| setter.set(address));
    let has_policy = !text.trim().is_empty();
    let verdict = has_policy
        .then(|| check(&text, &page, choices, manifest))
        .flatten();
    let has_no_address = has_policy && verdict.is_none();
    html! {
        <section class="card" aria-labelledby="check-title">
            <h2 id="check-title">{"Check your policy"}</h2>
            <div class="field">
                <label for="host-policy">{"Your content security policy"}</label>
                <p class="hint" id="host-policy-hint">
                    {"The value, all headers of an answer, the line of your server's configuration, or the tag of \
                      your page. It stays in this page."}
                </p>
                <textarea id="host-policy" rows="5" spellcheck="false" autocapitalize="off" autocomplete="off"
                    aria-describedby="host-policy-hint" value={(*text).clone()} {oninput} />
            </div>
            <Text id="host-page" label="Address of your page" value={(*page).clone()}
                hint="Tells which addresses are your own." on_text={on_page} />
            if has_no_address {
                <p class="notice" role="alert">
                    {"This is no address of a page. Give it with https:// at its start."}
                </p>
            }
            <Judgement {verdict} way={choices.way} />
        </section>
    }
}
