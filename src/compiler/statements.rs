//! All that the text states, one after the other, with what backs it: what a review is a review of.

use sha2::{Digest, Sha256};

use crate::content::{Block, Explainer, Place, Region, SourceId, Span, Table, WORD_JOINER};

/// How many digits and letters a fingerprint has.
pub(super) const LENGTH: usize = 16;

/// Something that the text states, as long as a paragraph, an item of a list or a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// The heading that it stands under.
    pub place: String,
    /// Its words.
    pub words: String,
    /// The same, with the number of each source where it is cited, such as `[3]`.
    pub cited: String,
    /// What backs it.
    pub sources: Vec<SourceId>,
    /// Addresses that back it and are in no list of sources.
    pub addresses: Vec<String>,
}

/// Every statement of `explainer`, in its order.
pub fn statements(explainer: &Explainer) -> Vec<Statement> {
    let mut gathered = Gathered {
        explainer,
        place: explainer.title.clone(),
        all: Vec::new(),
    };
    gathered.label(&explainer.title);
    gathered.blocks(&explainer.main_message);
    gathered.under(&explainer.get_help.heading);
    gathered.blocks(&explainer.get_help.blocks);
    for region in &explainer.regions {
        gathered.region(region);
    }
    for section in &explainer.sections {
        gathered.under(&section.heading);
        gathered.label(&section.summary);
        gathered.blocks(&section.blocks);
    }
    gathered.all
}

/// What changes whenever the words of the text change, or what backs them; not when they are only written in another
/// way.
pub(super) fn fingerprint(explainer: &Explainer) -> String {
    let mut digest = Sha256::new();
    for statement in statements(explainer) {
        digest.update(&statement.words);
        for address in addresses(&statement, explainer) {
            digest.update("\n\t");
            digest.update(address);
        }
        digest.update("\n");
    }
    let hash = format!("{:x}", digest.finalize());
    hash[..LENGTH].to_owned()
}

/// Where to read what backs a statement.
fn addresses<'a>(
    statement: &'a Statement,
    explainer: &'a Explainer,
) -> impl Iterator<Item = &'a String> {
    let find = |id: &SourceId| explainer.sources.iter().find(|it| it.id == *id);
    let cited = statement.sources.iter().filter_map(find);
    cited.map(|it| &it.address).chain(&statement.addresses)
}

pub(super) struct Gathered<'a> {
    explainer: &'a Explainer,
    place: String,
    all: Vec<Statement>,
}

impl Gathered<'_> {
    /// Goes on under another heading, which states something, too.
    fn under(&mut self, heading: &str) {
        self.place = squeezed(heading);
        self.label(heading);
    }

    pub(super) fn label(&mut self, words: &str) {
        self.spans(&[Span::Text(words.to_owned())]);
    }

    pub(super) fn spans(&mut self, spans: &[Span]) {
        let mut statement = Statement {
            place: self.place.clone(),
            ..Statement::default()
        };
        self.add(&mut statement, spans);
        statement.words = squeezed(&statement.words);
        statement.cited = squeezed(&statement.cited);
        if !statement.words.is_empty() {
            self.all.push(statement);
        }
    }

    fn add(&self, statement: &mut Statement, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text(text) => {
                    statement.words.push_str(text);
                    statement.cited.push_str(text);
                }
                Span::Link(address, spans) => {
                    self.add(statement, spans);
                    statement.addresses.push(address.clone());
                }
                Span::Strong(spans)
                | Span::Emphasis(spans)
                | Span::Unbroken(spans)
                | Span::Term(_, spans)
                | Span::Section(_, spans)
                | Span::Regional(_, spans) => self.add(statement, spans),
                Span::Citation(id) => {
                    let number = self.explainer.source_number(id);
                    let marks = [" [", &number.to_string(), "]"].concat();
                    statement.cited.push_str(&marks);
                    statement.sources.push(id.clone());
                }
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.spans(words),
                Block::Subheading(words) => self.label(words),
                Block::List(items) | Block::Steps(items) => {
                    for item in items {
                        self.blocks(item);
                    }
                }
                Block::Questions(questions) => {
                    for question in questions {
                        self.spans(&question.words);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Alert(_, blocks) => self.blocks(blocks),
                Block::MoreDetail(label, blocks) => {
                    self.label(label);
                    self.blocks(blocks);
                }
                Block::Figure(id, description) => {
                    self.label(description);
                    if let Some(figure) = self.explainer.figure(id) {
                        self.figure(figure);
                    }
                }
                Block::Glossary => {
                    for term in &self.explainer.terms {
                        self.label(&format!("{}: {}", term.term, term.meaning));
                    }
                }
                Block::Worksheet | Block::Sources | Block::Edition => {}
            }
        }
    }

    pub(super) fn table(&mut self, table: &Table) {
        for row in [&table.head].into_iter().chain(&table.rows) {
            let between = Span::Text(" | ".to_owned());
            self.spans(&row.join(&between));
        }
    }

    fn region(&mut self, region: &Region) {
        let mut state = |words: String, address: &str| {
            self.all.push(Statement {
                place: self.place.clone(),
                cited: words.clone(),
                words,
                addresses: vec![address.to_owned()],
                ..Statement::default()
            });
        };
        let code = region.code.to_uppercase();
        if let Some(emergency) = &region.emergency {
            let numbers = emergency.numbers.join(", ");
            state(format!("{code}: {numbers}"), &emergency.source);
        }
        for line in &region.crisis {
            let parts = [
                &line.name,
                &Some(line.number.clone()),
                &line.choose,
                &line.part,
            ];
            let parts: Vec<&str> = parts.into_iter().flatten().map(|it| &**it).collect();
            let texts = if line.text { ", text" } else { "" };
            state(format!("{code}: {}{texts}", parts.join(", ")), &line.source);
        }
        for Place { name, address } in region.organization.iter().chain(&region.trials) {
            state(format!("{code}: {name}"), address);
        }
    }
}

/// Words without what only keeps them on their lines.
fn squeezed(words: &str) -> String {
    let words = words.replace(WORD_JOINER, "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
