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

    let folder = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .with_context(|| format!("{name} is not set: Trunk sets it"))
    };
    // Terser is on the search path: `cargo xtask build` has seen to it.
    let minify = |script: &str| {
        let mut terser = Command::new("terser")
            .args(["--module", "--compress", "passes=3", "--mangle"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting terser, which makes scripts smaller")?;
        let mut input = terser.stdin.take().context("terser reads nothing")?;
        input.write_all(script.as_bytes())?;
        drop(input);
        let output = terser.wait_with_output()?;
        ensure!(output.status.success(), "terser refused a script");
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
