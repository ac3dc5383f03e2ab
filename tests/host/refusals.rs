//! Every way in which the compiler refuses content, with its exact message.
//!
//! Each folder of `fixtures/refused` is laid over `fixtures/content`: a file of the same name takes
//! the place of the sound one, and one that ends in `.removed` takes it away. `expected.txt` holds
//! the message. The folder's name starts with the kind of the refusal.

use std::{collections::BTreeSet, fs};

use lupus_car_t::compiler::{ENGLISH, Files, Reason, Refusal, compile};

use crate::fixtures::{example_files, files, fixtures};

/// Names each variant of [`Reason`]; one that is missing here does not compile.
macro_rules! kinds {
    ($($pattern:pat => $kind:literal,)*) => {
        const KINDS: &[&str] = &[$($kind),*];

        fn kind(reason: &Reason) -> &'static str {
            match reason {
                $($pattern => $kind,)*
            }
        }
    };
}

kinds! {
    Reason::MissingFile => "missing-file",
    Reason::MissingFrontMatter => "missing-front-matter",
    Reason::Toml(_) => "toml",
    Reason::Bibliography(_) => "bibliography",
    Reason::InvalidId(_) => "invalid-id",
    Reason::DuplicateId(_) => "duplicate-id",
    Reason::QuestionWithoutId => "question-without-id",
    Reason::DuplicateQuestion(_) => "duplicate-question",
    Reason::EmptySection(_) => "empty-section",
    Reason::UnknownTerm(_) => "unknown-term",
    Reason::UnknownSource(_) => "unknown-source",
    Reason::UnknownSection(_) => "unknown-section",
    Reason::TakenPath(_) => "taken-path",
    Reason::EmptyPath(_) => "empty-path",
    Reason::RepeatedStep(_) => "repeated-step",
    Reason::OnNoPath(_) => "on-no-path",
    Reason::DuplicateGroup(_) => "duplicate-group",
    Reason::EmptyGroup(_) => "empty-group",
    Reason::InNoGroup(_) => "in-no-group",
    Reason::GroupedOutOfOrder(_) => "grouped-out-of-order",
    Reason::EmptyReview(_) => "empty-review",
    Reason::Fingerprint(_) => "fingerprint",
    Reason::ChangedSinceReview(..) => "changed-since-review",
    Reason::UnknownFigure(_) => "unknown-figure",
    Reason::UnknownSign(_) => "unknown-sign",
    Reason::DuplicateSign(_) => "duplicate-sign",
    Reason::SignWithoutSource(_) => "sign-without-source",
    Reason::UnusedSign(_) => "unused-sign",
    Reason::SignOutOfItsTier(..) => "sign-out-of-its-tier",
    Reason::UncitedSign(..) => "uncited-sign",
    Reason::UrgencyByHand(_) => "urgency-by-hand",
    Reason::UnknownRegion(..) => "unknown-region",
    Reason::OpenRegional => "open-regional",
    Reason::UnknownRegional(_) => "unknown-regional",
    Reason::FigureWithoutData => "figure-without-data",
    Reason::ShareOverTotal(..) => "share-over-total",
    Reason::Drawing(_) => "drawing",
    Reason::UnusedLabel(_) => "unused-label",
    Reason::UncitedSource(_) => "uncited-source",
    Reason::SourceWithoutAddress(_) => "source-without-address",
    Reason::NumberWithoutSource(_) => "number-without-source",
    Reason::NumberInALabel(_) => "number-in-a-label",
    Reason::TooDeep(_) => "too-deep",
    Reason::RawHtml(_) => "raw-html",
    Reason::SkippedLevel { .. } => "skipped-level",
    Reason::Unsupported(_) => "unsupported",
    Reason::LongParagraph(_) => "long-paragraph",
    Reason::LongList(_) => "long-list",
    Reason::OneInN(_) => "one-in-n",
    Reason::SearchWordNotInText(_) => "search-word-not-in-text",
    Reason::SearchWordTwice(_) => "search-word-twice",
    Reason::SearchWordLeftOut(_) => "search-word-left-out",
    Reason::NoSearchWord(_) => "no-search-word",
    Reason::EndingsKeepNothing => "endings-keep-nothing",
    Reason::TooHard { .. } => "too-hard",
    Reason::TranslationDiffers { .. } => "translation-differs",
    Reason::EnglishChanged(_) => "english-changed",
}

