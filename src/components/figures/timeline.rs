//! Studies in the order of time, one card each.

use yew::prelude::*;

use super::{
    super::{
        live::use_live,
        spans::{spans, text},
        view::View,
    },
    tour::Choice,
};
use crate::content::{FigureData, FigureId, TimelineCard};

#[derive(PartialEq, Properties)]
pub(super) struct TimelineProps {
    pub(super) view: View,
    pub(super) id: FigureId,
}

/// All studies. While the explainer runs, those of one kind can be chosen.
#[component]
pub(super) fn Timeline(TimelineProps { view, id }: &TimelineProps) -> Html {
    let live = use_live();
    let chosen = use_state(|| 0_usize);
    let setter = chosen.setter();
    let on_choose = use_callback((), move |kind: usize, ()| setter.set(kind));
    let figure = view.explainer.figures.iter().find(|it| it.id == *id);
    let Some(FigureData::Timeline(cards)) = figure.map(|it| &it.data) else {
        return Html::default();
    };

    let mut kinds: Vec<&str> = Vec::new();
    for card in cards {
        if !kinds.contains(&&*card.kind) {
            kinds.push(&card.kind);
        }
    }
    let choice = |kind: usize, label: &str| {
        let pressed = Some(*chosen == kind);
        html! { <Choice stop={kind} class="choice" label={label.to_owned()} {pressed} on_choose={on_choose.clone()} /> }
    };
    let wanted = chosen.checked_sub(1).and_then(|index| kinds.get(index));
    html! {
        <>
            if live {
                <div class="choices" role="group" aria-label={view.words().choose.clone()}>
                    { choice(0, &view.words().show_all_studies) }
                    { kinds.iter().enumerate().map(|(index, kind)| choice(index + 1, kind)).collect::<Html>() }
                </div>
            }
            <ol class="timeline" aria-live={live.then_some("polite")}>
                { cards.iter().map(|it| card(it, wanted.is_some_and(|kind| **kind != it.kind), view)).collect::<Html>() }
            </ol>
        </>
    }
}

fn card(card: &TimelineCard, hidden: bool, view: &View) -> Html {
    let names = view.words().card_facts();
    html! {
        <li class="card" {hidden}>
            <p class="card-date">{ &card.date }{ " · " }{ &card.kind }</p>
            <p class="card-title"><strong>{ text(&card.title) }</strong></p>
            <dl class="card-facts">
                for (name, fact) in names.into_iter().zip(&card.facts) {
                    <div>
                        <dt>{ name }</dt>
                        <dd>{ spans(fact, view) }</dd>
                    </div>
                }
            </dl>
        </li>
    }
}
