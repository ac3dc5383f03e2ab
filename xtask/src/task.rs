//! What was asked for: the command line, read into a [`Task`].

use anyhow::Result;

use crate::{
    bench::Bench,
    build, check,
    suites::{self, Suite},
    system,
    toolbox::Toolbox,
    tools::TOOLS,
};

/// The port that `serve` takes unless told otherwise.
const DEFAULT_PORT: u16 = 8080;

/// What is printed when the command line is empty or wrong.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]     build, serve on http://127.0.0.1:8080 and rebuild on every change
  build                build the release into dist/ and hold its files to their size budgets
  check                rustfmt, clippy (native and WebAssembly) and the project's own tidy rules
  test                 every test: host, then browser, then e2e, then release
  test host            the tests that need no browser
  test browser         the component tests in Chromium and Firefox
  test e2e             the release in Chromium, Firefox and WebKit
  test release         whether the release is the same, byte for byte, when it is built elsewhere
  bench                the release beside other ways of showing the same words; writes docs/performance.md
  bench --quick        the same in one round, with few copies; writes to target/bench/
  bench --only NAMES   some ways alone, such as page,element,copies; writes to target/bench/
  bench search         how soon the search answers a key; each bench takes --rounds N
  review               write target/review/: every statement with its sources, for a clinician to tick
  setup [--browsers]   install the tools (and browsers) now, instead of when first needed

Words after a suite's name choose tests by name: cargo xtask test e2e keyboard
Tools are kept in $LUPUS_CAR_T_TOOLS, else in lupus-car-t below the user's cache folder.";

/// One thing that `cargo xtask` can do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Serve a debug build that follows the sources.
    Serve {
        /// Where on 127.0.0.1.
        port: u16,
    },
    /// Build the release and weigh it.
    Build,
    /// Look at the code without running it.
    Check,
    /// Run tests.
    Test {
        /// Which suites, in this order.
        suites: Vec<Suite>,
        /// Names of tests, all of them when empty.
        filters: Vec<String>,
    },
    /// Measure the release.
    Bench(Bench),
    /// Write what a clinician needs for a review.
    Review,
    /// Install what the other tasks need.
    Setup {
        /// Browsers and their drivers as well.
        browsers: bool,
    },
}

impl Task {
    /// The task that `arguments` ask for, or a sentence saying what is wrong with them.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, String> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Err("Say what to do.".to_owned()),
            ["serve"] => Ok(Self::Serve { port: DEFAULT_PORT }),
            ["serve", "--port", port] => match port.parse() {
                Ok(port) => Ok(Self::Serve { port }),
                Err(_) => Err(format!("`{port}` is not a port.")),
            },
            ["build"] => Ok(Self::Build),
            ["check"] => Ok(Self::Check),
            ["test"] => Ok(Self::Test {
                suites: Suite::ALL.to_vec(),
                filters: Vec::new(),
            }),
            ["test", suite, filters @ ..] => match Suite::named(suite) {
                Some(suite) => Ok(Self::Test {
                    suites: vec![suite],
                    filters: filters.iter().copied().map(str::to_owned).collect(),
                }),
                None => Err(format!("There is no test suite `{suite}`.")),
            },
            ["bench", rest @ ..] => Bench::parse(rest).map(Self::Bench),
            ["review"] => Ok(Self::Review),
            ["setup"] => Ok(Self::Setup { browsers: false }),
            ["setup", "--browsers"] => Ok(Self::Setup { browsers: true }),
            _ => Err(not_understood(&words)),
        }
    }

    /// Does it, and fails with the reason.
    pub(crate) fn run(self) -> Result<()> {
        match self {
            Self::Serve { port } => build::serve(port),
            Self::Build => build::release(),
            Self::Check => check::check(),
            Self::Test { suites, filters } => suites::run(&suites, &filters),
            Self::Bench(bench) => bench.run(),
            Self::Review => build::review(),
            Self::Setup { browsers } => {
                system::ensure_wasm_target()?;
                system::ensure(&[system::NPM])?;
                Toolbox::with(&TOOLS)?;
                if browsers {
                    system::ensure(system::BROWSERS)?;
                }
                println!("Everything is in place.");
                Ok(())
            }
        }
    }
}

fn not_understood(words: &[&str]) -> String {
    format!("`{}` is not understood.", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Task::parse(&words)
    }

    #[test]
    fn test_alone_means_every_suite_and_the_quick_one_first() {
        let suites = vec![Suite::Host, Suite::Browser, Suite::EndToEnd, Suite::Release];
        assert_eq!(
            parse("test"),
            Ok(Task::Test {
                suites,
                filters: Vec::new()
            })
        );
    }

    #[test]
    fn words_after_a_suite_choose_tests() {
        let filters = vec!["keyboard".to_owned(), "--nocapture".to_owned()];
        let expected = Task::Test {
            suites: vec![Suite::EndToEnd],
            filters,
        };
        assert_eq!(parse("test e2e keyboard --nocapture"), Ok(expected));
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        assert_eq!(parse("serve"), Ok(Task::Serve { port: 8080 }));
        assert_eq!(parse("serve --port 9000"), Ok(Task::Serve { port: 9000 }));
    }

    #[test]
    fn a_wrong_word_is_named() {
        assert_eq!(parse(""), Err("Say what to do.".to_owned()));
        assert_eq!(
            parse("serve --port eighty"),
            Err("`eighty` is not a port.".to_owned())
        );
        assert_eq!(
            parse("test unit"),
            Err("There is no test suite `unit`.".to_owned())
        );
        assert_eq!(
            parse("build --fast"),
            Err("`build --fast` is not understood.".to_owned())
        );
    }
}
