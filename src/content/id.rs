//! Names of things inside the content: words in kebab-case, such as `what-is-lupus`.

use std::{borrow::Borrow, fmt, ops::Deref};

use serde::Deserialize;

/// Text that cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an id: use lower-case letters, digits and single hyphens, starting with a letter"
)]
pub struct InvalidId(String);

fn is_kebab_case(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        // Invariant: the text is kebab-case, so it is safe in an attribute, an address and a selector.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id that `text` spells.
            ///
            /// # Errors
            ///
            /// When `text` is not kebab-case.
            pub fn new(text: &str) -> Result<Self, InvalidId> {
                if is_kebab_case(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(InvalidId(text.to_owned()))
                }
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a section; it is also the last part of the section's address.
    SectionId
}
id! {
    /// Names a glossary term.
    TermId
}
id! {
    /// Names a source: its key in `sources.bib`.
    SourceId
}
id! {
    /// Names a path through the text.
    PathId
}
id! {
    /// Names a group of sections.
    GroupId
}
id! {
    /// Names a figure.
    FigureId
}
id! {
    /// Names a question that the reader can tick, so that an answer stays with it wherever it stands.
    QuestionId
}
id! {
    /// Names a sign of danger.
    SignId
}
