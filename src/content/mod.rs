//! The words of the explainer as typed data. Pure: no browser, no files.

mod block;
mod drawing;
mod edition;
mod explainer;
mod figure;
mod id;
mod path;
mod phrases;
mod region;
mod review;
mod section_group;
mod sign;
#[macro_use]
mod word_list;
mod words;

pub use block::{AlertKind, Block, Item, Question, Span, Table, WORD_JOINER, plain_text};
pub use drawing::Drawing;
pub use edition::{Date, Edition, Translation};
pub use explainer::{Direction, Explainer, GetHelp, Section, Source, Term};
pub use figure::{Axis, Figure, FigureData, Group, Range, Share, Stop, Study, TimelineCard, Tour};
pub use id::{
    FigureId, GroupId, InvalidId, PathId, QuestionId, SectionId, SignId, SourceId, TermId,
};
pub use path::{NO_PATH, Path, Paths};
pub use phrases::capitalized;
pub use region::{CrisisLine, Emergency, Place, Region, Regional};
pub use review::{ClinicalReview, Review};
pub use section_group::SectionGroup;
pub use sign::{Calls, Joining, Sign, Signs, Tier, Urgency, Who};
pub use words::Words;
