//! Signs of danger, and how soon to call whom about each.

use serde::Deserialize;

use super::{SignId, SourceId};

/// A sign of danger, as every text that names it has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Names it in texts.
    pub id: SignId,
    /// What it is, as Markdown inside a sentence; what is bold there is bold in the help box alone.
    pub words: String,
    /// How soon to call.
    pub tier: Tier,
    /// Whom it concerns.
    pub who: Who,
    /// Where it was read.
    pub sources: Vec<SourceId>,
}

/// How soon to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// The emergency number, now.
    Emergency,
    /// A doctor, a team or a line, now, by day or by night.
    Now,
    /// A doctor, the same day.
    SameDay,
}

impl Tier {
    /// Every tier, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::Now, Self::SameDay];

    /// What texts call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Now => "now",
            Self::SameDay => "same-day",
        }
    }
}

/// Whom a sign concerns: who else has it may have to do something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Everyone with lupus.
    Everyone,
    /// Who thinks of ending their life, or of harming themselves.
    InCrisis,
    /// Who is pregnant, or was a few weeks ago.
    Pregnant,
    /// Who takes steroids, or did in the last year.
    OnSteroids,
    /// Who takes medicines that turn the immune system down.
    OnImmuneMedicines,
    /// Who is having CAR-T, or has had it.
    AfterCarT,
}

/// What the texts say of one tier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Urgency {
    /// The heading of its signs in the help box.
    pub heading: String,
    /// How it is said elsewhere: `{signs}`, `{call}`.
    pub sentence: String,
    /// Whom to call.
    pub call: Calls,
}

/// Whom to call, where it depends on whom the sign concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calls {
    /// What to do, unless there is something else below.
    pub everyone: String,
    /// The same for [`Who::InCrisis`].
    pub in_crisis: Option<String>,
    /// The same for [`Who::Pregnant`].
    pub pregnant: Option<String>,
    /// The same for [`Who::OnSteroids`].
    pub on_steroids: Option<String>,
    /// The same for [`Who::OnImmuneMedicines`].
    pub on_immune_medicines: Option<String>,
    /// The same for [`Who::AfterCarT`].
    pub after_car_t: Option<String>,
}

/// What stands between signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    /// Between two of two.
    pub pair: String,
    /// Between two of more.
    pub several: String,
    /// Before the last of more than two.
    pub last: String,
}

/// The signs, and what is said of how urgent they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// The signs, in the order of their table.
    pub signs: Vec<Sign>,
    /// What is said of each tier, in the order of [`Tier::ALL`].
    pub tiers: [Urgency; 3],
    /// How several signs are listed.
    pub joining: Joining,
}

impl Signs {
    /// What is said of `tier`.
    pub const fn urgency(&self, tier: Tier) -> &Urgency {
        &self.tiers[tier as usize]
    }

    /// Whom to call about `sign`.
    pub fn call(&self, sign: &Sign) -> &str {
        let calls = &self.urgency(sign.tier).call;
        let call = match sign.who {
            Who::Everyone => None,
            Who::InCrisis => calls.in_crisis.as_ref(),
            Who::Pregnant => calls.pregnant.as_ref(),
            Who::OnSteroids => calls.on_steroids.as_ref(),
            Who::OnImmuneMedicines => calls.on_immune_medicines.as_ref(),
            Who::AfterCarT => calls.after_car_t.as_ref(),
        };
        call.unwrap_or(&calls.everyone)
    }

    /// The words of `signs` as one list.
    pub fn list(&self, signs: &[&Sign]) -> String {
        let Joining {
            pair,
            several,
            last,
        } = &self.joining;
        let words: Vec<String> = signs.iter().map(|it| it.words.replace("**", "")).collect();
        match words.as_slice() {
            [one, other] => format!("{one}{pair}{other}"),
            [others @ .., end] if !others.is_empty() => {
                format!("{}{last}{end}", others.join(several))
            }
            _ => words.concat(),
        }
    }
}
