//! Text to copy, with its button.

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::browser;

#[derive(PartialEq, Properties)]
pub(super) struct CodeProps {
    /// What it is; the id comes from it.
    pub(super) place: AttrValue,
    pub(super) id: AttrValue,
    pub(super) code: AttrValue,
}

/// A text that a button copies, and that can be marked by hand.
#[component]
pub(super) fn Code(props: &CodeProps) -> Html {
    let said = use_state(|| "");
    let text = use_node_ref();
    use_effect_with(props.code.clone(), {
        let said = said.clone();
        move |_| said.set("")
    });
    let onclick = {
        let (code, text, said) = (props.code.clone(), text.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (code, text, said) = (code.clone(), text.clone(), said.clone());
            spawn_local(async move {
                if browser::copy(&code).await {
                    said.set("Copied.");
                    return;
                }
                if let Some(text) = text.cast::<Element>() {
                    browser::select(&text);
                }
                said.set("Your browser does not let this page copy. The text is marked: copy it by keyboard.");
            });
        })
    };
    let title = format!("{}-title", props.id);
    html! {
        <div class="code">
            <div class="code-head">
                <h3 id={title.clone()}>{&props.place}</h3>
                <button type="button" class="copy" id={format!("{}-copy", props.id)} {onclick}
                    aria-describedby={title.clone()}>{"Copy"}</button>
            </div>
            <p class="said" role="status">{*said}</p>
            <pre tabindex="0" role="region" aria-labelledby={title} id={props.id.clone()} ref={text}>
                <code>{&props.code}</code>
            </pre>
        </div>
    }
}
