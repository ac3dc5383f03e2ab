//! What a reader finds, in several languages.

mod as_asked;
mod places;

use std::rc::Rc;

use lupus_car_t::search::{Found, Index, Kind, LONGEST, Lexicon, MOST, Passage, is_too_long};
use unicode_normalization::UnicodeNormalization;

/// What a browser does for the running explainer.
fn fold(letter: char) -> String {
    letter.nfkd().flat_map(char::to_lowercase).collect()
}

fn passage(place: usize, kind: Kind, text: &str) -> Passage {
    Passage {
        place,
        kind,
        text: text.to_owned(),
    }
}

/// An index of just these paragraphs, below one heading.
fn index_of(paragraphs: &[&str]) -> Index {
    let passages: Vec<Passage> = paragraphs
        .iter()
        .map(|it| passage(0, Kind::Text, it))
        .collect();
    Index::new(vec!["One".to_owned()], &passages, &fold)
}

/// The sentences found, each match in brackets.
fn marked(found: &Found) -> Vec<String> {
    let piece = |(words, is_match): &(&str, bool)| match is_match {
        true => format!("[{words}]"),
        false => (*words).to_owned(),
    };
    let sentence = |pieces: &Vec<(&str, bool)>| pieces.iter().map(piece).collect();
    found
        .first
        .iter()
        .map(|hit| sentence(&hit.pieces))
        .collect()
}

#[track_caller]
fn assert_found(text: &str, query: &str, expected: &str) {
    let index = index_of(&[text]);
    assert_eq!(
        marked(&index.find(query, MOST, &fold)),
        [expected],
        "{query}"
    );
}

#[track_caller]
fn assert_not_found(text: &str, query: &str) {
    let index = index_of(&[text]);
    assert_eq!(index.find(query, MOST, &fold).count, 0, "{query}");
}

#[test]
fn case_and_diacritics_do_not_matter_in_the_text_or_in_the_query() {
    assert_found("Sjögren’s is near.", "sjogren", "[Sjögren]’s is near.");
    assert_found("Sjogren is near.", "SJÖGREN", "[Sjogren] is near.");
    // The same word with the accent as a letter of its own.
    assert_found("Sjo\u{308}gren.", "sjögren", "[Sjo\u{308}gren].");
    assert_found(
        "A pe\u{301}e\u{301} there.",
        "pee",
        "A [pe\u{301}e\u{301}] there.",
    );
    assert_found("LUPUS", "lupus", "[LUPUS]");
}

#[test]
fn a_pasted_page_is_not_looked_for() {
    let index = index_of(&["Lupus is here."]);
    let longest = "lupus ".repeat(LONGEST / 6) + "lupu";
    assert_eq!(longest.chars().count(), LONGEST);
    assert_eq!(index.find(&longest, MOST, &fold).count, 1);
    assert!(!is_too_long(&longest));
    for too_long in [format!("{longest}s"), "lupus ".repeat(200_000)] {
        // Not a letter of it is looked at.
        let found = index.find(&too_long, MOST, &|_| panic!("it is folded"));
        assert_eq!(found.count, 0);
        assert!(is_too_long(&too_long));
    }
}

#[test]
fn letters_without_parts_are_found_as_people_type_them() {
    assert_found(
        "Die Füße sind groß.",
        "fusse gross",
        "Die [Füße] sind [groß].",
    );
    assert_found("Die Füße.", "FÜẞE", "Die [Füße].");
    assert_found("İstanbul’da ışık", "istanbul isik", "[İstanbul]’da [ışık]");
    assert_found("Smørrebrød", "smorrebrod", "[Smørrebrød]");
    assert_found("Zażółć łódź", "zazolc lodz", "[Zażółć] [łódź]");
    assert_found("un ﬁl", "fil", "un [ﬁl]");
}

#[test]
fn a_mark_never_splits_a_letter() {
    assert_found("groß", "gros", "[groß]");
    assert_found("groß", "oss", "gr[oß]");
}

#[test]
fn other_scripts_are_found_too() {
    assert_found("Ο λύκος και ο ΛΎΚΟΣ.", "λυκοσ", "Ο [λύκος] και ο [ΛΎΚΟΣ].");
    assert_found("Волчанка. Ёлка", "ЁЛКА", "[Ёлка]");
    assert_found("الذِّئْبَة مرض", "الذئبة", "[الذِّئْبَة] مرض");
    assert_found("זְאֶבֶת", "זאבת", "[זְאֶבֶת]");
    assert_found("루푸스는 병이다", "루푸스", "[루푸스]는 병이다");
    assert_found("โรคลูปัสคืออะไร", "ลูปัส", "โรค[ลูปัส]คืออะไร");
    assert_found("ＣＡＲ療法", "car", "[ＣＡＲ]療法");
}

