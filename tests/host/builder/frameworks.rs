//! The snippets for React, Vue, `WordPress` and oEmbed.

use lupus_car_t::builder::{
    choices::{Change, Choices, Form, Open, Way},
    snippet::{Part, parts, script},
};

use super::{chosen, manifest};

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
    let component = &parts[1].code;
    assert!(component.ends_with(
        r#"  return (
    <lupus-car-t ref={explainer} open="all">
      <p>
        The explainer could not be loaded. <a href="/lupus-car-t/index.html">Open it as a page</a>.
      </p>
    </lupus-car-t>
  );
}"#
    ));
    for event in ["lct-ready", "lct-toggle", "lct-error"] {
        assert!(component.contains(&format!("addEventListener(\"{event}\"")));
        assert!(component.contains(&format!("removeEventListener(\"{event}\"")));
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
    let expected = r#"<script setup>
const emit = defineEmits(["ready", "toggle", "error"]);
</script>

<template>
  <lupus-car-t
    heading-level="3"
    @lct-ready="emit('ready')"
    @lct-toggle="emit('toggle', $event.detail)"
    @lct-error="emit('error', $event.detail)"
  >
    <p>
      The explainer could not be loaded. <a href="/lupus-car-t/index.html">Open it as a page</a>.
    </p>
  </lupus-car-t>
</template>"#;
    assert_eq!(parts[0].code, SCRIPT);
    assert_eq!(parts[1].code, expected);
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
