//! What a test asks to be served, and what of it is broken on purpose.

use std::path::PathBuf;

use crate::server::{Server, dist};

/// The strictest policy that the explainer promises to run under: what a fixture's page is sent with.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// How one file is answered when not as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 404, as when an upload was forgotten.
    NotFound,
    /// Bytes that are not what the name says.
    Corrupt,
    /// Other words of the same kind, such as another script.
    Text(&'static str),
    /// The file with this at its end. `"\0\u{2}\u{1}x"` keeps WebAssembly valid: a section that nothing reads.
    Appended(&'static str),
    /// The file with the second in the place of the first, such as a script that then does not run.
    Replaced(&'static str, &'static str),
    /// Nothing until [`Server::release`] is called, then the file.
    Held,
    /// The file up to these words, and the rest once [`Server::release`] is called.
    HeldFrom(&'static str),
}

/// What is served, and how: at the root of the host, with the headers of `dist/_headers`, unless a test says otherwise.
///
/// One thing differs: each answer is `no-cache`, so that a request is seen however often it is made.
/// Beside `dist` stand this package's `fixtures/`, and below `/node_modules/` what npm installed for the tests.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, and no two belong together"
)]
pub struct Site {
    pub(crate) dist: PathBuf,
    pub(crate) clock: Option<&'static str>,
    pub(crate) folder: &'static str,
    pub(crate) policy: Option<&'static str>,
    pub(crate) host_policy: &'static str,
    pub(crate) recorder: bool,
    /// Headers of `dist/_headers` that are left out.
    pub(crate) lacking: Vec<&'static str>,
    /// Headers that every page gets in addition.
    pub(crate) sending: Vec<(&'static str, &'static str)>,
    pub(crate) short_addresses: bool,
    pub(crate) patient: bool,
    pub(crate) charset: bool,
    pub(crate) cached: bool,
    pub(crate) compressed: bool,
    pub(crate) cdn: Option<String>,
    pub(crate) answers: Vec<(&'static str, Answer)>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            dist: dist(),
            clock: None,
            folder: "",
            policy: None,
            host_policy: STRICT_POLICY,
            recorder: true,
            lacking: Vec::new(),
            sending: Vec::new(),
            short_addresses: false,
            patient: false,
            charset: true,
            cached: false,
            compressed: false,
            cdn: None,
            answers: Vec::new(),
        }
    }
}

impl Site {
    /// Serves another folder than the one under test.
    #[must_use]
    pub fn of(dist: PathBuf) -> Self {
        Self {
            dist,
            ..Self::default()
        }
    }

    /// Sets the clock of each page, which then stands still, such as at `2030-01-31T23:59:59Z`.
    #[must_use]
    pub fn at(self, clock: &'static str) -> Self {
        Self {
            clock: Some(clock),
            ..self
        }
    }

    /// Has half a minute pass in each page when the test calls `halfAMinutePasses()`, and not before.
    #[must_use]
    pub fn patient(self) -> Self {
        Self {
            patient: true,
            ..self
        }
    }

    /// Names the encoding of no file, as many servers do.
    #[must_use]
    pub fn without_charset(self) -> Self {
        Self {
            charset: false,
            ..self
        }
    }

    /// Serves from `folder`, such as `/deep/folder`, and nothing above it.
    #[must_use]
    pub fn in_folder(self, folder: &'static str) -> Self {
        Self { folder, ..self }
    }

    /// Sends `policy` as the Content-Security-Policy of each page, of the fixtures and of `dist`; none if empty.
    ///
    /// `{{cdn}}` in it is replaced as in a fixture's page, and `{{scripts}}` and `{{styles}}` by the sources that allow
    /// what stands inline in the page of its own.
    #[must_use]
    pub fn under(self, policy: &'static str) -> Self {
        Self {
            policy: Some(policy),
            ..self
        }
    }

    /// Sends `policy` with the fixtures' pages only; those of `dist` keep their own.
    #[must_use]
    pub fn host_under(self, host_policy: &'static str) -> Self {
        Self {
            host_policy,
            ..self
        }
    }

    /// Has `{{cdn}}` in fixtures mean the folder of another server, which then is another origin.
    ///
    /// Without this it means the folder of this one. There is no slash at its end.
    #[must_use]
    pub fn second_origin(self, cdn: &Server) -> Self {
        Self {
            cdn: Some(cdn.folder()),
            ..self
        }
    }

    /// Lets no other origin read the files.
    #[must_use]
    pub fn without_cors(self) -> Self {
        self.without("access-control-allow-origin")
    }

    /// Leaves out a header of `dist/_headers`.
    #[must_use]
    pub fn without(mut self, header: &'static str) -> Self {
        self.lacking.push(header);
        self
    }

    /// Sends a header with each page, of the fixtures and of `dist`.
    #[must_use]
    pub fn sending(mut self, header: &'static str, value: &'static str) -> Self {
        self.sending.push((header, value));
        self
    }

    /// Sends those who ask for a page `x.html` on to `x`, without what stands after `?`, as some servers do.
    #[must_use]
    pub fn with_short_addresses(self) -> Self {
        Self {
            short_addresses: true,
            ..self
        }
    }

    /// Lets the browser keep what `dist/_headers` lets it keep.
    #[must_use]
    pub fn cached(self) -> Self {
        Self {
            cached: true,
            ..self
        }
    }

    /// Sends the `.br` that stands beside a file, as a web host does; then nothing is put into a page.
    #[must_use]
    pub fn compressed(self) -> Self {
        Self {
            compressed: true,
            ..self
        }
    }

    /// Leaves the pages without the recorder, for a test in which no script may run.
    #[must_use]
    pub fn unrecorded(self) -> Self {
        Self {
            recorder: false,
            ..self
        }
    }

    /// Answers each request for a path that has `part` in it by `answer`.
    #[must_use]
    pub fn answering(mut self, part: &'static str, answer: Answer) -> Self {
        self.answers.push((part, answer));
        self
    }
}
