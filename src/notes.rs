//! The reader's own list: questions of the text and own ones, each with room for an answer. Pure: no Yew, no browser.

mod text;

pub use text::as_text;

use crate::content::QuestionId;

/// The most letters of a question of the reader's own.
pub const LONGEST_QUESTION: usize = 300;

/// The most letters of an answer.
pub const LONGEST_ANSWER: usize = 2000;

/// What the reader has noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    // Invariant: no two are on the same question, and nothing is longer than it may be.
    all: Vec<Note>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is asked.
    pub question: Question,
    /// What the reader has written; empty at first.
    pub answer: String,
    /// Whether it is on the list. An answer is kept for when its question is ticked again.
    pub is_listed: bool,
}

/// A question on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// One of the text, which the reader ticks.
    OfText(QuestionId),
    /// One of the reader's own, in the reader's words.
    Own(String),
}

/// Something that the reader does to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesAction {
    /// Tick a question of the text, or take the tick away.
    Tick {
        /// The question.
        id: QuestionId,
        /// Whether it is ticked.
        ticked: bool,
    },
    /// Add a question of the reader's own.
    Add(String),
    /// Take a question of the reader's own off the list, with its answer.
    Remove(String),
    /// Write an answer.
    Answer {
        /// The question.
        question: Question,
        /// All of the answer.
        answer: String,
    },
    /// Take over what was kept. What the reader has noted since counts more.
    Recall(Notes),
}

impl Notes {
    /// The notes after `action`.
    #[must_use]
    pub fn after(&self, action: &NotesAction) -> Self {
        let mut notes = self.clone();
        match action {
            NotesAction::Tick { id, ticked } => notes.tick(id, *ticked),
            NotesAction::Add(words) => {
                let question = Question::Own(cut(words.trim(), LONGEST_QUESTION).trim().to_owned());
                if question != Question::Own(String::new()) && notes.note_mut(&question).is_none() {
                    notes.all.push(Note::listed(question));
                }
            }
            NotesAction::Remove(words) => notes
                .all
                .retain(|note| !matches!(&note.question, Question::Own(own) if own == words)),
            NotesAction::Answer { question, answer } => {
                if let Some(note) = notes.note_mut(question) {
                    cut(answer, LONGEST_ANSWER).clone_into(&mut note.answer);
                }
            }
            NotesAction::Recall(kept) => {
                for note in &kept.all {
                    if notes.note_mut(&note.question).is_none() {
                        notes.all.push(note.clone());
                    }
                }
            }
        }
        notes
    }

    /// What is on the list: questions of the text in its order, as `of_text` has it, then the reader's own. A question
    /// that the text has no more is left out.
    pub fn listed(&self, of_text: &[QuestionId]) -> Vec<&Note> {
        let is_own = |note: &&Note| matches!(note.question, Question::Own(_));
        let ticked = of_text.iter().filter_map(|id| self.ticked_note(id));
        ticked.chain(self.all.iter().filter(is_own)).collect()
    }

    /// Whether a question of the text is ticked.
    pub fn is_ticked(&self, id: &QuestionId) -> bool {
        self.ticked_note(id).is_some()
    }

    fn ticked_note(&self, id: &QuestionId) -> Option<&Note> {
        let is_it = |note: &&Note| note.is_listed && note.question == *id;
        self.all.iter().find(is_it)
    }

    fn note_mut(&mut self, question: &Question) -> Option<&mut Note> {
        self.all.iter_mut().find(|note| note.question == *question)
    }

    fn tick(&mut self, id: &QuestionId, ticked: bool) {
        let question = Question::OfText(id.clone());
        match self.note_mut(&question) {
            Some(note) => note.is_listed = ticked,
            None if ticked => self.all.push(Note::listed(question)),
            None => {}
        }
        // Nothing is lost with one that says nothing.
        self.all
            .retain(|note| note.is_listed || !note.answer.is_empty());
    }
}

impl Note {
    fn listed(question: Question) -> Self {
        Self {
            question,
            answer: String::new(),
            is_listed: true,
        }
    }
}

impl PartialEq<QuestionId> for Question {
    fn eq(&self, other: &QuestionId) -> bool {
        matches!(self, Self::OfText(id) if id == other)
    }
}

/// The first `most` letters of `words`.
fn cut(words: &str, most: usize) -> &str {
    let end = words.char_indices().nth(most).map(|(index, _)| index);
    end.map_or(words, |end| &words[..end])
}
