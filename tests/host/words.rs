//! The words that readers get: what they must hold, and what they must never say.

use std::collections::BTreeSet;

use lupus_car_t::content::{Block, Explainer, FigureData, Section, Span};

use crate::{
    figures::figure,
    fixtures::{real, real_page},
    html::Element,
};

/// The sections that links and host pages have known since version 0.1.0, in their order.
const SECTIONS: [&str; 17] = [
    "at-a-glance",
    "what-is-lupus",
    "symptoms",
    "who-gets-it",
    "diagnosis",
    "treatment-today",
    "what-is-car-t",
    "step-by-step",
    "study-2022",
    "since-2022",
    "risks",
    "not-known",
    "can-i-get-it",
    "questions",
    "glossary",
    "sources",
    "about",
];

/// What the page never says, in lower case, and why.
const NEVER: [(&str, &str); 17] = [
    ("cures lupus", "no study shows a cure"),
    ("100%", "no treatment is certain"),
    ("100 percent", "no treatment is certain"),
    (
        "no further treatment",
        "the people of the study were watched for months only",
    ),
    ("doctor-reviewed", "no clinician has reviewed the text"),
    ("medically reviewed", "no clinician has reviewed the text"),
    ("miracle", "it raises false hope"),
    ("breakthrough", "it raises false hope"),
    (
        "1 in ",
        "readers misjudge it: a number in 100 compares better",
    ),
    (
        "9 of 10 people",
        "results of one disease of the trial could not be read",
    ),
    (
        "kidney failure in 17",
        "kidney failure by then was not found in a source",
    ),
    (
        "kidney failure in 22",
        "kidney failure by then was not found in a source",
    ),
    ("miv-cel", "no decision on it was found"),
    ("nguyen", "what is said to be hers could not be traced"),
    ("400 people treated", "nobody has counted them"),
    ("20 years after", "survival after 20 years was not found"),
    (
        "approved for lupus in general",
        "no such approval was found",
    ),
];

fn section<'a>(explainer: &'a Explainer, id: &str) -> &'a Section {
    let section = explainer.sections.iter().find(|section| *section.id == *id);
    section.expect("the section exists")
}

/// All that the reader can read, in lower case and without the invisible joiners.
pub(crate) fn text(of: &Element) -> String {
    of.text().replace('\u{2060}', "").to_lowercase()
}

/// Calls `visit` for each of `spans`, at any depth.
fn visit_each<'a>(spans: &'a [Span], visit: &mut impl FnMut(&'a Span)) {
    for span in spans {
        visit(span);
        match span {
            Span::Strong(spans)
            | Span::Emphasis(spans)
            | Span::Unbroken(spans)
            | Span::Link(_, spans)
            | Span::Term(_, spans)
            | Span::Section(_, spans)
            | Span::Regional(_, spans) => visit_each(spans, visit),
            Span::Text(_) | Span::Citation(_) => {}
        }
    }
}

/// Calls `visit` for each span of `blocks`, at any depth.
fn visit_spans<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Span)) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) => visit_each(spans, visit),
            Block::Questions(questions) => {
                for question in questions {
                    visit_each(&question.words, visit);
                }
            }
            Block::List(items) | Block::Steps(items) => {
                for item in items {
                    visit_spans(item, visit);
                }
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| visit_each(cell, visit));
            }
            Block::Alert(_, blocks) | Block::MoreDetail(_, blocks) => visit_spans(blocks, visit),
            Block::Subheading(_)
            | Block::Figure(..)
            | Block::Glossary
            | Block::Sources
            | Block::Worksheet
            | Block::Edition => {}
        }
    }
}

#[test]
fn the_sections_that_host_pages_know_are_there_in_their_order() {
    let explainer = real();
    let ids: Vec<&str> = explainer
        .sections
        .iter()
        .map(|section| &*section.id)
        .filter(|id| SECTIONS.contains(id))
        .collect();
    assert_eq!(ids, SECTIONS);
}

#[test]
fn the_lists_of_terms_sources_and_dates_stand_in_their_sections() {
    let explainer = real();
    for (id, list) in [
        ("glossary", Block::Glossary),
        ("sources", Block::Sources),
        ("about", Block::Edition),
    ] {
        assert!(section(&explainer, id).blocks.contains(&list), "{id}");
    }
}

#[test]
fn there_are_enough_sources_and_each_can_be_read_safely() {
    let explainer = real();
    assert!(explainer.sources.len() >= 25, "{}", explainer.sources.len());
    for source in &explainer.sources {
        assert!(source.address.starts_with("https://"), "{}", source.address);
        assert!(
            !source.reference.is_empty(),
            "`{}` has no reference",
            source.id
        );
    }
}

#[test]
fn each_term_is_linked_in_the_text_and_at_most_once_a_section() {
    let explainer = real();
    let mut linked = BTreeSet::new();
    for section in &explainer.sections {
        let mut here = BTreeSet::new();
        let mut note = |span: &Span| {
            if let Span::Term(id, _) = span {
                assert!(here.insert(id.clone()), "`{id}` twice in `{}`", section.id);
            }
        };
        visit_spans(&section.blocks, &mut note);
        for block in &section.blocks {
            if let Block::Figure(id, _) = block
                && let FigureData::Tour(tour) = &figure(id).data
            {
                let notes = tour.stops.iter().flat_map(|stop| &stop.notes);
                notes.for_each(|(_, words)| visit_each(words, &mut note));
            }
        }
        linked.append(&mut here);
    }
    assert_eq!(
        linked,
        explainer.terms.iter().map(|term| term.id.clone()).collect()
    );
}

#[test]
fn the_page_never_says_what_the_evidence_does_not() {
    let page = text(&real_page());
    // What ends a longer number is no number of its own: 41 in 100 is not 1 in 100.
    let is_whole = |at: usize| !page[..at].ends_with(|before: char| before.is_ascii_digit());
    for (words, why) in NEVER {
        let is_said = page.match_indices(words).any(|(at, _)| is_whole(at));
        assert!(!is_said, "`{words}`: {why}");
    }
}

#[test]
fn game_changer_stands_only_where_it_is_corrected() {
    for section in real_page().find_all(|it| it.has_class("section")) {
        let corrects = section.attribute("id") == Some("section-study-2022");
        let text = text(section);
        assert_eq!(
            text.contains("game changer"),
            corrects,
            "{:?}",
            section.attribute("id")
        );
        if corrects {
            let (_, after) = text.split_once("game changer").expect("it is there");
            let next: String = after.chars().take(100).collect();
            assert!(next.contains("that went too far."), "{next}");
        }
    }
    assert_eq!(text(&real_page()).matches("game changer").count(), 1);
}

#[test]
fn each_section_is_on_a_path_or_listed_as_apart_from_them() {
    let explainer = real();
    let paths = &explainer.paths;
    let steps = paths.all.iter().flat_map(|path| &path.steps);
    let placed: BTreeSet<_> = steps.chain([&paths.after_the_last]).collect();
    let apart = explainer.sections.iter().map(|section| &section.id);
    let apart: Vec<&str> = apart
        .filter(|id| !placed.contains(id))
        .map(|id| &**id)
        .collect();
    assert_eq!(apart, ["glossary", "sources", "about"]);
}
