//! The scripts, with the names and hashes of the files that they load.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::{Bundler, Edition, Format, Script, files::Site};

/// The stylesheets that scripts carry.
pub(super) struct Styles {
    /// That of the text.
    pub(super) page: String,
    /// That of what is seen only once `tools.js` answers.
    pub(super) tools: String,
    /// That of what stands around a frame.
    pub(super) frame: String,
    /// What is around the explainer on paper.
    pub(super) printing: String,
    /// The same, where nothing but the explainer is printed.
    pub(super) printing_alone: String,
}

/// Bundles the scripts and writes them: those that others load first, since their names carry hashes.
///
/// Answers with those that pages carry inside: the element's, and that of the page in a frame.
pub(super) fn write(
    source: &Path,
    site: &mut Site,
    editions: &[Edition],
    styles: &Styles,
    bundler: &dyn Bundler,
) -> Result<(String, String)> {
    let folder = source.join("static/script");
    let bundle = |name: &str, format: Format, built: Value| {
        let script = bundler.bundle(&Script {
            entry: &folder.join(name),
            format,
            built: &built,
        });
        let script = script.with_context(|| format!("bundling {name}"))?;
        // A page of another encoding would read anything else as its own.
        ensure!(script.is_ascii(), "{name} is not ASCII once it is bundled");
        Ok(script)
    };
    let by_language = |value: &dyn Fn(&Edition) -> Value| {
        let entry = |it: &Edition| (it.explainer.language.clone(), value(it));
        Value::Object(editions.iter().map(entry).collect::<Map<_, _>>())
    };

    let custom_properties = Value::Object(custom_properties(&styles.page)?);
    let built = json!({
        "customProperties": custom_properties,
        "frameStyle": styles.frame,
        "titles": by_language(&|it| json!(it.explainer.title)),
    });
    let frame = bundle("frame.js", Format::Module, built)?;
    let frame = site.write_hashed("frame-", "js", frame.as_bytes())?;
    let built = json!({ "toolsStyle": styles.tools });
    let tools = bundle("tools.js", Format::Module, built)?;
    let tools = site.write_hashed("tools-", "js", tools.as_bytes())?;
    let built = json!({
        "printingStyle": styles.printing,
        "printingAloneStyle": styles.printing_alone,
        "customProperties": custom_properties,
        "frameFile": site.checked(&frame)?,
        "toolsFile": site.checked(&tools)?,
        "widgetFile": site.checked(&site.widget.script)?,
        "wasmFile": site.checked(&site.widget.wasm)?,
        "searchFiles": by_language(&|it| json!(site.checked(&it.search).ok())),
    });
    let later = bundle("later.js", Format::Module, built)?;
    let later = site.write_hashed("later-", "js", later.as_bytes())?;

    let mut built = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "laterFile": site.checked(&later)?,
        "styleFile": site.checked("widget.css")?,
        "textFiles": by_language(&|it| {
            json!(site.checked(&format!("fragment/{}.html", it.explainer.language)).ok())
        }),
        "carried": {},
    });
    let element = bundle("embed.js", Format::Classic, built.clone())?;
    site.write("embed.js", element.as_bytes())?;
    for edition in editions {
        let language = &edition.explainer.language;
        built["carried"] = json!({ "style": styles.page, language: edition.fragment });
        let embed = bundle("embed.js", Format::Classic, built.clone())?;
        site.write(&format!("embed.{language}.js"), embed.as_bytes())?;
    }
    let builder = bundle("builder-start.js", Format::Module, json!({}))?;
    site.write("builder-start.js", builder.as_bytes())?;
    let built = json!({ "customProperties": custom_properties });
    let framed = bundle("framed.js", Format::Classic, built)?;
    Ok((element, framed))
}

/// The custom properties that a host page may set, as the stylesheet uses them, each with the kind of its value:
/// that of its default.
fn custom_properties(style: &str) -> Result<Map<String, Value>> {
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
    if starts(&["#", "color(", "color-mix(", "light-dark("]) {
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
