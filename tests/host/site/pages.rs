//! The pages of the site.

use std::fs;

use lupus_car_t::site::{Bundler, Language, Script};

use super::build::{Build, write};

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
        "the page has what was rendered, byte for byte"
    );
    assert!(!fragment.contains("<!--"), "nothing hydrates it");
    assert!(page.contains("<template shadowrootmode=\"open\" shadowrootserializable>"));
    assert!(page.contains("<title>An example</title>"));
    assert!(page.contains("content=\"The short of it\""));
    assert!(!page.contains("{{"), "a place that nothing fills");
    assert!(!page.contains("data-trunk"));
    Ok(())
}

#[test]
fn the_plain_page_has_the_words_of_the_plain_html_below_its_title_and_no_script()
-> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let snippet = build.text("snippet/en.html");
    let below_title = snippet
        .split_once("</h2>\n")
        .map(|(_, rest)| rest.trim_end_matches("</div>\n"));
    for (path, root) in [("plain.html", ""), ("en/plain.html", "../")] {
        let page = build.text(path);
        assert!(page.contains(below_title.expect("a title")), "{path}");
        assert!(page.contains("<h1>An example</h1>"), "{path}");
        assert!(
            page.contains(&format!("href=\"{root}plain.css\"")),
            "{path}"
        );
        for other in ["<script", "<template", "{{"] {
            assert!(!page.contains(other), "{path} has {other}");
        }
    }
    let index = build.text("index.html");
    assert!(index.contains("<link rel=\"alternate\" type=\"text/html\" href=\"plain.html\""));
    Ok(())
}

#[test]
fn title_and_summary_cannot_become_tags_or_attributes_of_the_page() -> Result<(), String> {
    let build = Build::new();
    // The translation would have to be checked against the changed English.
    let translation = build.source.path().join("static/content/de");
    fs::remove_dir_all(translation).expect("the translation");
    for (path, old, new) in [
        (
            "explainer.md",
            "\"An example\"",
            "'<i>\"CAR-T\" & more</i>'",
        ),
        (
            "01-at-a-glance.md",
            "\"The short of it\"",
            "'\" onload=\"alert()'",
        ),
    ] {
        let path = build.source.path().join("static/content/en").join(path);
        let text = fs::read_to_string(&path).expect("the file is there");
        write(&path, text.replace(old, new).as_bytes());
    }
    build.write(false)?;

    let page = build.text("index.html");
    assert!(page.contains("content=\"&quot; onload=&quot;alert()\""));
    assert!(page.contains("<title>&lt;i&gt;&quot;CAR-T&quot; &amp; more&lt;/i&gt;</title>"));
    assert!(!page.contains("<i>"));
    assert_eq!(page.matches("class=\"mount\"").count(), 1);
    Ok(())
}

#[test]
fn the_pages_bring_their_script_and_style_and_ask_for_nothing_else_before_the_text()
-> Result<(), String> {
    let build = Build::new();
    build.write(true)?;

    let (embed, style) = (build.text("embed.js"), build.text("widget.css"));
    for (path, scripts) in [("index.html", 1), ("de/index.html", 1), ("frame.html", 2)] {
        let inline = build.inline(path, "script");
        assert_eq!(inline.len(), scripts, "{path}");
        assert_eq!(inline.last(), Some(&embed), "{path}");
        let left_alone = build
            .text(path)
            .matches("<script data-cfasync=\"false\">")
            .count();
        assert_eq!(
            left_alone, scripts,
            "{path}: Rocket Loader would run it by another"
        );
        let styles = build.inline(path, "style");
        assert!(styles[0].contains(".lupus-car-t-"), "{path}");
        assert_eq!(styles[1..], [&*style], "{path}");
        for file in [" src=", "rel=\"stylesheet\""] {
            assert!(!build.text(path).contains(file), "{path}: {file}");
        }
    }
    Ok(())
}

/// A bundler whose script for the page in a frame is this.
struct Says(&'static str);

impl Bundler for Says {
    fn bundle(&self, script: &Script) -> anyhow::Result<String> {
        let is_framed = script.entry.ends_with("framed.js");
        Ok(if is_framed { self.0 } else { "" }.to_owned())
    }

    fn minify(&self, _: Language, text: &str) -> anyhow::Result<String> {
        Ok(text.to_owned())
    }
}

#[test]
fn what_would_end_an_inline_script_early_or_late_stops_the_build() {
    for (script, found) in [
        ("'</SCRIPT>'", "has `</script` in it"),
        ("a<!--b", "has `<!--` in it"),
        ("'<script'", "has `<script` in it"),
    ] {
        let error = Build::new().write_with(&Says(script), false);
        let error = error.expect_err("the build stops");
        assert!(error.contains(found), "{error}");
    }
}

#[test]
fn each_language_has_a_page_in_a_folder_of_its_own() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    for (path, root) in [("index.html", ""), ("de/index.html", "../")] {
        let page = build.text(path);
        assert!(page.contains(&format!("\"{root}icon.svg\"")), "{path}");
        // An inline script has no address, so files are found from the page's.
        let base = match root {
            "" => String::new(),
            root => format!(" base=\"{root}\""),
        };
        let language = if root.is_empty() { "en" } else { "de" };
        let tag = format!("<lupus-car-t lang=\"{language}\"{base}>");
        assert!(page.contains(&tag), "{path}: no {tag}");
    }
    assert!(build.text("de/index.html").contains("<html lang=\"de\""));
    assert!(
        build
            .text("de/index.html")
            .contains(&build.text("fragment/de.html"))
    );
    assert!(
        build
            .text("frame.html")
            .contains(&build.text("fragment/en.html"))
    );
    let include = build.text("include/de.html");
    // It may be put into a page of any encoding.
    let spell = |letter: char| match letter {
        _ if letter.is_ascii() => letter.to_string(),
        _ => format!("&#x{:X};", u32::from(letter)),
    };
    let fragment: Vec<String> = build.text("fragment/de.html").chars().map(spell).collect();
    assert!(include.contains(&fragment.concat()));
    assert!(include.contains("<lupus-car-t lang=\"de\">"));
    Ok(())
}
