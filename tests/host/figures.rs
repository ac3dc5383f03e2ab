//! The figures that readers get: each number in them, and that it stands in the text.

use std::collections::BTreeSet;

use lupus_car_t::content::{Figure, FigureData, Span, Stop};

use crate::{
    fixtures::{real, real_page},
    words::text,
};

#[test]
fn the_numbers_of_the_figure_can_be_read_without_the_drawing() {
    let page = real_page();
    let section = page.find_all(|it| it.attribute("id") == Some("section-study-2022"))[0];
    let numbers_of = |text: String| -> BTreeSet<String> {
        let numbers = text.split(|it: char| !it.is_ascii_digit());
        numbers.map(str::to_owned).collect()
    };
    let table = section.only("figure").find_all(|it| it.name == "td");
    let cells: BTreeSet<String> = table.iter().map(|cell| cell.text()).collect();
    let paragraphs = section.find_all(|it| it.name == "p" || it.name == "li");
    let prose = numbers_of(paragraphs.iter().map(|it| text(it)).collect());

    for number in ["16", "8", "0", "2", "5", "17"] {
        assert!(cells.contains(number), "{number} in the table");
        assert!(prose.contains(number), "{number} in the text");
    }
}

/// A figure of the English text.
pub(crate) fn figure(name: &str) -> Figure {
    let figures = real().figures.into_iter();
    let mut named = figures.filter(|it| *it.id == *name);
    named.next().expect("the figure is there")
}

#[test]
fn the_figure_shows_what_the_study_reported() {
    let figure = figure("study-2022");
    assert_eq!(figure.source.as_deref(), Some("mackensen-2022"));
    let FigureData::Study(study) = figure.data else {
        panic!("no study");
    };
    assert_eq!(study.people, 5);
    let ranges: Vec<[u8; 3]> = study
        .axes
        .iter()
        .flat_map(|axis| &axis.ranges)
        .map(|range| [range.low, range.median, range.high])
        .collect();
    assert_eq!(ranges, [[8, 16, 16], [0, 0, 2], [5, 8, 17]]);
}

#[test]
fn the_dots_show_what_the_review_counted_and_the_text_says() {
    let FigureData::Shares(groups) = figure("how-often").data else {
        panic!("no shares");
    };
    let words = real().words;
    let said: Vec<String> = groups
        .iter()
        .flat_map(|group| group.shares.iter().map(|it| it.in_words(group, &words)))
        .collect();
    assert_eq!(
        said,
        [
            "81 of 145 people, about 56 in 100",
            "11 of 145 people, about 8 in 100",
            "4 of 145 people, about 3 in 100",
            "1 of 145 people, under one person in 100",
            "45 of 64 people, about 70 in 100",
        ]
    );
    let page = real_page();
    let risks = page.find_all(|it| it.attribute("id") == Some("section-risks"));
    let drawn: Vec<usize> = risks[0]
        .find_all(|it| it.has_class("dots-some"))
        .iter()
        .map(|it| {
            let rows = it.attribute("d").unwrap_or_default().split('h').skip(1);
            let lengths = rows.filter_map(|row| row.split('M').next()?.parse::<usize>().ok());
            // Ten from dot to dot, and one beyond the last.
            lengths.map(|length| length.div_ceil(10)).sum()
        })
        .collect();
    assert_eq!(drawn, [81, 11, 4, 1, 45]);
    for group in groups {
        assert_eq!(&*group.source, "nordmann-gomes-2025");
    }
    let glance = text(&real_page());
    for words in ["45 of 64 people (70 in 100)", "11 of 145 people (8 in 100)"] {
        assert!(glance.contains(words), "{words}");
    }
}

#[test]
fn each_card_of_the_timeline_cites_a_source_for_its_numbers() {
    let FigureData::Timeline(cards) = figure("timeline").data else {
        panic!("no timeline");
    };
    assert!(cards.len() >= 9);
    for card in &cards {
        let cites = |fact: &Vec<Span>| fact.iter().any(|it| matches!(it, Span::Citation(_)));
        let [people, _, result, limit, certainty] = &card.facts;
        assert!(cites(people) && cites(result), "{}", card.title);
        assert!(!limit.is_empty() && !certainty.is_empty(), "{}", card.title);
    }
}

#[test]
fn the_body_has_eight_places_and_the_treatment_ten_steps() {
    let tours = [
        ("body-map", 8),
        ("how-car-t-works", 4),
        ("journey", 10),
        ("fever-plan", 4),
    ];
    for (name, count) in tours {
        let FigureData::Tour(tour) = figure(name).data else {
            panic!("{name} is no tour");
        };
        assert_eq!(tour.stops.len(), count, "{name}");
        let is_drawn = |stop: &Stop| tour.map.is_some() || stop.drawing.is_some();
        assert!(tour.stops.iter().all(is_drawn), "{name}");
    }
}

#[test]
fn one_t_cell_is_in_the_masthead_the_mechanism_and_the_journey() {
    let page = real_page();
    let cells = |class: &str, name: &str| {
        let places = page.find_all(|it| it.has_class(class) || it.attribute("id") == Some(class));
        places[0].find_all(|it| it.has_class(name)).len()
    };
    // Taken out, given its hook and given back, beside where it is shown alone.
    for (place, t_cells, hooks) in [
        ("masthead", 1, 1),
        ("section-what-is-car-t", 3, 2),
        ("section-step-by-step", 3, 2),
    ] {
        assert_eq!(cells(place, "t-cell"), t_cells, "{place}");
        assert_eq!(cells(place, "hook"), hooks, "{place}");
    }
    let radii = page.find_all(|it| it.has_class("t-cell"));
    assert!(radii.iter().all(|it| it.attribute("r") == Some("34")));
}

#[test]
fn the_labels_of_drawings_are_words_of_the_figure() {
    let page = real_page();
    let section = page.find_all(|it| it.attribute("id") == Some("section-what-is-car-t"))[0];
    let labels = section.find_all(|it| it.has_class("label"));
    let labels: BTreeSet<String> = labels.iter().map(|it| it.text()).collect();
    for label in [
        "faulty B cell",
        "autoantibody",
        "new gene",
        "CD19",
        "T cell",
        "CAR-T cell",
    ] {
        assert!(labels.contains(label), "{label} in {labels:?}");
    }
}

#[test]
fn the_plan_for_a_fever_is_seen_as_a_whole() {
    let page = real_page();
    let section = page.find_all(|it| it.attribute("id") == Some("section-after-car-t"))[0];
    let plan = section.find_all(|it| it.has_class("plan"));
    assert_eq!(plan.len(), 1);
    assert_eq!(plan[0].find_all(|it| it.has_class("drawing")).len(), 4);
    assert!(
        section
            .find_all(|it| it.attribute("data-choose").is_some())
            .is_empty()
    );
    let words = text(plan[0]);
    for said in [
        "day or night",
        "call the emergency number now",
        "37.5",
        "emergency department",
    ] {
        assert!(words.contains(said), "{said}");
    }
}
