//! What `_headers` says of each file, and that nginx and Apache are told of the same.

use std::collections::BTreeMap;

use super::build::Build;

/// Each path of the file with its headers.
pub(super) fn rules(text: &str) -> BTreeMap<&str, Vec<(&str, &str)>> {
    let mut rules = BTreeMap::new();
    let mut path = "";
    for line in text
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
    {
        if line.starts_with('/') {
            path = line;
            let before = rules.insert(path, Vec::new());
            assert!(before.is_none(), "{path} is there twice");
        } else {
            let header = line.trim().split_once(": ").expect("a header");
            rules.get_mut(path).expect("a path above").push(header);
        }
    }
    rules
}

fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => {
            path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
        }
        None => pattern == path,
    }
}

/// All values of a header that `path` is sent with.
pub(super) fn values<'a>(
    rules: &BTreeMap<&str, Vec<(&str, &'a str)>>,
    path: &str,
    name: &str,
) -> Vec<&'a str> {
    let fitting = rules.iter().filter(|(pattern, _)| fits(pattern, path));
    let headers = fitting.flat_map(|(_, headers)| headers);
    headers
        .filter(|(it, _)| *it == name)
        .map(|(_, value)| *value)
        .collect()
}

/// Every address that may be asked for: each file, and each folder that has a page.
pub(super) fn paths(build: &Build) -> Vec<String> {
    let manifest = build.manifest();
    let files = manifest["files"].as_object().expect("the files");
    let mut paths: Vec<String> = files.keys().map(|file| format!("/{file}")).collect();
    paths.push("/manifest.json".to_owned());
    let folders: Vec<String> = paths
        .iter()
        .filter_map(|it| it.strip_suffix("index.html").map(str::to_owned))
        .collect();
    assert!(folders.iter().any(|folder| folder == "/"), "{folders:?}");
    [paths, folders].concat()
}

#[test]
fn each_file_is_kept_for_good_or_asked_for_each_time() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let text = build.text("_headers");
    let rules = rules(&text);
    for path in paths(&build) {
        let is_named_after_its_bytes = ["/widget-abc", "/later-", "/tools-", "/frame-", "/search-"]
            .iter()
            .any(|start| path.starts_with(start));
        let expected = if is_named_after_its_bytes {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=0, must-revalidate"
        };
        assert_eq!(values(&rules, &path, "Cache-Control"), [expected], "{path}");
    }
    Ok(())
}

#[test]
fn no_header_of_a_file_is_set_twice_and_each_file_may_be_read_from_elsewhere() -> Result<(), String>
{
    let build = Build::new();
    build.write(false)?;
    let text = build.text("_headers");
    let rules = rules(&text);
    for path in paths(&build) {
        for (name, _) in rules.values().flatten() {
            let count = values(&rules, &path, name).len();
            assert!(count <= 1, "{path}: {name} is set {count} times");
        }
        for (name, expected) in [
            ("Access-Control-Allow-Origin", "*"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ] {
            assert_eq!(values(&rules, &path, name), [expected], "{path}");
        }
    }
    Ok(())
}

/// Otherwise a page that asks the same of all that it embeds would show none.
#[test]
fn a_frame_lets_itself_be_shown_where_all_that_is_embedded_has_to_say_so() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let text = build.text("_headers");
    let rules = rules(&text);
    for path in ["/frame.html", "/frame"] {
        let value = values(&rules, path, "Cross-Origin-Embedder-Policy");
        assert_eq!(value, ["require-corp"], "{path}");
    }
    for path in ["/", "/index.html", "/host.html", "/embed.js"] {
        let value = values(&rules, path, "Cross-Origin-Embedder-Policy");
        assert!(value.is_empty(), "{path}: {value:?}");
    }
    Ok(())
}

/// As Cloudflare Pages documents them; other hosts have none or wider ones.
#[test]
fn the_file_keeps_within_the_limits_of_hosts() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let text = build.text("_headers");
    assert!(rules(&text).len() <= 100);
    assert_eq!(text.lines().find(|line| line.len() > 2000), None);
    let stars = |path: &&&str| path.matches('*').count() > 1;
    assert_eq!(rules(&text).keys().find(stars), None);
    Ok(())
}

#[test]
fn nginx_is_told_every_header_and_value() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let (text, nginx) = (build.text("_headers"), build.text("nginx.conf"));
    for (name, value) in rules(&text).values().flatten() {
        let line = format!("add_header {name} \"{value}\";");
        assert!(nginx.contains(&line), "nginx.conf lacks {line}");
    }
    assert_eq!(nginx.matches('{').count(), nginx.matches('}').count());
    Ok(())
}

#[test]
fn apache_is_told_every_header_and_value_and_nothing_that_a_module_may_lack() -> Result<(), String>
{
    let build = Build::new();
    build.write(false)?;
    let (text, apache) = (build.text("_headers"), build.text(".htaccess"));
    for (name, value) in rules(&text).values().flatten() {
        let line = format!("Header set {name} \"{value}\"");
        assert!(apache.contains(&line), ".htaccess lacks {line}");
    }
    // A directive of a module that is not there would have Apache refuse every file.
    let mut module = "";
    for line in apache.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("<IfModule ") {
            module = name;
        }
        let needed = match line.split(' ').next() {
            Some("Header") => "mod_headers.c>",
            Some("AddType" | "AddCharset") => "mod_mime.c>",
            _ => continue,
        };
        assert_eq!(module, needed, "{line}");
    }
    Ok(())
}
