//! The scripts of the site: what the build gives to each.

use lupus_car_t::site::{Bundler, Language, Script};
use serde_json::Value;

use super::build::{Build, write};

#[test]
fn each_script_names_the_files_that_it_loads_with_their_hashes() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let embed = build.built("embed.js");
    assert_eq!(embed["entry"], "embed.js");
    assert_eq!(embed["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(embed["laterFile"], build.checked(&build.hashed("later-")));
    assert_eq!(embed["styleFile"], build.checked("widget.css"));
    assert_eq!(embed["textFiles"]["de"], build.checked("fragment/de.html"));
    let later = build.built(&build.hashed("later-"));
    assert_eq!(later["widgetFile"], build.checked("widget-abc.js"));
    assert_eq!(later["wasmFile"], build.checked("widget-abc_bg.wasm"));
    assert_eq!(later["frameFile"], build.checked(&build.hashed("frame-")));
    assert_eq!(later["toolsFile"], build.checked(&build.hashed("tools-")));
    let frame = build.built(&build.hashed("frame-"));
    assert_eq!(frame["titles"]["en"], "An example");
    Ok(())
}

#[test]
fn both_sides_of_a_frame_know_each_custom_property_and_its_kind() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let framed = build.inline("frame.html", "script").swap_remove(0);
    for script in [build.text(&build.hashed("frame-")), framed] {
        let given: Value = serde_json::from_str(&script).expect("JSON");
        let properties = &given["customProperties"];
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

    let embed = build.built("embed.de.js");
    let carried = &embed["carried"];
    assert_eq!(carried["de"], build.text("fragment/de.html"));
    assert_eq!(carried["style"], build.text("widget.css"));
    assert_eq!(carried.get("en"), None);
    assert_eq!(build.built("embed.js")["carried"], serde_json::json!({}));
    Ok(())
}

#[test]
fn pages_load_what_they_embed_as_classic_scripts_and_the_rest_as_modules() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    for (name, classic) in [
        ("embed.js", true),
        ("embed.de.js", true),
        (&*build.hashed("later-"), false),
        (&*build.hashed("tools-"), false),
        (&*build.hashed("frame-"), false),
        ("builder-start.js", false),
    ] {
        assert_eq!(build.built(name)["classic"], classic, "{name}");
    }
    Ok(())
}

#[test]
fn only_a_release_has_its_files_made_smaller() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let files = ["widget-abc.js", "widget.css", "plain.css"];
    for name in files {
        assert!(build.text(name).contains('\n'), "{name}");
    }
    build.write(true)?;
    for name in files {
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

/// Answers to everything with the same.
struct Answers(&'static str);

impl Bundler for Answers {
    fn bundle(&self, _: &Script) -> anyhow::Result<String> {
        Ok(self.0.to_owned())
    }

    fn minify(&self, _: Language, _: &str) -> anyhow::Result<String> {
        Ok(self.0.to_owned())
    }
}

#[test]
fn a_script_that_is_not_ascii_once_it_is_bundled_stops_the_build() {
    let build = Build::new();
    assert_eq!(build.write_with(&Answers("say(1)"), false), Ok(()));
    assert_eq!(
        build.write_with(&Answers("say('\u{fc}')"), false),
        Err("frame.js is not ASCII once it is bundled".to_owned())
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
