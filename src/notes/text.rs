//! Notes as a text: to be kept for the session, and to be taken along.

use super::{LONGEST_ANSWER, LONGEST_QUESTION, Note, Notes, Question, cut};
use crate::content::QuestionId;

/// Begins what is kept. What another version has kept begins otherwise.
const HEADER: &str = "notes 1";

/// What may not stand in a field as it is, and how it is written.
const ESCAPES: [(&str, &str); 3] = [("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t")];

// A question of the text that is ticked; one that is not, with an answer; and one of the reader's own.
const TICKED: &str = "ticked";
const UNTICKED: &str = "unticked";
const OWN: &str = "own";

impl Notes {
    /// The notes to be kept: a header, then a line each, with the kind, the question and the answer.
    pub fn to_text(&self) -> String {
        let line = |note: &Note| {
            let (kind, question) = match &note.question {
                Question::OfText(id) if note.is_listed => (TICKED, &**id),
                Question::OfText(id) => (UNTICKED, &**id),
                Question::Own(words) => (OWN, &**words),
            };
            [
                "\n",
                kind,
                "\t",
                &escaped(question),
                "\t",
                &escaped(&note.answer),
            ]
            .concat()
        };
        let lines: String = self.all.iter().map(line).collect();
        [HEADER, &lines].concat()
    }

    /// The notes that were kept as `text`; none if it is broken, or of another version.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        if lines.next() != Some(HEADER) {
            return None;
        }
        let mut all: Vec<Note> = Vec::new();
        for line in lines {
            let note = note(line)?;
            if all.iter().any(|it| it.question == note.question) {
                return None;
            }
            all.push(note);
        }
        Some(Self { all })
    }
}

/// The note that a line has kept.
fn note(line: &str) -> Option<Note> {
    let mut fields = line.split('\t');
    let kind = fields.next()?;
    let words = unescaped(fields.next()?, LONGEST_QUESTION)?;
    let answer = unescaped(fields.next()?, LONGEST_ANSWER)?;
    let question = match kind {
        TICKED | UNTICKED => Question::OfText(QuestionId::new(&words).ok()?),
        OWN if !words.is_empty() => Question::Own(words),
        _ => return None,
    };
    let is_whole = fields.next().is_none();
    is_whole.then_some(Note {
        question,
        answer,
        is_listed: kind != UNTICKED,
    })
}

fn escaped(words: &str) -> String {
    let escape = |text: String, (plain, written): &(&str, &str)| text.replace(plain, written);
    ESCAPES.iter().fold(words.to_owned(), escape)
}

/// What was written as `field`; nothing if it is longer than it may be, or was not written so.
fn unescaped(field: &str, most: usize) -> Option<String> {
    let mut words = String::new();
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        words.push(match letter {
            '\\' => match letters.next()? {
                '\\' => '\\',
                'n' => '\n',
                't' => '\t',
                _ => return None,
            },
            other => other,
        });
    }
    (cut(&words, most) == words).then_some(words)
}

/// A list to take along: `entries` are questions in words, each with its answer. Where that is empty, there are lines
/// to write on.
pub fn as_text(title: &str, entries: &[(String, &str)], origin: &str) -> String {
    let line = "_".repeat(40);
    let blank = [&*line, "\n", &line].concat();
    let mut text = title.to_owned();
    for (index, (words, answer)) in entries.iter().enumerate() {
        let answer = match answer.trim() {
            "" => &*blank,
            answer => answer,
        };
        let number = (index + 1).to_string();
        for part in ["\n\n", &number, ". ", words] {
            text.push_str(part);
        }
        for line in answer.split('\n') {
            text.push_str("\n   ");
            text.push_str(line);
        }
    }
    for part in ["\n\n", origin, "\n"] {
        text.push_str(part);
    }
    text
}
