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

/// The component around `{{element}}`. What is between `{{ts}}` and `{{js}}` is for TypeScript alone.
const REACT: &str = r#""use client";

import { useEffect, useRef } from "react";

{{ts}}declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lupus-car-t": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        [attribute: string]: unknown;
      };
    }
  }
}

type Props = {
  onReady?: () => void;
  onToggle?: (detail: { section: string; open: boolean }) => void;
  onError?: (detail: { stage: string; reason: string }) => void;
};

{{js}}export function LupusCarT({ onReady, onToggle, onError }{{ts}}: Props{{js}}) {
  const explainer = useRef{{ts}}<HTMLElement>{{js}}(null);

  useEffect(() => {
    const element = explainer.current;
    const hear = (event{{ts}}: Event{{js}}) => {
      const { type, detail } = event{{ts}} as CustomEvent{{js}};
      if (type === "lct-ready") onReady?.();
      if (type === "lct-toggle") onToggle?.(detail);
      if (type === "lct-error") onError?.(detail);
    };
    const types = ["lct-ready", "lct-toggle", "lct-error"];
    types.forEach((type) => element?.addEventListener(type, hear));
    return () => types.forEach((type) => element?.removeEventListener(type, hear));
  }, [onReady, onToggle, onError]);

  return (
{{element}}
  );
}"#;

/// A Vue component's script. It says to the checker what the tag is, so that no other file is needed.
const VUE_SCRIPT: &str = r#"<script setup lang="ts">
import type { HTMLAttributes } from "vue";

type Toggle = { section: string; open: boolean };
type Failure = { stage: string; reason: string };

const emit = defineEmits<{ ready: []; toggle: [Toggle]; error: [Failure] }>();

declare module "vue" {
  interface GlobalComponents {
    "lupus-car-t": new () => {
      $props: HTMLAttributes & {
        [attribute: string]: unknown;
        onLctReady?: (event: CustomEvent) => void;
        onLctToggle?: (event: CustomEvent<Toggle>) => void;
        onLctError?: (event: CustomEvent<Failure>) => void;
      };
    };
  }
}
</script>"#;

/// Not `LupusCarT.vue`: Vue, and its checker, would take the tag inside for the component itself.
const VUE_FILE: &str = "LupusExplainer.vue";

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
        return vec![component("LupusCarT.jsx or LupusCarT.tsx", code)];
    }
    // A ref is JavaScript, which no attribute of the choices is: it is put in after they are written.
    let element = tag(choices, manifest, &[]);
    let element = element.replacen("<lupus-car-t", "<lupus-car-t ref={explainer}", 1);
    let code = |is_typed| {
        let code = in_script(REACT, is_typed);
        code.replace("{{element}}", &indented(&element, 4))
    };
    vec![
        in_head(choices, manifest),
        component("LupusCarT.tsx", code(true)),
        component("LupusCarT.jsx, the same without types", code(false)),
    ]
}

/// A script with or without what is for TypeScript alone.
fn in_script(script: &str, is_typed: bool) -> String {
    let mut pieces = script.split("{{ts}}");
    let mut code = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (typed, rest) = piece.split_once("{{js}}").unwrap_or_default();
        if is_typed {
            code.push_str(typed);
        }
        code.push_str(rest);
    }
    code
}

pub(super) fn vue(choices: &Choices, manifest: &Manifest) -> Vec<Part> {
    let template = |inner: &str| format!("<template>\n{}\n</template>", indented(inner, 2));
    if choices.way == Way::Iframe {
        let code = template(&iframe(choices, manifest));
        return vec![component(VUE_FILE, code)];
    }
    let element = tag(choices, manifest, &VUE_LISTENERS);
    let code = format!("{VUE_SCRIPT}\n\n{}", template(&element));
    vec![
        in_head(choices, manifest),
        component(VUE_FILE, code),
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
