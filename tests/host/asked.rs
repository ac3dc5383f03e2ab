//! What people ask, and whether the search leads them to an answer: a test of the words, not of the program.
//!
//! Where it fails, `search.toml` lacks a word of readers, the text lacks an answer, or `questions-asked.toml` names a
//! place where the answer stood before.

mod page;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::fixtures::{files, project};

use page::Page;

/// `questions-asked.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    lists: BTreeMap<String, String>,
    questions: Questions,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    unseen: Vec<Question>,
    seen: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    asked: String,
    answers: Vec<String>,
    from: Option<String>,
}

/// How many of the first results a reader looks at.
const FIRST: usize = 3;

impl Asked {
    fn read() -> Self {
        let files = files(&project().join("static/content"));
        let text = &files["en/questions-asked.toml"];
        toml::from_str(text).unwrap_or_else(|error| panic!("questions-asked.toml: {error}"))
    }

    fn all(&self) -> impl Iterator<Item = &Question> {
        let Questions { unseen, seen } = &self.questions;
        seen.iter().chain(unseen)
    }
}

impl Question {
    /// What a reader finds instead of an answer, if there is none among the first results.
    fn miss(&self, page: &Page) -> Option<String> {
        let results = page.results(&self.asked);
        let mut first = results.iter().take(FIRST);
        if first
            .clone()
            .any(|(place, _)| self.answers.iter().any(|it| it == place))
        {
            return None;
        }
        let lines = first
            .by_ref()
            .map(|(place, words)| format!("\n    {place}: {words}"));
        Some(
            [format!("\n  {}", self.asked)]
                .into_iter()
                .chain(lines)
                .collect(),
        )
    }
}

/// Fails where fewer than so many in a hundred lead to an answer.
#[track_caller]
fn assert_answered<'asked>(questions: impl Iterator<Item = &'asked Question>, in_hundred: usize) {
    let page = Page::real();
    let questions: Vec<&Question> = questions.collect();
    let misses: Vec<String> = questions.iter().filter_map(|it| it.miss(&page)).collect();
    let (count, all) = (questions.len() - misses.len(), questions.len());
    let report = format!(
        "{count} of {all} lead to an answer, not:{}",
        misses.concat()
    );
    println!("{report}");
    assert!(count * 100 >= all * in_hundred, "{report}");
}

#[test]
fn ninety_five_in_a_hundred_questions_lead_to_an_answer_among_the_first_three() {
    let asked = Asked::read();
    assert!(asked.all().count() >= 100);
    assert_answered(asked.all(), 95);
}

#[test]
fn questions_that_no_search_word_was_made_for_are_answered_too() {
    let asked = Asked::read();
    assert!(asked.questions.unseen.len() >= 40);
    assert_answered(asked.questions.unseen.iter(), 90);
}

#[test]
fn each_answer_stands_in_a_place_of_the_page_and_each_list_is_named() {
    let asked = Asked::read();
    let page = Page::real();
    for Question {
        asked: words,
        answers,
        from,
    } in asked.all()
    {
        assert!(!answers.is_empty(), "{words}: no answer");
        for answer in answers {
            assert!(page.has(answer), "{words}: there is no `{answer}`");
        }
        if let Some(from) = from {
            assert!(
                asked.lists.contains_key(from),
                "{words}: there is no list `{from}`"
            );
        }
    }
}
