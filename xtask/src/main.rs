//! `cargo xtask`: the project's own commands. Cargo is all they need; the rest they fetch themselves.

mod again;
mod bench;
mod budget;
mod build;
mod check;
mod install;
mod npm;
mod places;
mod run;
mod suites;
mod system;
mod task;
mod tidy;
mod toolbox;
mod tools;
mod version;

use std::{env, process::ExitCode};

use crate::task::{Task, USAGE};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let task = match Task::parse(&arguments) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match task.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
