//! For nginx.

use std::collections::BTreeSet;

use super::{Header, Inline, Rule, TYPES, of_text, rules};

/// The file `nginx.conf`, to be included in a `server` block.
pub(in crate::site) fn for_nginx(languages: &[&str], inline: &Inline) -> String {
    let rules = rules(languages, inline);
    let (everything, rest) = rules.split_at(1);
    let everything: Vec<&Header> = everything.iter().flat_map(|rule| &rule.headers).collect();
    let mut lines: Vec<String> = everything.iter().map(|it| add_header(4, it)).collect();
    for Rule { paths, headers } in rest {
        let ends: Vec<String> = paths.iter().map(|path| expression(path)).collect();
        lines.extend([
            String::new(),
            format!("    location ~ \"({})$\" {{", ends.join("|")),
        ]);
        // What stands in a location hides what stands around it, so all of it is said again.
        lines.extend(
            everything
                .iter()
                .copied()
                .chain(headers)
                .map(|it| add_header(8, it)),
        );
        lines.push("    }".to_owned());
    }
    format!("{}{}\n}}\n", start(), lines.join("\n"))
}

fn add_header(indent: usize, (name, value): &Header) -> String {
    format!("{:indent$}add_header {name} \"{value}\";", "")
}

/// A path as a regular expression that looks at the end of an address.
fn expression(path: &str) -> String {
    path.replace('.', "\\.").replace('*', "[^/]*")
}

/// What files of every kind have around them.
fn start() -> String {
    // nginx takes HTML for text without being told, and warns of a kind that it is told twice.
    let text: BTreeSet<&str> = of_text()
        .map(|(_, kind)| kind)
        .filter(|it| *it != "text/html")
        .collect();
    let text: Vec<&str> = text.into_iter().collect();
    let types: Vec<String> = TYPES
        .iter()
        .map(|(end, kind)| format!("        {kind} {end};\n"))
        .collect();
    format!(
        "\
# For nginx: include this in the server block whose root holds the folder. If the folder is called
# otherwise, or stands deeper, change the next line to its path.
location ^~ /lupus-car-t/ {{
    gzip_static on;
    gzip_vary on;
    charset utf-8;
    charset_types {};
    default_type application/octet-stream;
    types {{
{}    }}
",
        text.join(" "),
        types.concat()
    )
}
