//! The button for all sections at once, and the tools that stand beside it.

use yew::prelude::*;

use super::{
    click::use_click, reader_tools::reader_tools, search::use_search, still::Still, view::View,
};
use crate::{content::Words, state::Action};

#[derive(PartialEq, Properties)]
pub(super) struct ToolbarProps {
    pub(super) view: View,
    pub(super) open_count: usize,
    pub(super) total: usize,
    pub(super) announces_count: bool,
    pub(super) on_act: Callback<Action>,
    pub(super) fold: Callback<char, String>,
}

/// Shows all sections or, once all are open, hides them; says politely how many are open then.
///
/// The `data-` attributes hold the words for the script that serves the page until this component runs.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps {
        view,
        open_count,
        total,
        announces_count,
        on_act,
        fold,
    } = props;
    let words = view.words();
    let all_open = open_count == total;
    let label = if all_open {
        &words.hide_all
    } else {
        &words.show_all
    };

    let button = use_node_ref();
    let on_click = use_callback((all_open, on_act.clone()), |(), (all_open, on_act)| {
        on_act.emit(if *all_open {
            Action::CloseAll
        } else {
            Action::OpenAll
        });
    });

    use_click(&button, on_click);
    let toolbar = use_node_ref();
    let search = use_search(&toolbar, view, fold);

    let count = if *announces_count {
        let values = [
            ("open", &*open_count.to_string()),
            ("total", &*total.to_string()),
        ];
        Words::fill(&words.open_count, &values)
    } else {
        String::new()
    };
    html! {
        <div class="toolbar" part="toolbar" ref={toolbar}>
            <button
                type="button"
                class="toggle-all"
                part="toggle-all"
                data-show={words.show_all.clone()}
                data-hide={words.hide_all.clone()}
                disabled={!view.running}
                ref={button}
            >
                // Another node, not another text: a browser that translates puts its own in the place of that.
                <span key={label.clone()}>{ label }</span>
            </button>
            <Still view={view.clone()} write={reader_tools as fn(&View) -> Html} />
            <p class="visually-hidden" role="status" data-text={words.open_count.clone()}>
                <span key={count.clone()}>{ count }</span>
            </p>
            { search }
        </div>
    }
}
