//! The files of the site, written into a temporary folder.

mod build;

use std::{fs, io::Read};

use base64::{Engine, engine::general_purpose::STANDARD};
use lupus_car_t::content::Explainer;
use serde_json::Value;
use sha2::{Digest, Sha384};

use crate::fixtures::example;

use build::{Build, write};

#[test]
fn every_file_of_the_site_is_written_and_stands_in_the_manifest_with_size_and_hash()
-> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let manifest = build.manifest();
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    let files = manifest["files"].as_object().expect("the files");
    let content = build.content_path();
    let mut expected = [
        &*content,
        "embed.js",
        "fragment/en.html",
        "host.html",
        "icon.svg",
        "index.html",
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
        files["widget-abc_bg.wasm"]["sha384"],
        "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
    );
    Ok(())
}

#[test]
fn the_scripts_name_the_hashed_files_and_leave_their_comments_out() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let embed = build.text("embed.js");
    let files = embed
        .lines()
        .find_map(|line| line.strip_prefix("const FILES = ")?.strip_suffix(';'))
        .expect("the line with the names");
    let files: Value = serde_json::from_str(files).expect("the names are JSON");
    assert_eq!(files["widget"], "widget-abc.js");
    assert_eq!(files["wasm"], "widget-abc_bg.wasm");
    assert_eq!(files["content"]["en"], build.content_path());
    let comment = embed
        .lines()
        .find(|line| line.trim_start().starts_with("//"));
    assert_eq!(comment, None);
    Ok(())
}

#[test]
fn the_page_carries_the_text_and_no_trace_of_the_template() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let page = build.text("index.html");
    let fragment = build.text("fragment/en.html");
    assert!(
        fragment.starts_with("<div class=\"mount\">"),
        "the element finds its mount by class"
    );
    assert!(
        page.contains(&fragment),
        "what is hydrated is what was pre-rendered, byte for byte"
    );
    assert!(fragment.contains("<!--"), "hydration needs its markers");
    assert!(page.contains("<template shadowrootmode=\"open\">"));
    assert!(page.contains("<title>An example</title>"));
    assert!(page.contains("content=\"The short of it\""));
    assert!(!page.contains("{{"), "a place that nothing fills");
    assert!(!page.contains("data-trunk"));
    Ok(())
}

#[test]
fn title_and_summary_cannot_become_tags_or_attributes_of_the_page() -> Result<(), String> {
    let build = Build::new();
    for (path, old, new) in [
        (
            "explainer.md",
            "\"An example\"",
            "'<i>\"CAR-T\" & more</i>'",
        ),
        (
            "01-at-a-glance.md",
            "\"The short of it\"",
            "'\" onload=\"alert(1)'",
        ),
    ] {
        let path = build.source.path().join("static/content/en").join(path);
        let text = fs::read_to_string(&path).expect("the file is there");
        write(&path, text.replace(old, new).as_bytes());
    }
    build.write(false)?;

    let page = build.text("index.html");
    assert!(page.contains("content=\"&quot; onload=&quot;alert(1)\""));
    assert!(page.contains("<title>&lt;i&gt;&quot;CAR-T&quot; &amp; more&lt;/i&gt;</title>"));
    assert!(!page.contains("<i>"));
    assert_eq!(page.matches("class=\"mount\"").count(), 1);
    Ok(())
}

#[test]
fn the_content_file_holds_the_explainer() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let read: Explainer =
        postcard::from_bytes(&build.read(&build.content_path())).expect("postcard");
    assert!(read == example().explainer);
    Ok(())
}

#[test]
fn the_name_of_the_content_file_changes_with_the_words_only() -> Result<(), String> {
    let name = |heading: &str| -> Result<String, String> {
        let build = Build::new();
        let help = format!("+++\nheading = \"{heading}\"\n+++\nCall a doctor.\n");
        write(
            &build.source.path().join("static/content/en/get-help.md"),
            help.as_bytes(),
        );
        build.write(false)?;
        Ok(build.content_path())
    };
    assert_eq!(name("Get help now")?, name("Get help now")?);
    assert_ne!(name("Get help now")?, name("Get help")?);
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
fn without_the_webassembly_the_error_says_what_is_missing_and_where() {
    for file in ["widget-abc.js", "widget-abc_bg.wasm"] {
        let build = Build::new();
        fs::remove_file(build.out.path().join(file)).expect("the file was there");
        let expected = format!(
            "Trunk left no widget-<hash>.js and widget-<hash>_bg.wasm in {}",
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

#[test]
fn a_script_without_the_place_for_the_names_stops_the_build() {
    let build = Build::new();
    write(
        &build.source.path().join("static/embed.js"),
        b"customElements.define();\n",
    );
    assert_eq!(
        build.write(false),
        Err("embed.js has no line `const FILES = {};`".to_owned())
    );
}