/// A folder of `fixtures/refused`.
struct Refused {
    name: String,
    expected: String,
    files: Files,
}

impl Refused {
    fn all() -> Vec<Self> {
        fs::read_dir(fixtures("refused"))
            .expect("the folder can be read")
            .map(|entry| {
                let entry = entry.expect("the folder can be read");
                let mut overlay = files(&entry.path());
                let expected = overlay
                    .remove("expected.txt")
                    .expect("each fixture has its message");
                Self {
                    name: entry.file_name().to_string_lossy().into_owned(),
                    expected: expected.trim_end().to_owned(),
                    files: laid_over_the_example(overlay),
                }
            })
            .collect()
    }

    /// What the compiler says, in the language that the message is about.
    fn refusal(&self) -> Option<Refusal> {
        let language = if self.expected.starts_with("de") {
            "de"
        } else {
            ENGLISH
        };
        compile(language, &self.files).err()
    }
}

fn laid_over_the_example(overlay: Files) -> Files {
    let mut all = example_files();
    for (path, text) in overlay {
        if let Some(path) = path.strip_suffix(".removed") {
            all.remove(path);
        } else {
            all.insert(path, text);
        }
    }
    all
}

#[test]
fn each_refusal_names_file_line_and_reason() {
    let differences: Vec<String> = Refused::all()
        .iter()
        .filter_map(|refused| {
            let said = refused
                .refusal()
                .map_or("(accepted)".to_owned(), |refusal| refusal.to_string());
            let Refused { name, expected, .. } = refused;
            (said != *expected).then(|| format!("{name}\n  expected {expected}\n  said     {said}"))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_kind_of_refusal_has_a_fixture_named_after_it() {
    let mut shown = BTreeSet::new();
    for refused in Refused::all() {
        let refusal = refused.refusal().expect("the fixture is refused");
        let kind = kind(refusal.reason());
        assert!(
            refused.name.starts_with(kind),
            "`{}` shows `{kind}`",
            refused.name
        );
        shown.insert(kind);
    }
    assert_eq!(shown, KINDS.iter().copied().collect());
}

#[test]
fn what_nests_without_end_is_refused_and_does_not_end_the_compiler() {
    let deep = 10_000;
    let section = |body: &str| {
        format!("+++\nid = \"what\"\nheading = \"What\"\nsummary = \"How\"\n+++\n{body}\n")
    };
    let item = |depth: usize| ["  ".repeat(depth), "- item\n".to_owned()].concat();
    let lists: String = (0..1_000).map(item).collect();
    let bold = format!("{}words{}", "*".repeat(deep), "*".repeat(deep));
    let what = "en/02-what.md";
    for (path, text) in [
        (what, section(&format!("{}words", "> ".repeat(deep)))),
        (what, section(&format!("{}words", "- ".repeat(deep)))),
        (what, section(&format!("{}words", "1. > ".repeat(deep)))),
        (what, section(&lists)),
        (what, section(&bold)),
        (
            what,
            section(&format!(
                "{}words{}",
                "![".repeat(deep),
                "](https://example.org/)".repeat(deep)
            )),
        ),
        (
            "en/glossary.toml",
            format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        ),
        (
            "en/figures.toml",
            format!("a = {}{}", "{ b = ".repeat(deep), "}".repeat(deep)),
        ),
        (
            "drawings/cells.svg",
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{}{}</svg>",
                "<g>".repeat(deep),
                "</g>".repeat(deep)
            ),
        ),
        (
            "sources.bib",
            format!(
                "@online{{a, title = {}{}}}",
                "{".repeat(deep),
                "}".repeat(deep)
            ),
        ),
    ] {
        let start: String = text.chars().take(90).collect();
        let mut files = example_files();
        files.insert(path.to_owned(), text);
        let refusal = compile(ENGLISH, &files).err();
        let refusal = refusal.unwrap_or_else(|| panic!("it takes {start}"));
        assert!(
            refusal.to_string().starts_with(&format!("{path}:")),
            "{refusal}: {start}"
        );
    }
}
