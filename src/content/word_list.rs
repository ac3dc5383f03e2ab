//! The form of the list in `words.rs`.

/// Makes [`Words`], so that the order of its fields is written once.
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        /// Every interface word of one language, as `interface.toml` lists them.
        ///
        /// A name in braces, such as `{open}`, stands for a value; [`fill`](Self::fill) puts it in.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub struct Words {
            $($(#[$doc])+ pub $name: String,)+
            /// The names of the months, from January.
            pub months: [String; 12],
        }
    };
}
