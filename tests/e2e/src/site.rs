//! What a test asks to be served, and what of it is broken on purpose.

/// The strictest policy that the explainer promises to run under.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/// How one file is answered when not as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 404, as when an upload was forgotten.
    NotFound,
    /// Bytes that are not what the name says.
    Corrupt,
    /// Nothing until [`Server::release`](crate::server::Server::release) is called, then the file.
    Held,
}

/// What is served, and how: the strict policy at the root of the host unless a test says otherwise.
#[derive(Clone, Debug)]
pub struct Site {
    pub(crate) folder: &'static str,
    pub(crate) policy: &'static str,
    pub(crate) recorder: bool,
    pub(crate) answers: Vec<(&'static str, Answer)>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            folder: "",
            policy: STRICT_POLICY,
            recorder: true,
            answers: Vec::new(),
        }
    }
}

impl Site {
    /// Serves from `folder`, such as `/deep/folder`, and nothing above it.
    #[must_use]
    pub fn in_folder(self, folder: &'static str) -> Self {
        Self { folder, ..self }
    }

    /// Sends `policy` as the Content-Security-Policy.
    #[must_use]
    pub fn under(self, policy: &'static str) -> Self {
        Self { policy, ..self }
    }

    /// Leaves the pages without the recorder, for a test in which no script may run.
    #[must_use]
    pub fn unrecorded(self) -> Self {
        Self {
            recorder: false,
            ..self
        }
    }

    /// Answers each request for a path that ends with `ending` by `answer`.
    #[must_use]
    pub fn answering(mut self, ending: &'static str, answer: Answer) -> Self {
        self.answers.push((ending, answer));
        self
    }
}
