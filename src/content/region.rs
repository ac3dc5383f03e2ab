//! What differs from one region of the world to another: whom to call, and where to look.

/// A region, and what is known of it. What is not known leaves the words that hold everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code, two letters of ISO 3166 in lower case.
    pub code: String,
    /// The emergency number.
    pub emergency: Option<Emergency>,
    /// Crisis lines, the first to be called first.
    pub crisis: Vec<CrisisLine>,
    /// The organization of people with lupus.
    pub organization: Option<Place>,
    /// The register of trials.
    pub trials: Option<Place>,
}

/// The numbers that call an ambulance; any of them will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// The numbers.
    pub numbers: Vec<String>,
    /// The address where they were read.
    pub source: String,
}

/// A line that answers day and night whoever thinks of ending their life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// What it calls itself, unless its number is its name.
    pub name: Option<String>,
    /// The number.
    pub number: String,
    /// Whether it can be texted, too.
    pub text: bool,
    /// What to choose after dialing.
    pub choose: Option<String>,
    /// The part of the region that it is for.
    pub part: Option<String>,
    /// The address where it was read.
    pub source: String,
}

/// A page to look at, which is its own source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// Its address.
    pub address: String,
}

/// Words of the text that give way to those of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regional {
    /// Which number to dial.
    Emergency,
    /// Which crisis line to call.
    Crisis,
    /// Where people with lupus find support.
    Organization,
    /// Where trials are listed.
    Trials,
}

impl Regional {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Emergency,
        Self::Crisis,
        Self::Organization,
        Self::Trials,
    ];

    /// What texts and pages call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Crisis => "crisis",
            Self::Organization => "organization",
            Self::Trials => "trials",
        }
    }
}
