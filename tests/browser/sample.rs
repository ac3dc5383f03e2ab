//! A small explainer: three sections, one glossary term.

use lupus_car_t::content::{
    Block, Date, Direction, Drawing, Edition, Explainer, GetHelp, Paths, Question, QuestionId,
    Section, SectionId, Signs, Span, Term, TermId, Translation, Words,
};

/// The ids of the sections, in their order.
pub(crate) const SECTIONS: [&str; 3] = ["at-a-glance", "what", "risks"];

pub(crate) fn id(id: &str) -> SectionId {
    SectionId::new(id).expect("an id")
}

pub(crate) fn explainer() -> Explainer {
    Explainer {
        language: "en".to_owned(),
        direction: Direction::LeftToRight,
        title: "An example of CAR-T".to_owned(),
        picture: Drawing::default(),
        main_message: vec![
            paragraph("The main message."),
            Block::Paragraph(vec![Span::Section(
                id("what"),
                vec![Span::Text("Here".to_owned())],
            )]),
        ],
        get_help: GetHelp {
            heading: "Get help".to_owned(),
            blocks: vec![paragraph("Call a doctor.")],
        },
        signs: Signs::default(),
        groups: Vec::new(),
        paths: Paths {
            all: Vec::new(),
            after_the_last: id("risks"),
        },
        regions: Vec::new(),
        sections: SECTIONS.iter().map(|id| section(id)).collect(),
        terms: vec![Term {
            id: b_cell(),
            term: "B cell".to_owned(),
            meaning: "A cell in the blood.".to_owned(),
        }],
        sources: Vec::new(),
        figures: Vec::new(),
        edition: Edition {
            version: "1.0.0".to_owned(),
            published: None,
            evidence_checked: DAY,
            review_due: DAY,
            written_by: "Written for the tests.".to_owned(),
            publisher: None,
            reviews: Vec::new(),
            fingerprint: String::new(),
            translation: Translation::Original,
        },
        words: words(),
    }
}

const DAY: Date = Date {
    year: 2026,
    month: 7,
    day: 31,
};

fn b_cell() -> TermId {
    TermId::new("b-cell").expect("an id")
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![Span::Text(words.to_owned())])
}

fn section(name: &str) -> Section {
    let words = vec![Span::Text("B cell".to_owned())];
    let mut blocks = vec![
        paragraph("Words."),
        Block::Paragraph(vec![
            Span::Text("A ".to_owned()),
            Span::Term(b_cell(), words),
        ]),
        Block::MoreDetail("More".to_owned(), vec![paragraph("Detail.")]),
    ];
    if name == "risks" {
        blocks.push(Block::Questions(QUESTIONS.map(question).to_vec()));
        blocks.push(Block::Worksheet);
    }
    Section {
        id: id(name),
        heading: format!("Heading of {name}"),
        summary: format!("Summary of {name}"),
        blocks,
    }
}

/// The ids of the questions, in their order. The words of each are its id, as a question.
pub(crate) const QUESTIONS: [&str; 3] = ["how", "when", "why"];

pub(crate) fn question_id(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn question(id: &str) -> Question {
    Question {
        id: question_id(id),
        words: vec![Span::Text(format!("{id}?"))],
    }
}

fn words() -> Words {
    Words {
        show_all: "Show all".to_owned(),
        hide_all: "Hide all".to_owned(),
        open_count: "{open} of {total} are open".to_owned(),
        close: "Close".to_owned(),
        copy_link: "Copy a link".to_owned(),
        link_copied: "Copied".to_owned(),
        past_due: "Due by {date}".to_owned(),
        search: "Search".to_owned(),
        search_label: "Search the example".to_owned(),
        search_found: "{count} found".to_owned(),
        search_first: "{count} found, {shown} listed".to_owned(),
        groups: "Parts of this page".to_owned(),
        paths: "Where are you?".to_owned(),
        search_none: "None found".to_owned(),
        search_closest: "{count} close".to_owned(),
        search_long: "At most {most}".to_owned(),
        thanks: "Thanks".to_owned(),
        size: "{percent} %".to_owned(),
        list_empty: "Nothing yet".to_owned(),
        list_count: "{count} listed".to_owned(),
        list_remove: "Remove".to_owned(),
        list_title: "My list".to_owned(),
        list_origin: "From {title}".to_owned(),
        list_in_page: "In this page".to_owned(),
        evidence_checked: "Checked".to_owned(),
        clinical_review_none: "Not reviewed".to_owned(),
        months: std::array::from_fn(|month| format!("month {}", month + 1)),
        month_and_year: "{month} {year}".to_owned(),
        ..Words::default()
    }
}
