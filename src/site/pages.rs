//! The pages: the explainer by itself in each language, in plain HTML, inside a frame, and for pages that include it.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    Edition, files::Site, inline::Inline, render, snippet::below_title,
    structured_data::structured_data,
};

/// Writes the pages. Those with one template for all languages stand in a folder for each; English stands
/// at the top as well.
pub(super) fn write(
    source: &Path,
    site: &mut Site,
    editions: &[Edition],
    inline: &Inline,
) -> Result<()> {
    let page =
        fs::read_to_string(source.join("index.html")).context("reading the page's template")?;
    // What Trunk reads stands on lines of its own, and is no business of the browser.
    let page: Vec<&str> = page
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .collect();
    let page = page.join("\n");
    let template = |name: &str| {
        let text = fs::read_to_string(source.join("static").join(name));
        text.with_context(|| format!("reading {name}"))
    };
    let frame = template("frame.html")?;
    let plain = template("plain.html")?;

    for (index, edition) in editions.iter().enumerate() {
        let language = &edition.explainer.language;
        if index == 0 {
            site.write("index.html", filled(&page, edition, "", inline).as_bytes())?;
            site.write("frame.html", filled(&frame, edition, "", inline).as_bytes())?;
            site.write(
                "plain.html",
                plain_page(&plain, edition, "", inline).as_bytes(),
            )?;
        }
        let index = filled(&page, edition, "../", inline);
        site.write(&format!("{language}/index.html"), index.as_bytes())?;
        let plain = plain_page(&plain, edition, "../", inline);
        site.write(&format!("{language}/plain.html"), plain.as_bytes())?;
        site.write(
            &format!("include/{language}.html"),
            include(edition).as_bytes(),
        )?;
    }
    // Whole pages, with their styles, and types: they are the same for every language.
    let mut names: Vec<String> = fs::read_dir(source.join("static"))?
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.sort_unstable();
    for name in names {
        if ["host.html", "lupus-car-t.d.ts"].contains(&&*name) || name.starts_with("builder") {
            site.write(&name, &fs::read(source.join("static").join(&name))?)?;
        }
    }
    Ok(())
}

/// The page in plain HTML: in ASCII, since it is saved and sent on by those who may take it for another charset.
fn plain_page(template: &str, edition: &Edition, root: &str, inline: &Inline) -> String {
    render::ascii_html(&filled(template, edition, root, inline))
}

/// A template with the text of `edition`. `root` leads from the page to the folder of the site.
fn filled(template: &str, edition: &Edition, root: &str, inline: &Inline) -> String {
    let explainer = &edition.explainer;
    let title = render::escaped(&explainer.title);
    let heading = title.replace("CAR-T", "<span class=\"unbroken\">CAR-T</span>");
    let summary = explainer.sections.first().map(|it| it.summary.as_str());
    let style = format!("<style>{}</style>", inline.style);
    let text = render::declarative_shadow_root(&edition.fragment, &style);
    // An inline script has no address to see its files from, so the page's own counts.
    let base = if root.is_empty() {
        String::new()
    } else {
        format!(" base=\"{root}\"")
    };
    let values = [
        ("page-style", &*inline.page_style),
        ("embed", &inline.embed),
        ("framed", &inline.framed),
        ("base", &base),
        ("root", root),
        ("language", &explainer.language),
        ("direction", explainer.direction.as_attribute()),
        ("title", &title),
        ("heading", &heading),
        ("description", &render::escaped(summary.unwrap_or_default())),
        ("explainer", &text),
        ("plain", &below_title(explainer)),
        ("structured-data", &structured_data(edition)),
    ];
    render::fill(template, &values)
}

/// What a page includes on its server: the script and the element with its text inside. An editor
/// puts the folder of the site in the place of `/lupus-car-t/`.
fn include(edition: &Edition) -> String {
    let language = &edition.explainer.language;
    let style = "<link rel=\"stylesheet\" href=\"/lupus-car-t/widget.css\">";
    let text = render::declarative_shadow_root(&edition.fragment, style);
    render::ascii_html(&format!(
        "<script src=\"/lupus-car-t/embed.js\" async></script>\n\
         <lupus-car-t lang=\"{language}\">{text}</lupus-car-t>\n"
    ))
}
