//! The pages of the site.

use std::fs;

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
        "what is hydrated is what was pre-rendered, byte for byte"
    );
    assert!(fragment.contains("<!--"), "hydration needs its markers");
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
fn each_language_has_a_page_in_a_folder_of_its_own() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    for (path, root) in [("index.html", ""), ("de/index.html", "../")] {
        let page = build.text(path);
        for file in ["embed.js", "widget.css", "icon.svg"] {
            assert!(
                page.contains(&format!("\"{root}{file}\"")),
                "{path}: {file}"
            );
        }
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
