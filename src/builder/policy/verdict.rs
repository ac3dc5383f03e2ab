//! What is said of a policy.

/// What the explainer needs from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The script that the snippet names.
    Script,
    /// The scripts that it loads when they are needed.
    Modules,
    /// To run WebAssembly.
    Wasm,
    /// To fetch text and WebAssembly.
    Connect,
    /// The stylesheet of the text that the server puts in.
    Style,
    /// To show a frame.
    Frame,
    /// To make HTML of its own text, and to load its scripts, under a name.
    TrustedTypes,
    /// What a sandbox around the whole page takes away.
    Sandbox,
}

/// Whether a policy allows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It does.
    Allowed,
    /// It does, if something else is seen to.
    If(String),
    /// It does not.
    Blocked {
        /// The directives that forbid it.
        by: Vec<String>,
        /// What would allow it.
        mend: String,
    },
    /// Nobody knows: a part of the text could not be read, and may forbid it.
    Unknown,
}

/// One line of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is needed.
    pub need: Need,
    /// Whether it is allowed.
    pub outcome: Outcome,
}

/// What the reader has in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// All of it.
    Everything,
    /// The same text; sections, links and terms work by script.
    ByScript,
    /// The same text; sections open and close, and links lead away as links do.
    Sections,
    /// Every word, with all sections open.
    Readable,
    /// What stands inside the tag.
    InsideTag,
    /// An empty frame.
    Nothing,
    /// What a text that could not be read leaves them.
    Unknown,
}

/// What a policy means for the explainer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Line by line.
    pub findings: Vec<Finding>,
    /// In the end.
    pub reader: Reader,
    /// How many policies were found that block, and how many that only report.
    pub counted: (usize, usize),
    /// Pieces of the text that could not be read. While there are any, nothing counts as allowed.
    pub unread: Vec<String>,
}
