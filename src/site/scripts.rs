//! The scripts, with the names and hashes of the files that they load.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{
    Edition, Language, Minify,
    files::Site,
    render::{ascii_script, without_comments},
};

/// Writes the scripts: those that others load first, since their names carry hashes.
pub(super) fn write(
    source: &Path,
    site: &mut Site,
    editions: &[Edition],
    [style, tools_style]: [&str; 2],
    minify: Option<Minify>,
) -> Result<()> {
    let read = |name: &str| {
        let script = fs::read_to_string(source.join("static").join(name));
        script.with_context(|| format!("reading {name}"))
    };
    // A page of another encoding would read anything else as its own.
    let small = |script: String| match minify {
        Some(minify) => minify(Language::JavaScript, &script),
        None => Ok(ascii_script(&without_comments(&script))),
    };
    let by_language = |value: &dyn Fn(&Edition) -> Value| {
        let entry = |it: &Edition| (it.explainer.language.clone(), value(it));
        Value::Object(editions.iter().map(entry).collect::<Map<_, _>>())
    };

    let properties = Value::Object(properties(style)?);
    let frame = constant(&read("frame.js")?, "PROPERTIES", &properties)?;
    let titles = by_language(&|it| json!(it.explainer.title));
    let frame = small(constant(&frame, "TITLES", &titles)?)?;
    let frame = site.write_hashed("frame-", "js", frame.as_bytes())?;

    // One module, in three files.
    let tools = ["tools.js", "notes.js", "aloud.js"].map(read);
    let tools: String = tools.into_iter().collect::<Result<_>>()?;
    let tools = small(constant(&tools, "STYLE", &json!(tools_style))?)?;
    let tools = site.write_hashed("tools-", "js", tools.as_bytes())?;
    let files = json!({
        "frame": site.checked(&frame)?,
        "tools": site.checked(&tools)?,
        "widget": site.checked(&site.widget.script)?,
        "wasm": site.checked(&site.widget.wasm)?,
        "content": by_language(&|it| json!(site.checked(&it.content).ok())),
    });
    let later = small(constant(&read("later.js")?, "FILES", &files)?)?;
    let later = site.write_hashed("later-", "js", later.as_bytes())?;

    let files = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "later": site.checked(&later)?,
        "style": site.checked("widget.css")?,
        "text": by_language(&|it| {
            json!(site.checked(&format!("fragment/{}.html", it.explainer.language)).ok())
        }),
    });
    let embed = constant(&read("embed.js")?, "FILES", &files)?;
    site.write("embed.js", small(embed.clone())?.as_bytes())?;
    for edition in editions {
        let language = &edition.explainer.language;
        let mut carried = Map::new();
        carried.insert("style".to_owned(), json!(style));
        carried.insert(language.clone(), json!(edition.fragment));
        let embed = small(constant(&embed, "CARRIED", &Value::Object(carried))?)?;
        site.write(&format!("embed.{language}.js"), embed.as_bytes())?;
    }
    let framed = constant(&read("framed.js")?, "PROPERTIES", &properties)?;
    site.write("framed.js", small(framed)?.as_bytes())
}

/// `script` with `value` as its constant `name`, which stands there empty.
fn constant(script: &str, name: &str, value: &Value) -> Result<String> {
    for empty in ["{}", "[]"] {
        let place = format!("const {name} = {empty};");
        if script.contains(&place) {
            return Ok(script.replace(&place, &format!("const {name} = {value};")));
        }
    }
    anyhow::bail!("a script has no line `const {name} = {{}};` to be filled in")
}

/// The custom properties that a host page may set, as the stylesheet uses them, each with the kind of its value:
/// that of its default.
fn properties(style: &str) -> Result<Map<String, Value>> {
    let mut properties = Map::new();
    for use_of in style.split("var(").map(str::trim_start) {
        if !use_of.starts_with("--lct-") {
            continue;
        }
        let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let (name, rest) = use_of.split_at(use_of.find(|it| !is_of_name(it)).unwrap_or_default());
        let default = rest.trim_start().strip_prefix(',');
        let default = default.with_context(|| format!("`{name}` has no default"))?;
        let kind = kind(default.trim_start()).with_context(|| format!("what `{name}` is"))?;
        let before = properties.insert(name.to_owned(), json!(kind));
        anyhow::ensure!(
            before.is_none_or(|before| before == kind),
            "`{name}` has defaults of two kinds"
        );
    }
    Ok(properties)
}

/// Whether a value of CSS is a color, a length or names of fonts, as framed.js knows them.
fn kind(value: &str) -> Result<&'static str> {
    let starts = |starts: &[&str]| starts.iter().any(|start| value.starts_with(start));
    if starts(&["#", "color(", "light-dark("]) {
        Ok("color")
    } else if value.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') {
        Ok("length")
    } else if starts(&["system-ui,"]) {
        Ok("font")
    } else {
        let value: String = value.chars().take(30).collect();
        anyhow::bail!("its default is neither a color nor a length nor names of fonts: `{value}`")
    }
}
