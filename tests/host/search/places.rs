//! What is found, and where it stands.

use super::*;

#[test]
fn each_sentence_knows_the_passage_that_it_is_from() {
    let index = index_of(&["One is here. Another is here.", "The third is here."]);
    let found = index.find("is here", MOST, &fold);
    let passages: Vec<usize> = found.first.iter().map(|hit| hit.passage).collect();
    assert_eq!(passages, [0, 0, 1]);
}

#[test]
fn every_piece_of_a_result_is_from_the_sentence() {
    let text = "Lupus and CAR-T. A B cell, the Müller study: 38 people.";
    let index = index_of(&[text]);
    for query in ["lupus", "car-t", "b cell", "the", "müller", "38"] {
        let found = index.find(query, MOST, &fold);
        assert_eq!(found.count, 1, "{query}");
        let pieces = &found.first[0].pieces;
        let sentence: String = pieces.iter().map(|(words, _)| *words).collect();
        assert!(text.contains(&sentence), "{sentence}");
        assert!(pieces.iter().any(|(_, is_match)| *is_match), "{sentence}");
    }
}

#[test]
fn sentences_end_where_a_reader_sees_an_end() {
    let text = "Call the U.S. Food agency, e.g. by phone. “Is it lupus?” It is! 45 of 64 (70 in 100.) \
                One dose was 2.5 mg";
    let index = index_of(&[text]);
    for (query, sentence) in [
        ("food", "Call the U.S. Food agency, e.g. by phone."),
        ("is it", "“Is it lupus?”"),
        ("64", "45 of 64 (70 in 100.)"),
        ("dose", "One dose was 2.5 mg"),
    ] {
        let found = index.find(query, MOST, &fold);
        let first: String = found.first[0]
            .pieces
            .iter()
            .map(|(words, _)| *words)
            .collect();
        assert_eq!(first, sentence);
    }
    assert_eq!(
        index.find("it is", MOST, &fold).count,
        2,
        "“It is!” is one of its own"
    );
}
