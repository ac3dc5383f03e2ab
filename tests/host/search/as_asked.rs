//! Words of readers that are not those of the text.

use super::*;

/// An index of these paragraphs that knows a language.
fn learned(paragraphs: &[&str], lexicon: &str) -> Index {
    let mut index = index_of(paragraphs);
    index.learn(Rc::new(Lexicon::read(lexicon)));
    index
}

#[track_caller]
fn assert_first(index: &Index, query: &str, expected: &str) {
    let found = marked(&index.find(query, MOST, &fold));
    assert_eq!(found.first().map(String::as_str), Some(expected), "{query}");
}

#[track_caller]
fn assert_nothing(index: &Index, query: &str) {
    let found = marked(&index.find(query, MOST, &fold));
    assert_eq!(found, [""; 0], "{query}");
}

#[test]
fn what_comes_closest_is_offered_where_no_sentence_has_all_words() {
    let others: Vec<String> = (0..40).map(|number| format!("Another {number}.")).collect();
    let mut paragraphs: Vec<&str> = others.iter().map(String::as_str).collect();
    paragraphs.push("Fever can be an infection.");
    let index = index_of(&paragraphs);
    let found = index.find("fever infection driving", MOST, &fold);
    assert_eq!(marked(&found), ["[Fever] can be an [infection]."]);
    assert!(!found.has_all);
    // Where only a small part of it is there, that would lead astray.
    assert_nothing(&index, "fever driving swimming flying");
}

#[test]
fn rare_words_count_more_than_those_that_are_everywhere() {
    let index = index_of(&[
        "Lupus is here.",
        "Lupus is there.",
        "Lupus and lupus.",
        "A rash is red.",
        "Lupus ends.",
    ]);
    assert_first(&index, "lupus rash", "A [rash] is red.");
}

#[test]
fn stop_words_are_left_out_unless_there_is_nothing_else() {
    let index = learned(&["What is it?", "A rash is red."], "what is a it do");
    let found = index.find("what is a rash", MOST, &fold);
    assert_eq!(marked(&found), ["A [rash] is red."]);
    assert!(found.has_all);
    assert_first(&index, "what is it", "[What] [is] [it]?");
    // A slip does not make another word of one.
    assert_first(&index, "do rash", "A [rash] is red.");
}

#[test]
fn words_with_other_endings_are_the_same() {
    let steps = "\n1:3:ies:y\n1:3:s:\n2:4:ing:\n3:3:pp:p";
    let index = learned(
        &["A baby stops here.", "They stopped.", "The gas is here."],
        steps,
    );
    assert_first(&index, "babies", "A [baby] stops here.");
    assert_first(&index, "stopping", "A baby [stops] here.");
    // Too little of it would be left.
    assert_first(&index, "gas", "The [gas] is here.");
    // Without endings it is found only as it stands, or with a slip.
    let without = index_of(&["A baby stops here."]);
    assert_nothing(&without, "babies");
}

#[test]
fn a_slip_is_forgiven_and_two_in_long_words() {
    let index = index_of(&[
        "The kidneys.",
        "A medicine: hydroxychloroquine.",
        "A rash.",
        "One of them died.",
    ]);
    for query in ["kidnes", "kidnneys", "kidmeys", "kindeys"] {
        assert_first(&index, query, "The [kidneys].");
    }
    for query in ["hydroxicloroquine", "hydroxychlorquin"] {
        assert_first(&index, query, "A medicine: [hydroxychloroquine].");
    }
    // Two in a short word, one in very short ones, and another first letter.
    for query in ["kidnxxs", "rsh", "diet", "midneys"] {
        assert_nothing(&index, query);
    }
}

#[test]
fn slips_are_letters_in_other_alphabets_too() {
    let index = index_of(&["Волчанка здесь.", "Ο λύκος."]);
    assert_first(&index, "волчонка", "[Волчанка] здесь.");
    assert_first(&index, "вочланка", "[Волчанка] здесь.");
    assert_first(&index, "λυκως", "Ο [λύκος].");
}

