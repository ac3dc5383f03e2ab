//! Writes the site. Trunk runs this after it has built the WebAssembly. It also writes the packets of a review.

#[cfg(not(target_arch = "wasm32"))]
mod esbuild;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    use std::{env, path::PathBuf};

    use anyhow::Context;

    // `cargo xtask review` asks for the packets of a review instead, and says where.
    if let [command, source, out] = &env::args().skip(1).collect::<Vec<_>>()[..]
        && command == "review"
    {
        let fingerprints = lupus_car_t::site::write_reviews(source.as_ref(), out.as_ref())?;
        for (language, fingerprint) in fingerprints {
            println!("{out}/{language}.html  fingerprint {fingerprint}");
        }
        return Ok(());
    }

    let folder = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .with_context(|| format!("{name} is not set: Trunk sets it"))
    };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let grades = lupus_car_t::site::write(
        &folder("TRUNK_SOURCE_DIR")?,
        &folder("TRUNK_STAGING_DIR")?,
        &esbuild::Esbuild { release },
        release,
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
