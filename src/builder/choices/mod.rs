//! What a web editor has chosen. Pure.

mod attributes;
mod change;

pub use change::Change;

/// Everything that can be chosen. The default is what the element does without any attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box that an editor ticks"
)]
pub struct Choices {
    /// How the explainer comes into the page.
    pub way: Way,
    /// What the snippet is written for.
    pub form: Form,
    /// The language, if it is not that of the page around.
    pub language: Option<String>,
    /// The region, if it is not that of the page's language.
    pub region: Option<&'static str>,
    /// Light or dark.
    pub theme: Theme,
    /// The accent color; empty for ours.
    pub accent: String,
    /// Every section, in the chosen order. Empty while nobody knows them.
    pub sections: Vec<Section>,
    /// The ids of the sections in the order of the text itself.
    pub own_order: Vec<String>,
    /// The path that stands open, if one does.
    pub path: Option<String>,
    /// The level of the sections' headings.
    pub heading_level: u8,
    /// Which sections are open at first.
    pub open: Open,
    /// When WebAssembly starts.
    pub loading: Loading,
    /// Whether sections can be linked to.
    pub links: bool,
    /// Whether readers are asked if a section was clear.
    pub feedback: bool,
    /// Whether open sections are kept for the session.
    pub remember: bool,
    /// What the page says of its own in each slot, in the order of [`Slot::ALL`].
    pub slots: [String; 3],
    /// The address of the folder with the files.
    pub folder: String,
    /// Whether the snippet names the hash of the script.
    pub pinned: bool,
}

/// One section, as chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Whether it is shown.
    pub shown: bool,
    /// Whether it is open at first, where [`Open::Chosen`] says that single sections count.
    pub open: bool,
}

/// The regions that the attribute names, each with what it is called.
pub const REGIONS: [(&str, &str); 14] = [
    ("none", "None"),
    ("us", "United States"),
    ("gb", "United Kingdom"),
    ("ca", "Canada"),
    ("au", "Australia"),
    ("ie", "Ireland"),
    ("de", "Germany"),
    ("at", "Austria"),
    ("ch", "Switzerland"),
    ("es", "Spain"),
    ("mx", "Mexico"),
    ("fr", "France"),
    ("br", "Brazil"),
    ("pt", "Portugal"),
];

/// An enumeration whose values have short names and an order.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $value:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { $($(#[$says])* $value,)+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// Its short name.
            pub fn id(self) -> &'static str {
                match self { $(Self::$value => $id,)+ }
            }
        }
    };
}

named! {
    /// How the explainer comes into the page.
    Way {
        /// The element, in the page itself.
        #[default]
        Element = "element",
        /// The element, which shows a frame.
        Frame = "frame",
        /// A plain iframe, without script in the page.
        Iframe = "iframe",
        /// Plain HTML, pasted.
        Static = "static",
        /// The element with its text inside, put in by the server.
        Include = "include",
    }
}

named! {
    /// What the snippet is written for.
    Form {
        /// A page in HTML.
        #[default]
        Html = "html",
        /// A React component.
        React = "react",
        /// A Vue component.
        Vue = "vue",
        /// A block in the editor of `WordPress`.
        WordPress = "wordpress",
        /// An answer of an oEmbed service.
        OEmbed = "oembed",
    }
}

named! {
    /// Light or dark.
    Theme {
        /// As the page around decides.
        #[default]
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

named! {
    /// Which sections are open at first.
    Open {
        /// The first one.
        #[default]
        AtAGlance = "at-a-glance",
        /// None.
        None = "none",
        /// All.
        All = "all",
        /// Those that are marked.
        Chosen = "chosen",
    }
}

named! {
    /// When WebAssembly starts.
    Loading {
        /// Near the screen.
        #[default]
        Lazy = "lazy",
        /// At once.
        Eager = "eager",
    }
}

named! {
    /// Where the page says something of its own.
    Slot {
        /// Whom its readers can call.
        #[default]
        Contact = "contact",
        /// That its clinician has read the text.
        Review = "review",
        /// Who publishes the text there.
        Publisher = "publisher",
    }
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            way: Way::default(),
            form: Form::default(),
            language: None,
            region: None,
            theme: Theme::default(),
            accent: String::new(),
            sections: Vec::new(),
            own_order: Vec::new(),
            path: None,
            heading_level: 2,
            open: Open::default(),
            loading: Loading::default(),
            links: true,
            feedback: false,
            remember: false,
            slots: Default::default(),
            folder: "/lupus-car-t/".to_owned(),
            pinned: false,
        }
    }
}

impl Way {
    /// What the snippet of this way can be written for.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Element | Self::Frame | Self::Iframe => Form::ALL,
            Self::Static => &[Form::Html, Form::WordPress],
            Self::Include => &[Form::Html],
        }
    }
}
