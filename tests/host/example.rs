//! The small content, which is sound in both languages.

use lupus_car_t::{
    compiler::{ENGLISH, compile},
    content::{Direction, SourceId, plain_text},
};

use crate::fixtures::{compiled, example, example_files};

#[test]
fn a_translation_that_says_the_same_is_compiled() {
    let files = example_files();
    let translated = match compile("de", &files) {
        Ok(compiled) => compiled.explainer,
        Err(refusal) => panic!("{refusal}"),
    };

    assert_eq!(translated.language, "de");
    assert_eq!(translated.sections[0].heading, "Auf einen Blick");
    assert_eq!(translated.terms[0].term, "B-Zelle");
    assert_eq!(
        translated.sources,
        example().explainer.sources,
        "both share one bibliography"
    );
}

#[test]
fn only_the_english_is_graded() {
    let files = example_files();
    let names = |language| -> Vec<String> {
        let compiled = compile(language, &files).expect("the example is sound");
        compiled
            .reading_grades
            .into_iter()
            .map(|grade| grade.name)
            .collect()
    };

    assert_eq!(names(ENGLISH), ["at-a-glance", "what", "whole text"]);
    assert_eq!(names("de"), [""; 0]);
}

#[test]
fn a_language_can_be_written_from_right_to_left() {
    let mut files = example_files();
    let explainer = files
        .get_mut("en/explainer.md")
        .expect("the example has its metadata");
    *explainer = explainer.replacen("+++\n", "+++\nright-to-left = true\n", 1);

    let explainer = compiled(&files).explainer;
    assert_eq!(explainer.direction, Direction::RightToLeft);
    assert_eq!(example().explainer.direction, Direction::LeftToRight);
}

#[test]
fn sources_are_numbered_in_the_order_of_the_text() {
    let explainer = example().explainer;
    let number = |id| explainer.source_number(&SourceId::new(id).expect("an id"));
    assert_eq!((number("alpha-2022"), number("beta-facts")), (1, 2));
    assert_eq!(
        explainer.sources[0].address,
        "https://doi.org/10.1000/alpha"
    );
    assert_eq!(explainer.sources[1].address, "https://example.org/facts");
    let cited_in: Vec<&str> = explainer.sources[0]
        .cited_in
        .iter()
        .map(|it| &**it)
        .collect();
    assert_eq!(
        cited_in,
        ["at-a-glance", "what"],
        "each section once, for its figures too"
    );
}

#[test]
fn terms_stand_from_a_to_z_whatever_their_case() {
    let mut files = example_files();
    let glossary = files.get_mut("en/glossary.toml").expect("a glossary");
    for (id, term) in [("x", "antibody"), ("y", "CAR"), ("z", "ANA test")] {
        let entry = format!("[{id}]\nterm = \"{term}\"\nmeaning = \"Words.\"\n");
        glossary.push_str(&entry);
    }
    let explainer = compiled(&files).explainer;
    let terms: Vec<&str> = explainer.terms.iter().map(|it| &*it.term).collect();
    assert_eq!(terms, ["ANA test", "antibody", "B cell", "CAR"]);
}

#[test]
fn a_title_that_asks_a_question_gets_no_full_stop() {
    let mut files = example_files();
    let sources = files.get_mut("sources.bib").expect("sources");
    *sources = sources.replace("A study of a few people", "Does it work?");
    let reference = plain_text(&compiled(&files).explainer.sources[0].reference);
    assert_eq!(
        reference,
        "Alpha A, Beta B. Does it work? Journal of Examples. 2022;28:10-12."
    );
}
