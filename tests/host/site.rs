//! The files of the site, written into a temporary folder.

mod build;
mod headers;
mod pages;
mod policies;
mod scripts;
mod structured_data;

use std::{fs, io::Read};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use build::{Build, write};

#[test]
fn every_file_of_the_site_is_written_and_stands_in_the_manifest_with_size_and_hash()
-> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let manifest = build.manifest();
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    let files = manifest["files"].as_object().expect("the files");
    let mut expected = [
        &*build.hashed("frame-"),
        &*build.hashed("later-"),
        &*build.hashed("search-de-"),
        &*build.hashed("search-en-"),
        &*build.hashed("tools-"),
        "de/index.html",
        "de/plain.html",
        "embed.de.js",
        "embed.en.js",
        "embed.js",
        "en/index.html",
        "en/plain.html",
        "fragment/de.html",
        "fragment/en.html",
        "frame.html",
        "host.html",
        "icon.svg",
        "include/de.html",
        "include/en.html",
        "index.html",
        "lupus-car-t.d.ts",
        "plain.css",
        "plain.html",
        "snippet/de.html",
        "snippet/en.html",
        "builder-start.js",
        "builder_bg.wasm",
        "widget-abc.js",
        "widget-abc_bg.wasm",
        "widget.css",
    ];
    expected.sort_unstable();
    assert_eq!(files.keys().collect::<Vec<_>>(), expected);
    for (path, entry) in files {
        let bytes = build.read(path);
        assert_eq!(entry["bytes"], bytes.len(), "{path}");
        assert_eq!(
            entry["sha384"],
            STANDARD.encode(Sha384::digest(&bytes)),
            "{path}"
        );
    }
    // The hash that RFC 6234 and every other program gives for `abc`.
    assert_eq!(
        files["builder_bg.wasm"]["sha384"],
        "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
    );
    Ok(())
}

#[test]
fn the_manifest_tells_what_pins_the_scripts_and_what_languages_there_are() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let manifest = build.manifest();
    for name in ["embed.js", "embed.en.js", "embed.de.js"] {
        let hash = STANDARD.encode(Sha384::digest(build.read(name)));
        assert_eq!(manifest["entry"][name], format!("sha384-{hash}"));
    }
    let english = &manifest["languages"]["en"];
    assert_eq!(english["title"], "An example");
    assert_eq!(english["direction"], "ltr");
    let section = &english["sections"][0];
    assert_eq!(section["id"], "at-a-glance");
    assert!(section["heading"].is_string());
    assert!(manifest["languages"]["de"].is_object());
    Ok(())
}

#[test]
fn a_release_has_each_file_compressed_beside_it() -> Result<(), String> {
    let build = Build::new();
    build.write(true)?;

    let manifest = build.manifest();
    for (path, entry) in manifest["files"].as_object().expect("the files") {
        let bytes = build.read(path);
        let brotli = build.read(&format!("{path}.br"));
        assert_eq!(entry["brotli"], brotli.len(), "{path}");
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli, &mut read).expect("brotli");
        assert!(read == bytes, "{path}.br");
        let mut read = Vec::new();
        let gzip = build.read(&format!("{path}.gz"));
        flate2::read::GzDecoder::new(&*gzip)
            .read_to_end(&mut read)
            .expect("gzip");
        assert!(read == bytes, "{path}.gz");
    }
    Ok(())
}

#[test]
fn each_file_of_a_release_is_in_the_manifest_with_its_hash() -> Result<(), String> {
    let build = Build::new();
    build.write(true)?;

    let manifest = build.manifest();
    let lists = ["files", "compressed", "servers"];
    let entry = |path: &str| lists.iter().find_map(|list| manifest[*list].get(path));
    let mut folders = vec![build.out.path().to_owned()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(build.out.path()).expect("a file of it");
            let name = name.display().to_string();
            // What lists the others cannot list itself.
            if name == "manifest.json" {
                continue;
            }
            let entry = entry(&name).unwrap_or_else(|| panic!("{name} is not in the manifest"));
            let hash = STANDARD.encode(Sha384::digest(build.read(&name)));
            assert_eq!(entry["sha384"], hash, "{name}");
            count += 1;
        }
    }
    let listed = lists.map(|list| manifest[list].as_object().expect("a list").len());
    assert_eq!(listed.iter().sum::<usize>(), count);
    Ok(())
}

#[test]
fn without_the_webassembly_the_error_says_what_is_missing_and_where() {
    for file in ["widget-abc.js", "widget-abc_bg.wasm"] {
        let build = Build::new();
        fs::remove_file(build.out.path().join(file)).expect("the file was there");
        let expected = format!(
            "Trunk left no {} in {}",
            file.replace("abc", "<hash>"),
            build.out.path().display()
        );
        assert_eq!(build.write(false), Err(expected), "without {file}");
    }
}

#[test]
fn refused_content_stops_the_build_with_the_place_to_mend() {
    let build = Build::new();
    write(
        &build.source.path().join("static/content/en/get-help.md"),
        b"Call a doctor.\n",
    );
    let error = build.write(false).expect_err("no front matter");
    assert!(
        error.starts_with("static/content/en/get-help.md:1: "),
        "{error}"
    );
}
