//! The paths: where a reader may be, and the sections that matter then.

use yew::prelude::*;

use super::{
    spans::text,
    view::{View, address},
};
use crate::content::Path;

/// Each path as a list of links that opens by itself. It needs no script.
///
/// The page's script leads a reader on from step to step; the `data-` attributes hold the words for that.
pub(super) fn paths(view: &View) -> Html {
    let (words, paths) = (view.words(), &view.explainer.paths);
    let ids: Vec<&str> = paths.all.iter().map(|it| &*it.id).collect();
    let heading = html! { <span id="paths-heading">{ &words.paths }</span> };
    html! {
        <nav
            class="paths"
            part="paths"
            aria-labelledby="paths-heading"
            data-ids={ids.join(" ")}
            data-next={words.path_next.clone()}
            data-step={words.path_step.clone()}
            data-last={words.path_last.clone()}
            data-after={paths.after_the_last.to_string()}
        >
            { View::heading(0, "paths-heading", heading) }
            for it in &paths.all {
                { path(it, view) }
            }
        </nav>
    }
}

fn path(path: &Path, view: &View) -> Html {
    let section = |id| view.explainer.section(id);
    html! {
        <details class="path" part="path" id={format!("path-{}", path.id)}>
            <summary><span>{ text(&path.title) }</span></summary>
            <ol>
                for section in path.steps.iter().filter_map(section) {
                    <li>
                        <a href={address(&section.id)} data-section={section.id.to_string()}>
                            { text(&section.heading) }
                        </a>
                    </li>
                }
            </ol>
        </details>
    }
}
