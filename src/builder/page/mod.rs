//! The page itself. Its words are here; what they stand for is decided in the modules beside it.

mod allow;
mod browser;
mod choose;
mod code;
mod copy;
mod fields;
mod host_policy;
mod look;
mod preview;
mod sections;
mod verdict;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    choices::{Change, Choices, Way},
    manifest::Manifest,
    snippet,
};
use allow::Allow;
use choose::Choose;
use copy::Copy;
use host_policy::HostPolicy;
use preview::Preview;

impl Reducible for Choices {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(self.after(change))
    }
}

/// A file that the page asks for.
#[derive(Clone, PartialEq)]
enum File<T> {
    Coming,
    Missing,
    Here(T),
}

/// The whole page, below its title.
#[component]
pub fn Builder() -> Html {
    let choices = use_reducer(Choices::default);
    let release = use_state(|| File::Coming);
    let text = use_state(|| File::<AttrValue>::Coming);

    use_effect_with((), {
        let release = release.clone();
        move |()| {
            spawn_local(async move {
                let manifest = browser::text("manifest.json").await;
                let manifest = manifest.and_then(|text| Manifest::parse(&text).ok());
                release.set(manifest.map_or(File::Missing, |it| File::Here(Rc::new(it))));
            });
        }
    });
    let manifest = match &*release {
        File::Here(manifest) => manifest.clone(),
        File::Coming | File::Missing => Rc::default(),
    };
    use_effect_with((manifest.clone(), choices.language.clone()), {
        let dispatcher = choices.dispatcher();
        move |(manifest, language)| {
            let sections = manifest.sections(language.as_deref());
            let ids = sections.iter().map(|section| section.id.clone()).collect();
            dispatcher.dispatch(Change::Known(ids));
        }
    });
    let wanted = (choices.way == Way::Static).then(|| snippet::static_file(&choices));
    use_effect_with(wanted, {
        let text = text.clone();
        move |wanted| {
            if let Some(file) = wanted.clone() {
                spawn_local(async move {
                    let answer = browser::text(&file).await;
                    text.set(answer.map_or(File::Missing, |it| File::Here(it.into())));
                });
            }
        }
    });

    let on_change = use_callback(choices.dispatcher(), |change, dispatcher| {
        dispatcher.dispatch(change);
    });
    let chosen = Rc::new((*choices).clone());
    html! {
        <>
            if *release == File::Missing {
                <p class="notice" role="alert">
                    {"The file manifest.json of this release is missing or cannot be read. You can build a snippet all \
                      the same, but without the names of the sections and without hashes."}
                </p>
            }
            <div class="columns">
                <Choose choices={chosen.clone()} manifest={manifest.clone()} on_change={on_change.clone()} />
                <Preview choices={chosen.clone()} />
            </div>
            <Copy choices={chosen.clone()} manifest={manifest.clone()} text={(*text).clone()} {on_change} />
            <Allow choices={chosen.clone()} manifest={manifest.clone()} />
            <HostPolicy choices={chosen} {manifest} />
        </>
    }
}
