//! What the text says instead in each region: a template, from which the page's script takes the words of one.

use yew::prelude::*;

use super::view::View;
use crate::content::{
    CrisisLine, Emergency, Place, Region, Regional, WORD_JOINER, Words, capitalized,
};

/// The words of every region.
pub(super) fn regions(view: &View) -> Html {
    html! {
        <template class="regions">
            { view.explainer.regions.iter().map(|it| region(it, view)).collect::<Html>() }
        </template>
    }
}

fn region(region: &Region, view: &View) -> Html {
    let words = view.words();
    let crisis = (!region.crisis.is_empty()).then(|| crisis(&region.crisis, view));
    let emergency = region.emergency.as_ref().map(|it| emergency(it, view));
    let organization = region
        .organization
        .as_ref()
        .map(|it| filled(&words.region_organization, "name", link(it)));
    let trials = region
        .trials
        .as_ref()
        .map(|it| filled(&words.region_trials, "name", link(it)));
    let all = [
        (Regional::Emergency, emergency),
        (Regional::Crisis, crisis),
        (Regional::Organization, organization),
        (Regional::Trials, trials),
    ];
    let span = |(regional, words): (Regional, Option<Html>)| {
        words.map(|words| html! { <span data-regional={regional.name()}>{ words }</span> })
    };
    html! {
        <div data-region={region.code.clone()}>{ all.into_iter().filter_map(span).collect::<Html>() }</div>
    }
}

fn emergency(it: &Emergency, view: &View) -> Html {
    let numbers = it.numbers.join(&view.explainer.signs.joining.pair);
    let said = Words::fill(&view.words().region_emergency, &[("numbers", &numbers)]);
    html! { <>{ unbroken(&said) }{ source(&it.source, view) }</> }
}

fn crisis(lines: &[CrisisLine], view: &View) -> Html {
    let words = view.words();
    let calls: Vec<String> = lines.iter().map(|it| call(it, words)).collect();
    let calls = calls.join(&view.explainer.signs.joining.last);
    let said = Words::fill(&words.region_crisis, &[("lines", &capitalized(&calls))]);
    let sources = lines.iter().map(|it| source(&it.source, view));
    filled(&unbroken(&said), "sources", sources.collect())
}

/// What to do with one line, such as `call Samaritans at 116 123`.
fn call(line: &CrisisLine, words: &Words) -> String {
    let template = match (&line.name, line.text) {
        (Some(_), _) => &words.region_call_by_name,
        (None, true) => &words.region_call_or_text,
        (None, false) => &words.region_call,
    };
    let name = line.name.as_deref().unwrap_or_default();
    let mut call = Words::fill(template, &[("name", name), ("number", &line.number)]);
    for (template, name, value) in [
        (&words.region_choose, "choose", &line.choose),
        (&words.region_part, "part", &line.part),
    ] {
        if let Some(value) = value {
            call = Words::fill(template, &[("call", &call), (name, value)]);
        }
    }
    call
}

fn link(place: &Place) -> Html {
    html! { <a href={place.address.clone()}>{ &place.name }</a> }
}

/// Where it was read. It is in no list of sources: that has those of all readers.
fn source(address: &str, view: &View) -> Html {
    let words = format!("[{}]", view.words().region_source);
    html! { <>{ WORD_JOINER }<a class="citation" href={address.to_owned()}>{ words }</a></> }
}

/// `template` with `value` in the place of `{name}`.
fn filled(template: &str, name: &str, value: Html) -> Html {
    let place = format!("{{{name}}}");
    let (before, after) = template.split_once(&*place).unwrap_or((template, ""));
    html! { <>{ before }{ value }{ after }</> }
}

/// `words` with the digits of each number kept together.
fn unbroken(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let keep = |(index, letter): (usize, &char)| {
        let is_digit = |at: Option<usize>| {
            at.and_then(|at| letters.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        if *letter == ' ' && is_digit(index.checked_sub(1)) && is_digit(Some(index + 1)) {
            '\u{a0}'
        } else {
            *letter
        }
    };
    letters.iter().enumerate().map(keep).collect()
}
