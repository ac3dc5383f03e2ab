//! Writes the site: pages, fragments and manifest, beside the WebAssembly that Trunk built.

mod bundler;
mod files;
mod headers;
mod inline;
mod manifest;
mod pages;
mod render;
mod review;
mod scripts;
mod short_names;
mod snippet;
mod snippet_figures;
mod snippet_tables;
mod structured_data;

use std::{fs, path::Path, rc::Rc};

use anyhow::{Result, anyhow};

use crate::{
    compiler::{self, Compiled, ReadingGrade, Subject},
    content,
};

pub use bundler::{Bundler, Format, Language, Script};
pub use files::content_files;
pub use render::pre_render;
pub use review::{review_packet, write_reviews};
pub use snippet::snippet;

use files::Site;
use inline::Inline;
use scripts::Styles;

/// The explainer in one language, with what is made of it once.
struct Edition {
    explainer: Rc<content::Explainer>,
    subject: Subject,
    /// What stands in the shadow root of the element.
    fragment: String,
    /// The path of what the search knows of the language.
    search: String,
}

/// Writes everything into `out`, where Trunk has put the WebAssembly.
///
/// Answers with how hard the text is to read. `source` is the project's folder. A `release` has
/// its files made smaller, and a `.br` and a `.gz` beside each of them.
///
/// # Errors
///
/// When the content is refused, or a file cannot be read or written.
pub fn write(
    source: &Path,
    out: &Path,
    bundler: &dyn Bundler,
    release: bool,
) -> Result<Vec<ReadingGrade>> {
    let files = content_files(&source.join("static/content"))?;
    let mut site = Site::new(out, release);
    site.adopt_widget(release.then_some(bundler))?;

    let mut grades = Vec::new();
    let mut editions = Vec::new();
    for language in compiler::languages(&files) {
        let Compiled {
            explainer,
            subject,
            search_words,
            reading_grades,
        } = compiler::compile(language, &files)
            .map_err(|refusal| anyhow!("static/content/{refusal}"))?;
        grades.extend(reading_grades);
        let explainer = Rc::new(explainer);
        let fragment = render::fragment(&explainer);
        site.write(&format!("fragment/{language}.html"), fragment.as_bytes())?;
        let snippet = snippet(&explainer);
        let snippet = render::ascii_html(&snippet);
        site.write(&format!("snippet/{language}.html"), snippet.as_bytes())?;
        let search = site.write_hashed(
            &format!("search-{language}-"),
            "txt",
            search_words.as_bytes(),
        )?;
        editions.push(Edition {
            explainer,
            subject,
            fragment,
            search,
        });
    }

    let style = |files: &[&str]| {
        let style = render::style(source, files)?;
        if release {
            bundler.minify(Language::Css, &style)
        } else {
            Ok(style)
        }
    };
    let one_style = |file| style(&[file]);
    let plain_style = one_style("plain.css")?;
    site.write("plain.css", plain_style.as_bytes())?;
    let page_style = one_style("page.css")?;
    let frame_style = style(&["host.css", "frame-around.css"])?;
    let style = style(&[
        "host.css",
        "widget.css",
        "figures.css",
        "charts.css",
        "tools.css",
    ])?;
    site.write("widget.css", style.as_bytes())?;
    site.write("icon.svg", &fs::read(source.join("static/icon.svg"))?)?;
    let (embed, framed) = scripts::write(
        source,
        &mut site,
        &editions,
        &Styles {
            page: style.clone(),
            tools: one_style("tools-running.css")?,
            frame: frame_style,
            printing: one_style("printing.css")?,
            printing_alone: one_style("printing-alone.css")?,
        },
        bundler,
    )?;
    let inline = Inline {
        embed,
        framed,
        page_style,
        style,
    };
    let inline = inline.checked()?;
    pages::write(source, &mut site, &editions, &inline)?;

    // Web servers read these; no page asks for them.
    let languages: Vec<&str> = editions.iter().map(|it| &*it.explainer.language).collect();
    for (name, text) in [
        ("_headers", headers::for_hosts(&languages, &inline)),
        (".htaccess", headers::for_apache(&languages, &inline)),
        ("nginx.conf", headers::for_nginx(&languages, &inline)),
    ] {
        site.write_for_servers(name, text.as_bytes())?;
    }
    site.write_manifest(env!("CARGO_PKG_VERSION"), &editions)?;
    Ok(grades)
}
