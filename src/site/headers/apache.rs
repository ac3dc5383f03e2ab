//! For Apache.

use super::{Header, Inline, Rule, TYPES, of_text, rules};

/// What stands above the rules.
const START: &str = "\
# For Apache 2.4, which reads this file where the server lets it: AllowOverride FileInfo, or All. It needs the modules
# headers and mime. If Apache answers 500 for the folder, it lets files set less than that: delete this one, and have
# the same written where your server is set up.
";

/// The file `.htaccess`, which stands in the folder itself.
pub(in crate::site) fn for_apache(languages: &[&str], inline: &Inline) -> String {
    let rules = rules(languages, inline);
    let (everything, rest) = rules.split_at(1);
    let mut lines = vec!["<IfModule mod_mime.c>".to_owned()];
    lines.extend(
        TYPES
            .iter()
            .map(|(end, kind)| format!("    AddType {kind} .{end}")),
    );
    let text: Vec<String> = of_text().map(|(end, _)| format!(".{end}")).collect();
    lines.push(format!("    AddCharset utf-8 {}", text.join(" ")));
    lines.extend(["</IfModule>", "", "<IfModule mod_headers.c>"].map(str::to_owned));
    let headers = everything.iter().flat_map(|rule| &rule.headers);
    lines.extend(headers.map(|it| set(4, it)));
    for Rule { paths, headers } in rest {
        let mut names: Vec<String> = paths.iter().filter_map(|path| expression(path)).collect();
        names.sort_unstable();
        names.dedup();
        lines.extend([
            String::new(),
            format!("    <FilesMatch \"^({})$\">", names.join("|")),
        ]);
        lines.extend(headers.iter().map(|it| set(8, it)));
        lines.push("    </FilesMatch>".to_owned());
    }
    lines.push("</IfModule>".to_owned());
    format!("{START}{}\n", lines.join("\n"))
}

fn set(indent: usize, (name, value): &Header) -> String {
    format!("{:indent$}Header set {name} \"{value}\"", "")
}

/// The name of a file as a regular expression, without its folder: that is all which Apache looks at. A path without
/// the end of a name, or of a folder, is that of a file that has a path of its own.
fn expression(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let is_file = name.contains(['.', '*']);
    is_file.then(|| name.replace('.', "\\.").replace('*', ".*"))
}
