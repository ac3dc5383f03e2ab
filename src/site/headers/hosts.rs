//! For hosts that read `_headers`.

use super::{Inline, Rule, rules};

/// The file `_headers`, which Netlify, Cloudflare Pages and others read.
pub(in crate::site) fn for_hosts(languages: &[&str], inline: &Inline) -> String {
    let mut lines = vec![
        "# For hosts that read this file, such as Netlify and Cloudflare Pages. It belongs at the top".to_owned(),
        "# of the site: where the folder stands deeper, put the way to it before each path.".to_owned(),
    ];
    for Rule { paths, headers } in rules(languages, inline) {
        for path in paths {
            lines.extend([String::new(), path]);
            lines.extend(
                headers
                    .iter()
                    .map(|(name, value)| format!("  {name}: {value}")),
            );
        }
    }
    lines.join("\n") + "\n"
}
