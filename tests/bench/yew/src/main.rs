//! An accordion as one is commonly made with Yew, rendered in the browser, with the words of the release in it.

use yew::prelude::*;

// Made by the benchmark from the words of the release: one function a section, and the `App` that lists them.
include!(env!("BENCH_WORDS"));

#[derive(Properties, PartialEq)]
struct SectionProps {
    id: AttrValue,
    heading: Html,
    children: Html,
}

/// A section that opens and closes.
#[component]
fn Section(props: &SectionProps) -> Html {
    let SectionProps {
        id,
        heading,
        children,
    } = props;
    let open = use_state(|| id == "at-a-glance");
    let onclick = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let body = format!("{id}-body");
    html! {
        <section>
            <h2>
                <button
                    type="button"
                    aria-expanded={open.to_string()}
                    aria-controls={body.clone()}
                    {onclick}
                >
                    { heading.clone() }
                </button>
            </h2>
            <div id={body} hidden={!*open}>{ children.clone() }</div>
        </section>
    }
}

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("app"));
    match place {
        Some(place) => yew::Renderer::<App>::with_root(place).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}
