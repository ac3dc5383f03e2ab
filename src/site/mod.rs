//! Writes the site: pages, fragments, content and manifest, beside the WebAssembly that Trunk built.

mod files;
mod manifest;
mod render;

use std::{fs, path::Path, rc::Rc};

use anyhow::{Context, Result, anyhow};

use crate::compiler::{self, Compiled, ENGLISH, ReadingGrade};

pub use files::content_files;
pub use render::pre_render;

use files::Site;

/// Writes everything into `out`, where Trunk has put the WebAssembly.
///
/// Answers with how hard the text is to read. `source` is the project's folder; `compressed`
/// asks for a `.br` and a `.gz` beside each file.
///
/// # Errors
///
/// When the content is refused, or a file cannot be read or written.
pub fn write(source: &Path, out: &Path, compressed: bool) -> Result<Vec<ReadingGrade>> {
    let content = source.join("static/content");
    let Compiled {
        explainer,
        reading_grades,
    } = compiler::compile(ENGLISH, &content_files(&content)?)
        .map_err(|refusal| anyhow!("static/content/{refusal}"))?;
    let language = explainer.language.clone();
    let explainer = Rc::new(explainer);

    let mut site = Site::new(out, compressed);
    site.adopt_widget()?;
    let content_path = site.write_hashed(
        &format!("content/{language}"),
        "bin",
        &postcard::to_allocvec(&*explainer)?,
    )?;
    let fragment = render::fragment(&explainer);
    site.write(&format!("fragment/{language}.html"), fragment.as_bytes())?;

    let template =
        fs::read_to_string(source.join("index.html")).context("reading the page's template")?;
    // What Trunk reads stands on lines of its own, and is no business of the browser.
    let template: Vec<&str> = template
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .collect();
    let title = render::escaped(&explainer.title);
    let heading = title.replace("CAR-T", "<span class=\"unbroken\">CAR-T</span>");
    let summary = explainer.sections.first().map(|it| it.summary.as_str());
    let page = render::fill(
        &template.join("\n"),
        &[
            ("language", &language),
            ("direction", explainer.direction.as_attribute()),
            ("title", &title),
            ("heading", &heading),
            ("description", &render::escaped(summary.unwrap_or_default())),
            ("explainer", &render::declarative_shadow_root(&fragment)),
        ],
    );
    site.write("index.html", page.as_bytes())?;

    let embed = render::without_comments(&fs::read_to_string(source.join("static/embed.js"))?);
    site.write(
        "embed.js",
        render::embed(&embed, &site.widget, &language, &content_path)?.as_bytes(),
    )?;
    for name in ["widget.css", "host.html", "icon.svg"] {
        site.write(name, &fs::read(source.join("static").join(name))?)?;
    }
    site.write_manifest(env!("CARGO_PKG_VERSION"))?;
    Ok(reading_grades)
}