#[test]
fn what_readers_say_leads_to_what_it_means() {
    let lexicon =
        "a am i do to\nhydroxychloroquine:plaquenil,hcq\nlooking ahead:going to die,die\ndied:die";
    let index = learned(
        &[
            "Hydroxychloroquine helps.",
            "Looking ahead",
            "He died looking.",
            "Ahead of it.",
        ],
        lexicon,
    );
    assert_first(&index, "Plaquenil", "[Hydroxychloroquine] helps.");
    assert_first(&index, "HCQ", "[Hydroxychloroquine] helps.");
    // Before it is typed to its end, and with a slip.
    assert_first(&index, "plaq", "[Hydroxychloroquine] helps.");
    assert_first(&index, "plaqenil", "[Hydroxychloroquine] helps.");
    // The beginning of a word of readers hides no word of the text.
    let both = learned(&["Plaques are here."], "a\nhere:plaquenil");
    assert_first(&both, "plaq", "[Plaq]ues are [here].");
    // Several words together, which mean several side by side.
    let found = index.find("am I going to die", MOST, &fold);
    assert_eq!(marked(&found), ["[Looking ahead]"]);
    // A word that means two things.
    let found = index.find("die", MOST, &fold);
    assert_eq!(marked(&found), ["[Looking ahead]", "He [died] looking."]);
    // Nothing is known before the lexicon has come.
    assert_nothing(&index_of(&["Hydroxychloroquine helps."]), "plaquenil");
}

#[test]
fn a_heading_counts_for_what_stands_below_it() {
    let passages = [
        passage(0, Kind::Title, "Treatment"),
        passage(0, Kind::Heading, "Cost"),
        passage(0, Kind::Text, "Ask your doctor."),
        passage(1, Kind::Title, "Risks"),
        passage(1, Kind::Text, "Here, too. Ask your doctor first."),
    ];
    let headings = ["Treatment", "Risks"].map(str::to_owned);
    let index = Index::new(headings.to_vec(), &passages, &fold);
    for (query, first) in [
        ("cost doctor", "Ask your [doctor]."),
        ("risks doctor", "Ask your [doctor] first."),
    ] {
        let found = marked(&index.find(query, MOST, &fold));
        let sentence = found.iter().find(|it| it.contains("doctor"));
        assert_eq!(sentence.map(String::as_str), Some(first), "{query}");
    }
}

#[test]
fn first_sentences_come_before_mentions_and_sources_last() {
    let passages = [
        passage(0, Kind::Source, "A fever study."),
        passage(1, Kind::Title, "Signs"),
        passage(1, Kind::Text, "Call. It may be a fever."),
        passage(2, Kind::Title, "Help"),
        passage(2, Kind::Summary, "When a fever is high"),
        passage(2, Kind::Text, "A fever is warm."),
    ];
    let headings = ["Sources", "Signs", "Help"].map(str::to_owned);
    let index = Index::new(headings.to_vec(), &passages, &fold);
    assert_eq!(
        marked(&index.find("fever", MOST, &fold)),
        [
            "When a [fever] is high",
            "A [fever] is warm.",
            "It may be a [fever].",
            "A [fever] study.",
        ]
    );
}

#[test]
fn the_first_few_lead_to_several_places() {
    let passages = [
        passage(0, Kind::Text, "One fever. Two fever. Three fever."),
        passage(1, Kind::Text, "Call. Four fever."),
    ];
    let headings = ["One", "Two"].map(str::to_owned);
    let index = Index::new(headings.to_vec(), &passages, &fold);
    let found = index.find("fever", MOST, &fold);
    let places: Vec<&str> = found.first.iter().map(|hit| hit.heading).collect();
    assert_eq!(places, ["One", "Two", "One", "One"]);
}
