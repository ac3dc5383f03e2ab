//! The reader's own list, and the text that it is kept and taken along as.

use lupus_car_t::{
    content::QuestionId,
    notes::{LONGEST_ANSWER, LONGEST_QUESTION, Notes, NotesAction, Question, as_text},
};

/// The questions of the text, in its order.
fn of_text() -> Vec<QuestionId> {
    ["costs", "risks", "why"].map(id).to_vec()
}

fn id(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn tick(name: &str, ticked: bool) -> NotesAction {
    let id = id(name);
    NotesAction::Tick { id, ticked }
}

fn add(words: &str) -> NotesAction {
    NotesAction::Add(words.to_owned())
}

fn answer(question: Question, answer: &str) -> NotesAction {
    let answer = answer.to_owned();
    NotesAction::Answer { question, answer }
}

fn of_id(name: &str) -> Question {
    Question::OfText(id(name))
}

fn own(words: &str) -> Question {
    Question::Own(words.to_owned())
}

fn after(actions: &[NotesAction]) -> Notes {
    let start = Notes::default();
    actions
        .iter()
        .fold(start, |notes, action| notes.after(action))
}

/// What is on the list, each with its answer.
fn listed(notes: &Notes) -> Vec<(String, String)> {
    let question = |question: &Question| match question {
        Question::OfText(id) => id.to_string(),
        Question::Own(words) => words.clone(),
    };
    let listed = notes.listed(&of_text()).into_iter();
    listed
        .map(|note| (question(&note.question), note.answer.clone()))
        .collect()
}

#[track_caller]
fn assert_listed(notes: &Notes, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned()))
        .collect();
    assert_eq!(listed(notes), expected);
}

#[test]
fn questions_of_the_text_come_in_its_order_and_own_ones_after_them() {
    let notes = after(&[
        add("Mine"),
        tick("why", true),
        add("Another"),
        tick("costs", true),
    ]);
    let expected = [("costs", ""), ("why", ""), ("Mine", ""), ("Another", "")];
    assert_listed(&notes, &expected);
    assert!(notes.is_ticked(&id("why")) && !notes.is_ticked(&id("risks")));
}

#[test]
fn an_answer_comes_back_when_its_question_is_ticked_again() {
    let written = after(&[tick("why", true), answer(of_id("why"), "Because")]);
    let unticked = written.after(&tick("why", false));
    assert_listed(&unticked, &[]);
    assert!(!unticked.is_ticked(&id("why")));
    assert_listed(&unticked.after(&tick("why", true)), &[("why", "Because")]);
}

#[test]
fn nothing_stays_of_a_question_without_an_answer_that_is_unticked() {
    let notes = after(&[tick("why", true), tick("why", false), tick("risks", false)]);
    assert_eq!(notes, Notes::default());
}

#[test]
fn an_own_question_is_added_once_without_the_space_around_it() {
    let notes = after(&[add("  Mine "), add("Mine"), add(" "), add("")]);
    assert_listed(&notes, &[("Mine", "")]);
}

#[test]
fn an_own_question_is_removed_with_its_answer() {
    let notes = after(&[
        add("Mine"),
        add("Another"),
        answer(own("Mine"), "Yes"),
        NotesAction::Remove("Mine".to_owned()),
    ]);
    assert_listed(&notes, &[("Another", "")]);
    assert_listed(&notes.after(&add("Mine")), &[("Another", ""), ("Mine", "")]);
}

#[test]
fn an_answer_to_what_is_not_noted_changes_nothing() {
    let notes = after(&[add("Mine")]);
    assert_eq!(notes.after(&answer(of_id("why"), "Because")), notes);
    assert_eq!(notes.after(&answer(own("why"), "Because")), notes);
}

#[test]
fn what_is_longer_than_it_may_be_is_cut() {
    let long = "é".repeat(LONGEST_ANSWER + 1);
    let question = "é".repeat(LONGEST_QUESTION);
    let notes = after(&[add(&long), answer(own(&question), &long)]);
    assert_listed(&notes, &[(&question, &"é".repeat(LONGEST_ANSWER))]);
}

#[test]
fn a_question_that_the_text_has_no_more_is_not_listed_and_is_kept() {
    let notes = after(&[tick("gone", true), answer(of_id("gone"), "It was so")]);
    assert_listed(&notes, &[]);
    let again = Notes::from_text(&notes.to_text()).expect("it can be read");
    let with_it = again.listed(&[id("gone")]);
    assert_eq!(with_it.len(), 1);
    assert_eq!(with_it[0].answer, "It was so");
}

#[test]
fn what_the_reader_has_noted_since_counts_more_than_what_was_kept() {
    let kept = after(&[
        tick("why", true),
        answer(of_id("why"), "Before"),
        tick("costs", true),
        add("Mine"),
    ]);
    let now = after(&[tick("why", true), answer(of_id("why"), "Since")]);
    let all = now.after(&NotesAction::Recall(kept));
    assert_listed(&all, &[("costs", ""), ("why", "Since"), ("Mine", "")]);
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    let notes = after(&[
        tick("why", true),
        answer(of_id("why"), "One line,\nanother,\tand a \\n"),
        tick("costs", true),
        answer(of_id("costs"), "Kept"),
        tick("costs", false),
        add("Mine \\ or\tyours?"),
        add("own"),
        tick("gone", true),
    ]);
    assert_eq!(Notes::from_text(&notes.to_text()), Some(notes));
    let none = Notes::default();
    assert_eq!(Notes::from_text(&none.to_text()), Some(none));
}

#[test]
fn what_is_broken_or_of_another_version_is_not_read() {
    let long = "x".repeat(LONGEST_ANSWER + 1);
    for text in [
        "",
        "notes",
        "notes 2",
        "notes 1\n",
        "notes 1 ",
        "[{\"question\":1,\"answer\":\"x\"}]",
        "notes 1\nticked\twhy",
        "notes 1\nticked\twhy\tyes\tmore",
        "notes 1\nticked\tNo id\t",
        "notes 1\nasked\twhy\t",
        "notes 1\nown\t\tyes",
        "notes 1\nown\tMine\t\\x",
        "notes 1\nown\tMine\t\\",
        "notes 1\nticked\twhy\t\nunticked\twhy\tyes",
        &format!("notes 1\nown\tMine\t{long}"),
        &format!("notes 1\nown\t{}\t", &long[..=LONGEST_QUESTION]),
    ] {
        assert_eq!(Notes::from_text(text), None, "{text:?}");
    }
}

#[test]
fn the_list_to_take_along_has_lines_where_an_answer_is_missing() {
    let entries = [
        ("Why?".to_owned(), " Because\nit is so "),
        ("What else?".to_owned(), " "),
    ];
    let line = "_".repeat(40);
    let expected = format!(
        "My list\nof today\n\n1. Why?\n   Because\n   it is so\n\n2. What else?\n   {line}\n   {line}\n\nFrom here.\n"
    );
    assert_eq!(
        as_text("My list\nof today", &entries, "From here."),
        expected
    );
}
