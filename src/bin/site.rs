//! Writes the site. Trunk runs this after it has built the WebAssembly.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    use std::{
        env,
        io::Write,
        path::PathBuf,
        process::{Command, Stdio},
    };

    use anyhow::{Context, ensure};
    use lupus_car_t::site::Language;

    let folder = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .with_context(|| format!("{name} is not set: Trunk sets it"))
    };
    // Both are on the search path: `cargo xtask build` has seen to it.
    let minify = |language: Language, text: &str| {
        let (program, arguments) = match language {
            Language::JavaScript => (
                "terser",
                [
                    "--module",
                    "--compress=passes=3",
                    "--mangle",
                    // A page of another encoding would read anything else as its own.
                    "--format=ascii_only",
                ]
                .as_slice(),
            ),
            // The oldest browsers of the README.
            Language::Css => (
                "esbuild",
                [
                    "--minify",
                    "--loader=css",
                    "--target=chrome98,firefox97,safari15.4",
                ]
                .as_slice(),
            ),
        };
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {program}, which makes files smaller"))?;
        let mut input = child.stdin.take().context("it reads nothing")?;
        input.write_all(text.as_bytes())?;
        drop(input);
        let output = child.wait_with_output()?;
        ensure!(output.status.success(), "{program} refused a file");
        Ok(String::from_utf8(output.stdout)?)
    };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let grades = lupus_car_t::site::write(
        &folder("TRUNK_SOURCE_DIR")?,
        &folder("TRUNK_STAGING_DIR")?,
        release.then_some(&minify),
    )?;
    if release {
        println!(
            "{:<16} {:>6} {:>15} {:>6}",
            "reading grade", "words", "Flesch-Kincaid", "SMOG"
        );
        for grade in grades {
            println!(
                "{:<16} {:>6} {:>15} {:>6}",
                grade.name, grade.words, grade.flesch_kincaid, grade.smog
            );
        }
    }
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
