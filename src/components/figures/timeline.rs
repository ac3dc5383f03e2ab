//! Studies over time.

use yew::prelude::*;

use super::{
    super::{
        spans::{spans, text},
        view::View,
    },
    parts::parts,
};
use crate::content::TimelineCard;

/// Studies, the earliest first.
pub(super) fn timeline(cards: &[TimelineCard], view: &View) -> Html {
    let cards = cards.iter().map(|it| card(it, view)).collect::<Html>();
    let list = html! { <ol class="timeline">{ cards }</ol> };
    parts(None, &view.words().show_all_studies, list, view)
}

fn card(card: &TimelineCard, view: &View) -> Html {
    html! {
        <li class="card">
            <p class="card-date">{ &card.date }{ " · " }<span class="card-kind">{ &card.kind }</span></p>
            <p class="card-title"><strong>{ text(&card.title) }</strong></p>
            <dl class="card-facts">
                for (name, fact) in view.words().card_facts().into_iter().zip(&card.facts) {
                    <div>
                        <dt>{ name }</dt>
                        <dd>{ spans(fact, view) }</dd>
                    </div>
                }
            </dl>
        </li>
    }
}