#[test]
fn scripts_without_spaces_are_searched_inside() {
    assert_found(
        "系统性红斑狼疮是一种病。治疗有很多。",
        "狼疮",
        "系统性红斑[狼疮]是一种病。",
    );
    assert_found("治疗有很多。", "疗", "治[疗]有很多。");
}

#[test]
fn nothing_is_found_before_there_is_something_to_look_for() {
    for query in ["", " ", "l", "É", "-", "?!", " a "] {
        let index = index_of(&["Lupus is a disease. É"]);
        assert_eq!(index.find(query, MOST, &fold).count, 0, "{query:?}");
    }
    assert_found("Lupus is a disease.", "lu", "[Lu]pus is a disease.");
}

#[test]
fn words_are_found_in_any_order() {
    let text = "The cells grow. The cells find the B cells.";
    assert_found(text, "find cells", "The [cells] [find] the B [cells].");
    assert!(index_of(&[text]).find("find cells", MOST, &fold).has_all);
}

#[test]
fn a_short_word_is_found_only_where_a_word_begins() {
    assert_found("The B cell is best.", "b cell", "The [B] [cell] is [b]est.");
    assert_not_found("A rib cell.", "b cell");
    assert_found("It is in the heart.", "art", "It is in the he[art].");
}

#[test]
fn a_compound_is_found_with_its_sign_and_without() {
    let text = "CAR-T is a T‑cell therapy, Sjögren’s is not.";
    for (query, expected) in [
        (
            "car-t",
            "[CAR]-[T] is a [T]‑cell [t]herapy, Sjögren’s is not.",
        ),
        ("cart", "[CAR-T] is a T‑cell therapy, Sjögren’s is not."),
        ("tcell", "CAR-T is a [T‑cell] therapy, Sjögren’s is not."),
        ("sjogrens", "CAR-T is a T‑cell therapy, [Sjögren’s] is not."),
        (
            "sjögren's",
            "CAR-T is a T‑cell therapy, [Sjögren’s] is not.",
        ),
        (
            "sjögren’s,",
            "CAR-T is a T‑cell therapy, [Sjögren’s] is not.",
        ),
    ] {
        assert_found(text, query, expected);
    }
}

#[test]
fn words_that_begin_with_it_come_before_words_that_have_it() {
    let index = index_of(&["A heart.", "The art of it.", "A part."]);
    let found = index.find("art", MOST, &fold);
    assert_eq!(
        marked(&found),
        ["The [art] of it.", "A he[art].", "A p[art]."]
    );
}

#[test]
fn headings_come_first_then_the_glossary_then_the_text_in_reading_order() {
    let headings = ["At a glance", "The B cell", "Glossary"].map(str::to_owned);
    let passages = [
        passage(0, Kind::Title, "At a glance"),
        passage(0, Kind::Text, "Bold and stressed, a B cell divides."),
        passage(1, Kind::Title, "The B cell"),
        passage(1, Kind::Heading, "Each B cell"),
        passage(1, Kind::Row, "B cell – Makes 2 things. And more"),
        passage(2, Kind::Term(8), "Antibody – A B cell makes it."),
        passage(2, Kind::Term(6), "B cell – A cell in the blood."),
    ];
    let index = Index::new(headings.to_vec(), &passages, &fold);
    let found = index.find("b cell", MOST, &fold);
    assert_eq!(
        marked(&found),
        [
            "The [B] [cell]",
            "Each [B] [cell]",
            "[B] [cell] – A [cell] in the [b]lood.",
            "Antibody – A [B] [cell] makes it.",
            "[B]old and stressed, a [B] [cell] divides.",
            "[B] [cell] – Makes 2 things. And more",
        ]
    );
    let headings: Vec<&str> = found.first.iter().map(|hit| hit.heading).collect();
    assert_eq!(
        headings,
        [
            "",
            "The B cell",
            "Glossary",
            "Glossary",
            "At a glance",
            "The B cell"
        ],
        "a section's own heading needs no heading above it"
    );
    let passages: Vec<usize> = found.first.iter().map(|hit| hit.passage).collect();
    assert_eq!(passages, [2, 3, 6, 5, 1, 4]);
}

#[test]
fn all_are_counted_and_the_first_are_listed() {
    let sentences: Vec<String> = (0..30).map(|it| format!("Lupus {it}")).collect();
    let index = index_of(&sentences.iter().map(String::as_str).collect::<Vec<_>>());
    let found = index.find("lupus", MOST, &fold);
    assert_eq!((found.count, found.first.len()), (30, MOST));
    assert_eq!(marked(&found)[0], "[Lupus] 0");
}

#[test]
fn what_a_section_says_twice_is_listed_once() {
    let index = index_of(&["Not known. It helps.", "Not known."]);
    assert_eq!(index.find("not known", MOST, &fold).count, 1);
}
