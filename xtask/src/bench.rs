//! `bench`: how the explainer compares with other ways of showing the same words; and `bench search`, which measures
//! the search alone.

use std::process::Command;

use anyhow::Result;

use crate::{
    npm, run,
    suites::{equip_end_to_end, prepare_release},
    system::{self, BROWSERS},
    toolbox::Toolbox,
    tools::{BINARYEN, WASM_BINDGEN},
};

/// What is to be measured, and how thoroughly.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Bench {
    /// The search alone.
    search: bool,
    /// How often each page is opened; the measurement's own choice when absent.
    rounds: Option<usize>,
    /// The ways to measure, with commas between them; all when absent.
    only: Option<String>,
    /// One round with few copies, to see whether all works.
    quick: bool,
}

impl Bench {
    /// What the words after `bench` ask for, or a sentence saying what is wrong with them.
    pub(crate) fn parse(words: &[&str]) -> Result<Self, String> {
        let mut bench = Self::default();
        let mut rest = words;
        if let ["search", after @ ..] = rest {
            bench.search = true;
            rest = after;
        }
        loop {
            rest = match rest {
                [] => return Ok(bench),
                ["--rounds", rounds, after @ ..] => {
                    bench.rounds = match rounds.parse() {
                        Ok(rounds) if rounds > 0 => Some(rounds),
                        _ => return Err(format!("`{rounds}` is not a number of rounds.")),
                    };
                    after
                }
                ["--only", names, after @ ..] if !bench.search => {
                    bench.only = Some((*names).to_owned());
                    after
                }
                ["--quick", after @ ..] if !bench.search => {
                    bench.quick = true;
                    after
                }
                _ => return Err(format!("`bench {}` is not understood.", words.join(" "))),
            };
        }
    }

    /// Builds the release and measures it in Chromium, which alone can be slowed down.
    pub(crate) fn run(&self) -> Result<()> {
        system::ensure(BROWSERS)?;
        prepare_release()?;
        if self.search {
            return self.measure_search();
        }
        npm::install("tests/bench")?;
        let mut node = run::command("node");
        node.arg("tests/bench/bench.mjs").current_dir(run::root());
        self.pass_rounds(&mut node);
        if let Some(only) = &self.only {
            node.args(["--only", only]);
        }
        if self.quick {
            node.arg("--quick");
        }
        // The peer that is a Yew app is built as the release is.
        Toolbox::with(&[WASM_BINDGEN, BINARYEN])?.equip(&mut node)?;
        run::step(&mut node)
    }

    fn measure_search(&self) -> Result<()> {
        let mut cargo = run::cargo();
        cargo.args(["run", "-p", "e2e", "--bin", "search", "--"]);
        self.pass_rounds(&mut cargo);
        equip_end_to_end(&mut cargo, &Toolbox::with(&[])?)?;
        run::step(&mut cargo)
    }

    fn pass_rounds(&self, command: &mut Command) {
        if let Some(rounds) = self.rounds {
            command.args(["--rounds", &rounds.to_string()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Bench, String> {
        Bench::parse(&line.split_whitespace().collect::<Vec<_>>())
    }

    #[test]
    fn bench_takes_a_number_of_rounds_but_not_none() {
        assert_eq!(parse(""), Ok(Bench::default()));
        let three = Bench {
            rounds: Some(3),
            ..Bench::default()
        };
        assert_eq!(parse("--rounds 3"), Ok(three));
        assert_eq!(
            parse("--rounds 0"),
            Err("`0` is not a number of rounds.".to_owned())
        );
        assert_eq!(
            parse("text"),
            Err("`bench text` is not understood.".to_owned())
        );
    }

    #[test]
    fn bench_measures_some_ways_alone_and_quickly() {
        let expected = Bench {
            only: Some("page,copies".to_owned()),
            quick: true,
            ..Bench::default()
        };
        assert_eq!(parse("--only page,copies --quick"), Ok(expected));
    }

    #[test]
    fn bench_search_has_rounds_and_nothing_else_to_choose() {
        let expected = Bench {
            search: true,
            rounds: Some(3),
            ..Bench::default()
        };
        assert_eq!(parse("search --rounds 3"), Ok(expected));
        assert_eq!(
            parse("search --quick"),
            Err("`bench search --quick` is not understood.".to_owned())
        );
    }
}
