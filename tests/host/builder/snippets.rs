//! The snippets in HTML, to the letter.

use lupus_car_t::builder::{
    choices::{Change, Choices, Form, Slot, Theme, Way},
    manifest::Manifest,
    snippet::{parts, pin, script, static_file},
};

use super::{chosen, manifest};

/// The texts to paste, one after the other.
fn codes(choices: &Choices, manifest: &Manifest) -> Vec<String> {
    let parts = parts(choices, manifest, Some("<h2>Text</h2>\n"));
    parts.into_iter().map(|part| part.code).collect()
}

#[test]
fn the_element_is_a_script_and_a_tag() {
    let expected = r#"<script src="/lupus-car-t/embed.en.js"></script>
<lupus-car-t>
  <a href="/lupus-car-t/index.html">Lupus and CAR-T: read the explainer</a>
</lupus-car-t>"#;
    assert_eq!(codes(&chosen([]), &manifest()), [expected]);
    let without_manifest = codes(&Choices::default(), &Manifest::default());
    assert_eq!(without_manifest, [expected]);
}

#[test]
fn what_differs_stands_on_the_tag_and_the_color_in_the_stylesheet() {
    let choices = chosen([
        Change::Way(Way::Frame),
        Change::Theme(Theme::Dark),
        Change::Accent(" light-dark(#005eb8, #9cf) ".to_owned()),
        Change::Folder("https://cdn.example.org/lct".to_owned()),
        Change::Language(Some("de".to_owned())),
    ]);
    let expected = [
        r#"<script src="https://cdn.example.org/lct/embed.js"></script>
<lupus-car-t lang="de" theme="dark" mode="frame">
  <a href="https://cdn.example.org/lct/de/index.html">Lupus and CAR-T cell therapy</a>
</lupus-car-t>"#,
        "lupus-car-t {\n  --lct-accent: light-dark(#005eb8, #9cf);\n}",
    ];
    assert_eq!(codes(&choices, &manifest()), expected);
}

#[test]
fn a_pinned_script_carries_its_hash() {
    let pinned = chosen([Change::Pinned(true)]);
    let code = &codes(&pinned, &manifest())[0];
    let tag = r#"<script src="/lupus-car-t/embed.en.js" integrity="sha384-english" crossorigin="anonymous"></script>"#;
    assert!(code.starts_with(tag), "{code}");
    let code = &codes(&pinned, &Manifest::default())[0];
    assert!(!code.contains("integrity"), "{code}");
}

#[test]
fn the_iframe_is_sandboxed_and_needs_no_script() {
    let choices = chosen([
        Change::Way(Way::Iframe),
        Change::Theme(Theme::Light),
        Change::Accent("#005eb8".to_owned()),
    ]);
    let expected = r#"<iframe
  src="/lupus-car-t/frame.html#theme=light&amp;--lct-accent=%23005eb8"
  title="Lupus &amp; CAR-T"
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals"
  allow="clipboard-write"
  width="100%"
  height="700"
></iframe>"#;
    assert_eq!(codes(&choices, &manifest()), [expected]);
    assert_eq!(script(&choices, &manifest()), None);
}

#[test]
fn static_html_is_the_text_of_its_file() {
    let choices = chosen([
        Change::Way(Way::Static),
        Change::Accent("#005eb8".to_owned()),
    ]);
    assert_eq!(codes(&choices, &manifest()), ["<h2>Text</h2>"]);
    assert_eq!(static_file(&choices), "snippet/en.html");
    let german = choices.after(Change::Language(Some("de".to_owned())));
    assert_eq!(static_file(&german), "snippet/de.html");
}

#[test]
fn an_include_is_for_several_servers_and_tells_what_to_write_by_hand() {
    let choices = chosen([
        Change::Way(Way::Include),
        Change::Theme(Theme::Dark),
        Change::Folder("/it's \"here\"/".to_owned()),
        Change::Language(Some("en".to_owned())),
    ]);
    let expected = [
        r#"<!--#include virtual="/it's %22here%22/include/en.html" -->"#,
        r#"<?php readfile($_SERVER['DOCUMENT_ROOT'] . '/it\'s "here"/include/en.html'); ?>"#,
        "/it's &quot;here&quot;/",
        r#"theme="dark""#,
    ];
    assert_eq!(codes(&choices, &manifest()), expected);
    let plain = chosen([Change::Way(Way::Include)]);
    assert_eq!(codes(&plain, &manifest()).len(), 2);
    assert_eq!(script(&plain, &manifest()).as_deref(), Some("embed.js"));
    assert_eq!(pin(&plain, &manifest()), None);
}

#[test]
fn what_the_page_says_of_its_own_stands_in_its_slots() {
    let said = [
        Change::Slot(Slot::Contact, " Our nurse:\n 555 0100 ".to_owned()),
        Change::Slot(Slot::Review, "<b>Dr. A & {B}</b>".to_owned()),
    ];
    let contact = r#"<span slot="contact">Our nurse: 555 0100</span>"#;
    let review = r#"<span slot="review">&lt;b&gt;Dr. A &amp; &#123;B&#125;&lt;/b&gt;</span>"#;
    for way in [Way::Element, Way::Frame, Way::Include] {
        for form in way.forms().iter().filter(|it| **it != Form::OEmbed) {
            let changes = [Change::Way(way), Change::Form(*form)];
            let choices = chosen(changes.into_iter().chain(said.clone()));
            let codes = codes(&choices, &manifest()).join("\n");
            for slot in [contact, review] {
                assert!(codes.contains(slot), "{way:?}, {form:?}: {codes}");
            }
            assert!(!codes.contains("publisher"), "{codes}");
        }
    }
    let choices = chosen(said);
    let code = &codes(&choices, &manifest())[0];
    let expected = format!("<lupus-car-t>\n  {contact}\n  {review}\n  <a ");
    assert!(code.contains(&expected), "{code}");
}

#[test]
fn nothing_that_was_typed_gets_out_of_its_place() {
    let folder = "/\"><script>alert(1)</script>/";
    for way in [Way::Element, Way::Frame, Way::Iframe, Way::Include] {
        for form in way.forms() {
            let choices = chosen([
                Change::Way(way),
                Change::Form(*form),
                Change::Folder(folder.to_owned()),
                Change::Accent("red} * {color: red".to_owned()),
            ]);
            let codes = codes(&choices, &manifest()).join("\n");
            // A comment of the server and a string of PHP have rules of their own.
            if way != Way::Include {
                assert!(!codes.contains("><script>"), "{codes}");
            }
            assert!(!codes.contains("red}"), "{codes}");
        }
    }
}
