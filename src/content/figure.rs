//! The data behind the figures. Components draw them and write them in words.

use serde::Deserialize;

use super::{Drawing, FigureId, SourceId, Span, Table, Words};

/// A figure: what it says, and the data that it is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The name of the figure in the text.
    pub id: FigureId,
    /// What the figure shows and what it cannot show.
    pub caption: String,
    /// Where its numbers were read, unless they come from several places.
    pub source: Option<SourceId>,
    /// What is drawn.
    pub data: FigureData,
}

impl Figure {
    /// Where what is drawn was read, unless that stands beside each part.
    pub fn sources(&self) -> impl Iterator<Item = &SourceId> {
        let axes: &[Axis] = match &self.data {
            FigureData::Study(study) => &study.axes,
            _ => &[],
        };
        let of_axes = axes.iter().filter_map(|it| it.source.as_ref());
        self.source.iter().chain(of_axes)
    }
}

/// What a figure is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureData {
    /// A study of a few people.
    Study(Study),
    /// Places or steps to look at one by one.
    Tour(Tour),
    /// How many people something happened to.
    Shares(Vec<Group>),
    /// Studies, the earliest first.
    Timeline(Vec<TimelineCard>),
    /// Things side by side.
    Table(Table),
}

/// A study of a few people: who they were, and ranges with medians on one or more axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// How many people were studied; each is drawn.
    pub people: u8,
    /// Who the people were, in words.
    pub people_label: String,
    /// The measurements.
    pub axes: Vec<Axis>,
}

/// Places of one drawing, or steps with a drawing each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// The drawing that shows all the places.
    pub map: Option<Drawing>,
    /// The places or steps, in their order.
    pub stops: Vec<Stop>,
    /// Whether readers can choose one to look at alone; what to do in an emergency is seen as a whole.
    pub choose: bool,
}

/// A place or step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub title: String,
    /// How long it takes, in words; empty where that means nothing.
    pub time: String,
    /// Its own drawing.
    pub drawing: Option<Drawing>,
    /// What there is to say, each under a label that may be empty.
    pub notes: Vec<(String, Vec<Span>)>,
}

/// People who were studied together, and what happened to how many of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who they are.
    pub label: String,
    /// How many they are.
    pub total: u16,
    /// Where the numbers were read.
    pub source: SourceId,
    /// What happened to them.
    pub shares: Vec<Share>,
}

/// Something that happened to some people of a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// What happened.
    pub label: String,
    /// To how many; at most the group's total.
    pub count: u16,
}

impl Share {
    /// How many of `group` it is: `81 of 145 people, about 56 in 100`, or `51 in 100` of a group of 100.
    pub fn in_words(&self, group: &Group, words: &Words) -> String {
        let (count, total) = (u32::from(self.count), u32::from(group.total.max(1)));
        let rounded = (count * 200 + total) / (2 * total);
        let template = if total == 100 {
            &words.in_hundred
        } else if rounded * total == count * 100 {
            &words.exactly_in_hundred
        } else if count * 100 < total {
            &words.under_one_in_hundred
        } else {
            &words.about_in_hundred
        };
        let values = [
            ("count", &*count.to_string()),
            ("total", &*total.to_string()),
            ("number", &*rounded.to_string()),
        ];
        Words::fill(template, &values)
    }
}

/// A study in the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineCard {
    /// When it was published.
    pub date: String,
    /// What it is called here.
    pub title: String,
    /// What kind of study it is: one of a few words.
    pub kind: String,
    /// How many people with lupus, how long, what came out, what limits it, how sure it makes us.
    pub facts: [Vec<Span>; 5],
}

/// One measurement scale with the ranges found on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// What was measured, and its unit.
    pub label: String,
    /// Where it was read what the scale means, unless it is the figure's source.
    pub source: Option<SourceId>,
    /// What the low end of the scale means.
    pub low_label: String,
    /// What the high end of the scale means.
    pub high_label: String,
    /// The highest value drawn; the lowest is 0.
    pub end: u8,
    /// The ranges, from top to bottom.
    pub ranges: Vec<Range>,
}

/// The lowest, middle and highest value of a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Range {
    /// Whose or which values these are.
    pub label: String,
    /// The lowest value.
    pub low: u8,
    /// The median.
    pub median: u8,
    /// The highest value.
    pub high: u8,
}
