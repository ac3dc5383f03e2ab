//! Makes the pages that are measured: the same text in the ways that an editor has, and one that others take.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::server::{dist, package};

use crate::jsx::jsx;

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// The text as HTML of the page itself.
    Plain,
    /// What the README tells editors to paste: the script with the text inside.
    Snippet,
    /// The script without the text, which the page preloads.
    Preload,
    /// The text included on the server.
    Include,
    /// An accordion of Preact's.
    Preact,
}

impl Page {
    pub(crate) const ALL: [Self; 5] = [
        Self::Plain,
        Self::Snippet,
        Self::Preload,
        Self::Include,
        Self::Preact,
    ];

    /// What the table calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain HTML",
            Self::Snippet => "embed.en.js, as in the README",
            Self::Preload => "embed.js, preload links",
            Self::Include => "include/en.html",
            Self::Preact => "Preact accordion",
        }
    }

    /// Its file, below `node_modules`.
    pub(crate) fn file(self) -> String {
        format!(".e2e/speed/{self:?}.html").to_lowercase()
    }

    fn html(self) -> Result<String> {
        let style = "<link rel=\"stylesheet\" href=\"/lupus-car-t/widget.css\">";
        let (head, body) = match self {
            Self::Plain => (style.to_owned(), text()?),
            Self::Snippet => (String::new(), recommended()?),
            Self::Preload => (String::new(), preloading()?),
            Self::Include => (String::new(), built("include/en.html")?),
            Self::Preact => (
                format!("{style}\n<script type=\"module\" src=\"preact.js\"></script>"),
                "<div id=\"app\"></div>".to_owned(),
            ),
        };
        // The line at the end shows whether what follows the explainer moves. Browsers do not count it as words.
        Ok(format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>Speed</title>\n{head}\n</head>\n\
             <body>\n{body}\n<hr>\n</body>\n</html>\n"
        ))
    }
}

/// Writes the pages and what they need, each with a `.br` beside it.
pub(crate) fn make() -> Result<()> {
    fs::create_dir_all(folder())?;
    for page in Page::ALL {
        let path = package().join("node_modules").join(page.file());
        write_compressed(&path, &page.html()?)?;
    }
    let bundle = folder().join("preact.js");
    let source = format!(
        "import {{ h, Fragment }} from \"preact\";\n\
         import {{ Section, show }} from \"../../../fixtures/speed/accordion.js\";\n\
         show(() => ({}));\n",
        jsx(&text()?)?
    );
    let entry = folder().join("text.js");
    fs::write(&entry, source)?;
    let output = Command::new(package().join("node_modules/.bin/esbuild"))
        .current_dir(package())
        .arg(&entry)
        .arg(format!("--outfile={}", bundle.display()))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
        .args([
            "--loader:.js=jsx",
            "--jsx-factory=h",
            "--jsx-fragment=Fragment",
        ])
        .arg("--log-level=warning")
        .output()
        .context("starting esbuild; was `npm ci` run in tests/e2e?")?;
    ensure!(
        output.status.success(),
        "esbuild says: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    write_compressed(&bundle, &fs::read_to_string(&bundle)?)
}

fn folder() -> PathBuf {
    package().join("node_modules/.e2e/speed")
}

/// A file of the release.
fn built(file: &str) -> Result<String> {
    let path = dist().join(file);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

/// The text without the marks that hydration needs.
fn text() -> Result<String> {
    let mut fragment = built("fragment/en.html")?;
    while let Some(start) = fragment.find("<!--") {
        let end = fragment[start..]
            .find("-->")
            .context("a comment does not end")?;
        fragment.replace_range(start..start + end + 3, "");
    }
    Ok(fragment)
}

/// The first example of the README, as it stands there.
fn recommended() -> Result<String> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    let block = readme.split("```html\n").nth(1);
    let block = block.and_then(|block| block.split("\n```").next());
    let block = block.filter(|block| block.contains("src=\"/lupus-car-t/embed.en.js\""));
    Ok(block.context("the README has no snippet")?.to_owned())
}

/// The same with the other script. A preload counts only if it names the same hash as the script does.
fn preloading() -> Result<String> {
    let script = built("embed.js")?;
    let link = |file: &str| {
        let hash = script.split(&format!("\"{file}\",\"")).nth(1);
        let hash = hash.and_then(|rest| rest.split('"').next());
        let hash = hash.with_context(|| format!("embed.js knows no hash of {file}"))?;
        anyhow::Ok(format!(
            "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/lupus-car-t/{file}\" integrity=\"{hash}\">"
        ))
    };
    Ok(format!(
        "{}\n{}\n{}",
        link("fragment/en.html")?,
        link("widget.css")?,
        recommended()?.replace("embed.en.js", "embed.js")
    ))
}

fn write_compressed(path: &std::path::Path, text: &str) -> Result<()> {
    fs::write(path, text)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: text.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &parameters)?;
    fs::write(path.with_added_extension("br"), compressed)?;
    Ok(())
}
