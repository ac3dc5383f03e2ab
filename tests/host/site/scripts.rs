//! The scripts of the site: what the build fills in, and what it leaves out.

use super::build::{Build, write};

#[test]
fn each_script_names_the_files_that_it_loads_with_their_hashes() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let embed = build.constant("embed.js", "FILES");
    assert_eq!(embed["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(embed["later"], build.checked(&build.hashed("later-")));
    assert_eq!(embed["style"], build.checked("widget.css"));
    assert_eq!(embed["text"]["de"], build.checked("fragment/de.html"));
    let later = build.constant(&build.hashed("later-"), "FILES");
    assert_eq!(later["widget"], build.checked("widget-abc.js"));
    assert_eq!(later["wasm"], build.checked("widget-abc_bg.wasm"));
    assert_eq!(later["frame"], build.checked(&build.hashed("frame-")));
    assert_eq!(
        later["content"]["en"],
        build.checked(&build.hashed("content/en."))
    );
    let frame = build.hashed("frame-");
    assert_eq!(build.constant(&frame, "TITLES")["en"], "An example");
    Ok(())
}

#[test]
fn both_sides_of_a_frame_know_each_custom_property_and_its_kind() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    for script in [build.hashed("frame-"), "framed.js".to_owned()] {
        let properties = build.constant(&script, "PROPERTIES");
        for (name, kind) in [
            ("--lct-accent", "color"),
            ("--lct-on-accent", "color"),
            ("--lct-background", "color"),
            ("--lct-font", "font"),
            ("--lct-font-size", "length"),
            ("--lct-measure", "length"),
            ("--lct-radius", "length"),
        ] {
            assert_eq!(properties[name], kind, "{name} in {script}");
        }
    }
    Ok(())
}

#[test]
fn a_custom_property_of_no_known_kind_stops_the_build() {
    for (rule, reason) in [
        (".x { color: var(--lct-x); }", "`--lct-x` has no default"),
        (".x { color: var(--lct-x, none); }", "what `--lct-x` is"),
        (
            ".x { color: var(--lct-radius, #fff); }",
            "`--lct-radius` has defaults of two kinds",
        ),
    ] {
        let build = Build::new();
        let path = build.source.path().join("static/widget.css");
        let style = std::fs::read_to_string(&path).expect("the stylesheet");
        write(&path, format!("{style}{rule}").as_bytes());
        let error = build.write(false).expect_err("the build stops");
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn a_script_for_one_language_carries_its_text_and_the_stylesheet() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let carried = build.constant("embed.de.js", "CARRIED");
    assert_eq!(carried["de"], build.text("fragment/de.html"));
    assert_eq!(carried["style"], build.text("widget.css"));
    assert_eq!(carried.get("en"), None);
    assert_eq!(build.constant("embed.js", "CARRIED"), serde_json::json!({}));
    Ok(())
}

#[test]
fn only_a_release_has_its_scripts_made_smaller() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let scripts = ["embed.js", "embed.en.js", "framed.js", "widget-abc.js"];
    for name in scripts {
        let text = build.text(name);
        assert!(text.contains('\n'), "{name}");
        let comment = text
            .lines()
            .find(|line| line.trim_start().starts_with("//"));
        assert_eq!(comment, None, "{name}");
    }
    build.write(true)?;
    for name in scripts {
        assert!(!build.text(name).contains('\n'), "{name}");
    }
    Ok(())
}

/// A page of another encoding, on a server that names none, would read anything else as its own.
#[test]
fn what_pages_take_in_is_ascii() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    for name in [
        "embed.js",
        "embed.en.js",
        "embed.de.js",
        "framed.js",
        "include/en.html",
        "include/de.html",
        "snippet/en.html",
        "snippet/de.html",
    ] {
        let text = build.text(name);
        let other: String = text.chars().filter(|it| !it.is_ascii()).collect();
        assert_eq!(other, "", "{name}");
    }
    assert!(
        !build.text("fragment/de.html").is_ascii(),
        "the example says nothing of this"
    );
    Ok(())
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
        Err("a script has no line `const FILES = {};` to be filled in".to_owned())
    );
}

#[test]
fn only_a_release_has_short_names_between_script_and_webassembly() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    assert!(build.text("widget-abc.js").contains("__wbg_abc:"));
    let before = build.read("widget-abc_bg.wasm");
    build.write(true)?;
    assert!(build.text("widget-abc.js").contains("0: function"));
    let name = b"\x09__wbg_abc";
    let place = before.windows(name.len()).position(|it| it == name);
    let place = place.expect("the module has the name");
    let after = build.read("widget-abc_bg.wasm");
    assert_eq!(after[place..place + 2], *b"\x010", "{after:?}");
    Ok(())
}

#[test]
fn a_script_that_lacks_what_the_webassembly_imports_stops_the_build() {
    let build = Build::new();
    write(
        &build.out.path().join("widget-abc.js"),
        b"export const start = 1;\n",
    );
    let error = "the script does not give `__wbg_abc` to the WebAssembly in one place";
    assert_eq!(build.write(true), Err(error.to_owned()));
}
