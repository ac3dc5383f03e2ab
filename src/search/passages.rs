//! Every sentence of an explainer, in reading order, with where it stands.

use std::rc::Rc;

use super::{Kind, Place, sentences::sentences};
use crate::content::{Block, Explainer, FigureData, FigureId, Section, Table, plain_text};

/// Told of each sentence, of what kind it is, and of the number of its place.
pub(super) type Tell<'index> = &'index mut dyn FnMut(usize, Kind, &str);

/// Stands between what the page shows side by side: cells of a row, a term and its meaning.
const BETWEEN: &str = " – ";

/// Tells of every sentence of `explainer`, of which `sections` are shown; gives the places.
pub(super) fn walk(explainer: &Explainer, sections: &[Rc<Section>], tell: Tell) -> Vec<Place> {
    let top = |heading: &str| Place {
        section: None,
        heading: heading.to_owned(),
    };
    let mut places = vec![top(&explainer.title), top(&explainer.get_help.heading)];
    let mut walk = Walk {
        explainer,
        place: 0,
        tell,
    };
    walk.blocks(&explainer.main_message);
    walk.place = 1;
    walk.blocks(&explainer.get_help.blocks);
    for section in sections {
        walk.place = places.len();
        places.push(Place {
            section: Some(section.id.clone()),
            heading: section.heading.clone(),
        });
        walk.tell(Kind::Button, &section.heading);
        walk.tell(Kind::Summary, &section.summary);
        walk.blocks(&section.blocks);
    }
    places
}

struct Walk<'content, 'index> {
    explainer: &'content Explainer,
    place: usize,
    tell: Tell<'index>,
}

impl Walk<'_, '_> {
    fn tell(&mut self, kind: Kind, text: &str) {
        (self.tell)(self.place, kind, text);
    }

    /// Several sentences.
    fn text(&mut self, text: &str) {
        sentences(text, &mut |sentence| self.tell(Kind::Text, sentence));
    }

    /// What makes sense only together.
    fn row(&mut self, cells: &[String]) {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        self.tell(Kind::Text, &cells.join(BETWEEN));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.text(&plain_text(words)),
                Block::Subheading(words) => self.tell(Kind::Heading, words),
                Block::List(items) | Block::Steps(items) => {
                    for item in items {
                        self.blocks(item);
                    }
                }
                Block::Questions(questions) => {
                    for question in questions {
                        self.text(&plain_text(question));
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Alert(_, body) => self.blocks(body),
                Block::MoreDetail(label, body) => {
                    self.text(label);
                    self.blocks(body);
                }
                Block::Figure(id, _) => self.figure(id),
                Block::Glossary => self.glossary(),
                Block::Sources => self.sources(),
                Block::Worksheet => self.text(&self.explainer.words.list_heading),
                Block::Edition => self.text(&self.explainer.edition.written_by),
            }
        }
    }

    /// The words of a figure that stand in the page as text.
    fn figure(&mut self, id: &FigureId) {
        let figures = &self.explainer.figures;
        let Some(figure) = figures.iter().find(|figure| figure.id == *id) else {
            return;
        };
        self.text(&figure.caption);
        match &figure.data {
            FigureData::Study(study) => {
                self.text(&study.people_label);
                for axis in &study.axes {
                    self.text(&axis.label);
                    for range in &axis.ranges {
                        let [low, median, high] =
                            [range.low, range.median, range.high].map(|it| it.to_string());
                        self.row(&[range.label.clone(), low, median, high]);
                    }
                }
            }
            FigureData::Tour(tour) => {
                for stop in &tour.stops {
                    self.text(&stop.title);
                    for (_, words) in &stop.notes {
                        self.text(&plain_text(words));
                    }
                }
            }
            FigureData::Shares(groups) => {
                for share in groups.iter().flat_map(|it| &it.shares) {
                    self.text(&share.label);
                }
            }
            FigureData::Timeline(cards) => {
                for card in cards {
                    self.text(&card.title);
                    for fact in &card.facts {
                        self.text(&plain_text(fact));
                    }
                }
            }
            FigureData::Table(table) => self.table(table),
        }
    }

    fn table(&mut self, table: &Table) {
        for row in [&table.head].into_iter().chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(|it| plain_text(it)).collect();
            self.row(&cells);
        }
    }

    fn glossary(&mut self) {
        for term in &self.explainer.terms {
            let entry = [&*term.term, BETWEEN, &term.meaning].concat();
            self.tell(Kind::Term(term.term.len()), &entry);
        }
    }

    fn sources(&mut self) {
        for source in &self.explainer.sources {
            self.tell(Kind::Text, &plain_text(&source.reference));
        }
    }
}
