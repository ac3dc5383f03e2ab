//! The snippets for React, Vue, `WordPress` and oEmbed.

use lupus_car_t::builder::{
    choices::{Change, Choices, Form, Open, Way},
    snippet::{Part, parts, script},
};

use super::{chosen, manifest};
use crate::fixtures::project;

const SCRIPT: &str = r#"<script src="/lupus-car-t/embed.en.js" async></script>"#;

fn in_form(form: Form, changes: impl IntoIterator<Item = Change>) -> (Choices, Vec<Part>) {
    let choices = chosen(changes).after(Change::Form(form));
    let parts = parts(&choices, &manifest(), Some("<h2>Text</h2>"));
    (choices, parts)
}

#[test]
fn react_has_the_tag_and_its_events() {
    let (_, parts) = in_form(Form::React, [Change::Open(Open::All)]);
    assert_eq!(parts[0].code, SCRIPT);
    for component in &parts[1..] {
        let code = &component.code;
        // Where pages are rendered on a server, a component that listens has to say so.
        assert!(code.starts_with("\"use client\";\n\nimport "), "{code}");
        let tag = r#"
    <lupus-car-t ref={explainer} open="all">
      <a href="/lupus-car-t/index.html">Lupus and CAR-T: read the explainer</a>
    </lupus-car-t>
  );
}"#;
        assert!(code.ends_with(tag), "{code}");
        assert!(!code.contains("{{"), "{code}");
        for event in ["lct-ready", "lct-toggle", "lct-error"] {
            assert!(code.contains(&format!("\"{event}\"")), "{code}");
        }
    }
    let types = ["declare", "type Props", ": Event", " as ", "<HTMLElement>"];
    for (part, expected) in [(1, 5), (2, 0)] {
        let code = &parts[part].code;
        let found = types.iter().filter(|it| code.contains(**it)).count();
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn react_closes_an_iframe_as_jsx_does() {
    let (_, parts) = in_form(Form::React, [Change::Way(Way::Iframe)]);
    let expected = r#"export function LupusCarT() {
  return (
    <iframe
      src="/lupus-car-t/frame.html"
      title="Lupus &amp; CAR-T"
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals"
      allow="clipboard-write"
      width="100%"
      height="700"
    />
  );
}"#;
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].code, expected);
}

#[test]
fn vue_passes_the_events_on() {
    let (_, parts) = in_form(Form::Vue, [Change::HeadingLevel(3)]);
    let template = r#"</script>

<template>
  <lupus-car-t
    heading-level="3"
    @lct-ready="emit('ready')"
    @lct-toggle="emit('toggle', $event.detail)"
    @lct-error="emit('error', $event.detail)"
  >
    <a href="/lupus-car-t/index.html">Lupus and CAR-T: read the explainer</a>
  </lupus-car-t>
</template>"#;
    assert!(parts[1].code.starts_with("<script setup lang=\"ts\">\n"));
    assert!(parts[1].code.ends_with(template), "{}", parts[1].code);
    // A component of the tag's own name would show itself inside itself.
    assert!(!parts[1].place.contains("LupusCarT.vue"));
    assert_eq!(parts[0].code, SCRIPT);
    assert!(
        parts[2]
            .code
            .contains("isCustomElement: (tag) => tag === \"lupus-car-t\"")
    );
}

#[test]
fn word_press_has_a_block_of_html() {
    let (_, parts) = in_form(Form::WordPress, [Change::Way(Way::Static)]);
    assert_eq!(
        parts[0].code,
        "<!-- wp:html -->\n<h2>Text</h2>\n<!-- /wp:html -->"
    );
    assert!(!parts[0].place.contains("unfiltered"));
    let (_, parts) = in_form(Form::WordPress, []);
    assert!(parts[0].code.starts_with("<!-- wp:html -->\n<script"));
    assert!(parts[0].place.contains("unfiltered"));
}

#[test]
fn oembed_is_valid_json_around_an_iframe() {
    let (choices, parts) = in_form(Form::OEmbed, [Change::Accent("#005eb8".to_owned())]);
    assert_eq!(parts.len(), 1);
    assert_eq!(script(&choices, &manifest()), None);
    let answer: serde_json::Value = serde_json::from_str(&parts[0].code).expect("JSON");
    let expected = serde_json::json!({
        "type": "rich",
        "version": "1.0",
        "title": "Lupus & CAR-T",
        "provider_name": "lupus-car-t",
        "width": 720,
        "height": 700,
        "html": "<iframe src=\"/lupus-car-t/frame.html#--lct-accent=%23005eb8\" title=\"Lupus &amp; CAR-T\" \
                 sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals\" \
                 allow=\"clipboard-write\" \
                 width=\"100%\" height=\"700\"></iframe>",
    });
    assert_eq!(answer, expected);
}

#[test]
fn the_readme_has_the_same() {
    let readme = std::fs::read_to_string(project().join("README.md")).expect("the README");
    let choices = chosen([]);
    let html = parts(&choices, &manifest(), None);
    let mut wanted: Vec<String> = html.into_iter().map(|it| it.code).collect();
    for form in [Form::React, Form::Vue, Form::WordPress] {
        let (_, parts) = in_form(form, []);
        let listed = parts.into_iter().filter(|it| !it.place.contains(".jsx"));
        wanted.extend(listed.map(|it| it.code));
    }
    for code in wanted {
        assert!(readme.contains(&format!("\n{code}\n```")), "{code}");
    }
}
