//! Where what is found stands.

use super::*;

#[test]
fn a_heading_leads_to_its_button_and_all_else_to_its_words() {
    let index = index(&example().explainer);
    let target = |query: &str| {
        let found = index.find(query, MOST, &fold);
        let (section, words) = index.target(found.first[0].number).expect("a sentence");
        (section.map(|it| it.to_string()), words.to_owned())
    };
    let what = Some("what".to_owned());
    assert_eq!(target("what is car"), (what.clone(), String::new()));
    assert_eq!(target("how it works"), (what.clone(), String::new()));
    assert_eq!(target("its parts"), (what, "Its parts".to_owned()));
    assert_eq!(target("call a doctor"), (None, "Call a doctor.".to_owned()));
    assert!(index.target(usize::MAX).is_none());
}

#[test]
fn a_section_that_is_not_shown_is_not_found() {
    let explainer = example().explainer;
    let index = Index::new(&explainer, &explainer.sections[..1], &fold);
    assert_eq!(index.find("blood", MOST, &fold).count, 0);
    assert_eq!(index.find("drink", MOST, &fold).count, 1);
}

/// What `show` in `tools.js` goes by.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn every_sentence_that_readers_can_find_stands_in_the_page() {
    let explainer = real();
    let index = index(&explainer);
    let page = real_page();
    let without_citations = |element: &Element| letters(&element.text_without("citation"));
    let body = |id: &str| page.find_all(|it| it.attribute("id") == Some(&format!("{id}-body")));
    let mut sentences = 0;
    for (section, words) in (0..).map_while(|it| index.target(it)) {
        let text = match &section {
            Some(id) => without_citations(body(id)[0]),
            None => without_citations(&page),
        };
        assert!(text.contains(&letters(words)), "{section:?}: {words}");
        sentences += 1;
    }
    assert!(sentences > 400, "{sentences}");
}

#[test]
fn every_piece_of_a_result_is_from_the_sentence() {
    let explainer = real();
    let index = index(&explainer);
    for query in ["lupus", "car-t", "b cell", "the", "müller", "38"] {
        let found = index.find(query, MOST, &fold);
        assert!(found.count > 0, "{query}");
        for hit in found.first {
            let sentence: String = hit.pieces.iter().map(|(words, _)| *words).collect();
            let (_, words) = index.target(hit.number).expect("a sentence");
            assert!(words.is_empty() || words == sentence, "{sentence}");
            assert!(
                hit.pieces.iter().any(|(_, is_match)| *is_match),
                "{sentence}"
            );
        }
    }
}

#[test]
fn sentences_end_where_a_reader_sees_an_end() {
    let text = "Call the U.S. Food agency, e.g. by phone. “Is it lupus?” It is! 45 of 64 (70 in 100.) \
                One dose was 2.5 mg";
    let index = index_of(&[text]);
    let sentences: Vec<&str> = (0..)
        .map_while(|it| index.target(it))
        .map(|(_, words)| words)
        .collect();
    assert_eq!(
        sentences,
        [
            "Call the U.S. Food agency, e.g. by phone.",
            "“Is it lupus?”",
            "It is!",
            "45 of 64 (70 in 100.)",
            "One dose was 2.5 mg",
        ]
    );
}
