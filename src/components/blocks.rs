//! The blocks of a section's body.

use yew::prelude::*;

use super::{
    edition::edition,
    figures::figure,
    glossary::glossary,
    sources::sources,
    spans::{spans, text},
    table::table,
    view::View,
    worksheet::worksheet,
};
use crate::content::{AlertKind, Block, Item, Question};

/// `these` blocks, one after another.
pub(super) fn blocks(these: &[Block], view: &View) -> Html {
    these.iter().map(|it| block(it, view)).collect()
}

fn block(block: &Block, view: &View) -> Html {
    match block {
        Block::Paragraph(words) => html! { <p>{ spans(words, view) }</p> },
        Block::Subheading(words) => View::heading(1, "subheading", text(words)),
        Block::List(items) => html! { <ul class="list">{ list_items(items, view) }</ul> },
        Block::Steps(items) => html! { <ol class="steps">{ list_items(items, view) }</ol> },
        Block::Questions(questions) => html! {
            <ul class="questions">{ questions.iter().map(|it| question(it, view)).collect::<Html>() }</ul>
        },
        Block::Table(it) => table(it, view),
        Block::Alert(kind, body) => alert(*kind, body, view),
        Block::MoreDetail(label, body) => more_detail(label, blocks(body, view)),
        Block::Figure(id, description) => figure(id, description, view),
        Block::Worksheet => worksheet(view),
        Block::Glossary => glossary(view),
        Block::Sources => sources(view),
        Block::Edition => edition(view),
    }
}

fn list_items(items: &[Item], view: &View) -> Html {
    items
        .iter()
        .map(|item| html! { <li>{ item_body(item, view) }</li> })
        .collect()
}

/// An item that is one paragraph needs no paragraph of its own.
fn item_body(item: &Item, view: &View) -> Html {
    match item.as_slice() {
        [Block::Paragraph(words)] => spans(words, view),
        several => blocks(several, view),
    }
}

fn question(question: &Question, view: &View) -> Html {
    html! {
        <li>
            <label class="question">
                <input type="checkbox" data-question={question.id.to_string()} />
                <span>{ spans(&question.words, view) }</span>
            </label>
        </li>
    }
}

fn alert(kind: AlertKind, body: &[Block], view: &View) -> Html {
    let class = match kind {
        AlertKind::Note => "alert note",
        AlertKind::Tip => "alert tip",
        AlertKind::Important => "alert important",
        AlertKind::Warning => "alert warning",
    };
    html! {
        <div {class} role="note">
            <p class="alert-label">{ view.words().alert(kind) }</p>
            { blocks(body, view) }
        </div>
    }
}

/// What not everyone needs, behind a label; open where no script runs, so that every word is seen.
pub(super) fn more_detail(label: &str, body: Html) -> Html {
    html! {
        <details class="more" part="more" open=true>
            <summary><span>{ text(label) }</span></summary>
            <div class="more-body">{ body }</div>
        </details>
    }
}
