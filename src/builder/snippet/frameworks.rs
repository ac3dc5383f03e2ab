//! The snippet for React, Vue, `WordPress` and oEmbed.

use super::{
    FRAME_HEIGHT, FRAME_WIDTH, Part,
    html::{iframe, iframe_tag, script, tag},
    markup::indented,
};
use crate::builder::{
    choices::{Choices, Way},
    manifest::Manifest,
};

/// The component around `{{element}}`.
const REACT: &str = r#"import { useEffect, useRef } from "react";

export function LupusCarT({ onReady, onToggle, onError }) {
  const explainer = useRef(null);

  useEffect(() => {
    const element = explainer.current;
    const ready = () => onReady?.();
    const toggle = (event) => onToggle?.(event.detail);
    const error = (event) => onError?.(event.detail);
    element.addEventListener("lct-ready", ready);
    element.addEventListener("lct-toggle", toggle);
    element.addEventListener("lct-error", error);
    return () => {
      element.removeEventListener("lct-ready", ready);
      element.removeEventListener("lct-toggle", toggle);
      element.removeEventListener("lct-error", error);
    };
  }, [onReady, onToggle, onError]);

  return (
{{element}}
  );
}"#;

/// What tells Vue that the tag is none of its components.
const VUE_CONFIGURATION: &str = r#"vue({
  template: {
    compilerOptions: { isCustomElement: (tag) => tag === "lupus-car-t" },
  },
})"#;

/// The events of the element, passed on by a Vue component.
const VUE_LISTENERS: [(&str, Option<&str>); 3] = [
    ("@lct-ready", Some("emit('ready')")),
    ("@lct-toggle", Some("emit('toggle', $event.detail)")),
    ("@lct-error", Some("emit('error', $event.detail)")),
];

pub(super) fn react(choices: &Choices, manifest: &Manifest) -> Vec<Part> {
    if choices.way == Way::Iframe {
        let frame = indented(&iframe_tag(choices, manifest, " />"), 4);
        let code = format!("export function LupusCarT() {{\n  return (\n{frame}\n  );\n}}");
        return vec![component("LupusCarT.jsx", code)];
    }
    // A ref is JavaScript, which no attribute of the choices is: it is put in after they are written.
    let element = tag(choices, &[]).replacen("<lupus-car-t", "<lupus-car-t ref={explainer}", 1);
    let code = REACT.replace("{{element}}", &indented(&element, 4));
    vec![in_head(choices, manifest), component("LupusCarT.jsx", code)]
}

pub(super) fn vue(choices: &Choices, manifest: &Manifest) -> Vec<Part> {
    let template = |inner: &str| format!("<template>\n{}\n</template>", indented(inner, 2));
    if choices.way == Way::Iframe {
        let code = template(&iframe(choices, manifest));
        return vec![component("LupusCarT.vue", code)];
    }
    let script_part =
        "<script setup>\nconst emit = defineEmits([\"ready\", \"toggle\", \"error\"]);\n</script>";
    let element = tag(choices, &VUE_LISTENERS);
    let code = format!("{script_part}\n\n{}", template(&element));
    vec![
        in_head(choices, manifest),
        component("LupusCarT.vue", code),
        Part {
            place: "In vite.config.js, as the plugin for Vue".to_owned(),
            code: VUE_CONFIGURATION.to_owned(),
        },
    ]
}

pub(super) fn word_press(choices: &Choices, html: &str) -> Part {
    let place = if choices.way == Way::Static {
        "In the code editor of WordPress"
    } else {
        "In the code editor of WordPress; your role must be allowed to post unfiltered HTML"
    };
    Part {
        place: place.to_owned(),
        code: format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->"),
    }
}

pub(super) fn oembed(choices: &Choices, manifest: &Manifest) -> Part {
    let frame = Choices {
        way: Way::Iframe,
        ..choices.clone()
    };
    let answer = serde_json::json!({
        "type": "rich",
        "version": "1.0",
        "title": manifest.title(choices.language.as_deref()),
        "provider_name": "lupus-car-t",
        "width": FRAME_WIDTH,
        "height": FRAME_HEIGHT,
        "html": iframe(&frame, manifest).replace("\n  ", " ").replace('\n', ""),
    });
    Part {
        place: "What your oEmbed service answers; give the folder with its whole address, https and all".to_owned(),
        // Strings and numbers can always be written.
        code: format!("{answer:#}"),
    }
}

fn in_head(choices: &Choices, manifest: &Manifest) -> Part {
    Part {
        place: "In the head of the page that your program runs in".to_owned(),
        code: script(choices, manifest, true),
    }
}

fn component(file: &str, code: String) -> Part {
    Part {
        place: format!("A component, {file}"),
        code,
    }
}
