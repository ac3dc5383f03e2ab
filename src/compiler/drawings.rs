//! Drawings: SVG files of a few forms, made ready to stand in a page.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::{Files, Reason, Refusal, text};
use crate::content::Drawing;

/// What a letter of a label takes of a drawing's width, at most.
const LETTER: usize = 10;

/// The words in drawings, by the id of the text that they take the place of.
#[derive(Default)]
pub(super) struct Labels {
    /// The words of one language.
    pub(super) words: BTreeMap<String, String>,
    /// The ids that drawings have asked for.
    pub(super) used: BTreeSet<String>,
}

/// The drawing `name`. Shapes of a group whose id is one of `places` belong to that stop: they choose it when they
/// are clicked, and their badge gets its number.
pub(super) fn drawing(
    name: &str,
    places: &[&str],
    labels: &mut Labels,
    files: &Files,
) -> Result<Drawing, Refusal> {
    let path = format!("drawings/{name}.svg");
    let refuse = |line: u32, what: &str| refusal(&path, line, what);
    let document = document(&path, files)?;
    let line = |node: Node| document.text_pos_at(node.range().start).row;

    let root = document.root_element();
    let view_box = plain(root, "viewBox");
    let view_box = view_box.ok_or_else(|| refuse(line(root), "there is no viewBox"))?;
    let [width, height] =
        size(view_box).ok_or_else(|| refuse(line(root), "the viewBox has no width and height"))?;
    let mut taken = |node: Node, number: Option<usize>| match node.tag_name().name() {
        "use" => symbol(node, files)?.ok_or_else(|| {
            refuse(
                line(node),
                "`use` needs the `href` of a drawing here and a `transform`",
            )
        }),
        "text" => label(node, width, labels).map_err(|what| refuse(line(node), &what)),
        _ => shape(node, number).ok_or_else(|| {
            refuse(
                line(node),
                "only paths and circles with a class, labels and symbols",
            )
        }),
    };
    let size = format!(r#"width="{width}" height="{height}""#);
    // Without the stylesheet it is a drawing of lines, in the color of the text, and no larger than it was drawn.
    let lines = r#"fill="none" stroke="currentColor" stroke-width="2""#;
    let mut svg =
        format!(r#"<svg class="drawing" viewBox="{view_box}" {size} {lines} aria-hidden="true">"#);
    let mut drawn = Vec::new();
    for node in root.children().filter(Node::is_element) {
        if node.tag_name().name() != "g" {
            svg += &taken(node, None)?;
            continue;
        }
        let id = node.attribute("id").unwrap_or_default();
        let index = places.iter().position(|it| *it == id);
        let index =
            index.ok_or_else(|| refuse(line(node), &format!("`{id}` is the place of no stop")))?;
        drawn.push(index);
        let number = index + 1;
        svg.extend([
            r#"<g class="place" data-chooses=""#,
            &number.to_string(),
            r#"">"#,
        ]);
        for shape in node.children().filter(Node::is_element) {
            svg += &taken(shape, Some(number))?;
        }
        svg += "</g>";
    }
    svg += "</svg>";
    match (0..places.len()).find(|index| !drawn.contains(index)) {
        Some(index) => Err(refuse(
            1,
            &format!("place `{}` is not drawn", places[index]),
        )),
        None => Ok(Drawing { svg }),
    }
}

fn refusal(path: &str, line: u32, what: &str) -> Refusal {
    let line = usize::try_from(line).unwrap_or(1);
    Refusal::new(path, line, Reason::Drawing(what.to_owned()))
}

fn document<'a>(path: &str, files: &'a Files) -> Result<Document<'a>, Refusal> {
    Document::parse(text(path, files)?)
        .map_err(|error| refusal(path, error.pos().row, &error.to_string()))
}

/// The width and the height of a view box.
fn size(view_box: &str) -> Option<[u16; 2]> {
    let mut lengths = view_box.split_whitespace().skip(2);
    let mut next = || lengths.next()?.parse().ok();
    Some([next()?, next()?])
}

/// The shapes of another drawing, moved by `transform`.
///
/// They stand in the page once for each use: copies cost next to nothing there, since compression finds them, and an
/// id could be that of something else of a host's page.
fn symbol(node: Node, files: &Files) -> Result<Option<String>, Refusal> {
    let (Some(name), Some(transform)) = (plain(node, "href"), plain(node, "transform")) else {
        return Ok(None);
    };
    let path = format!("drawings/{name}");
    let document = document(&path, files)?;
    let mut group = format!(r#"<g transform="{transform}">"#);
    for node in document.root_element().children().filter(Node::is_element) {
        group += &shape(node, None).ok_or_else(|| {
            let line = document.text_pos_at(node.range().start).row;
            refusal(
                &path,
                line,
                "a symbol has only paths and circles with a class",
            )
        })?;
    }
    Ok(Some(group + "</g>"))
}

/// The words of a label, in the middle of its place: so it is right in both directions of writing.
fn label(node: Node, width: u16, labels: &mut Labels) -> Result<String, String> {
    let place = || {
        let [id, class, x, y] = ["id", "class", "x", "y"].map(|name| plain(node, name));
        Some((id?, class?, x?, y?))
    };
    let (id, class, x, y) = place().ok_or("`text` needs an `id`, a `class`, `x` and `y`")?;
    let middle: u16 = x.parse().map_err(|_| "`x` is no whole number")?;
    let words = labels.words.get(id);
    let words = words.ok_or_else(|| format!("the figure has no words for the label `{id}`"))?;
    labels.used.insert(id.to_owned());
    let room = usize::from(middle.min(width.saturating_sub(middle))) * 2;
    if words.chars().count() * LETTER > room {
        return Err(format!("there is no room for the label `{words}`"));
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    let look = r#"font-size="15" text-anchor="middle" fill="currentColor" stroke="none""#;
    Ok(format!(
        r#"<text class="{class}" x="{x}" y="{y}" {look}>{words}</text>"#
    ))
}

/// A shape, and behind the badge of a place its number.
fn shape(node: Node, number: Option<usize>) -> Option<String> {
    let class = plain(node, "class")?;
    match node.tag_name().name() {
        "path" => Some(format!(
            r#"<path class="{class}" d="{}"></path>"#,
            plain(node, "d")?
        )),
        "circle" => {
            let [x, y, radius] = [plain(node, "cx")?, plain(node, "cy")?, plain(node, "r")?];
            let look = r#"text-anchor="middle" fill="currentColor" stroke="none""#;
            let badge = number.filter(|_| class == "badge").map(|number| {
                format!(
                    r#"<text class="badge-number" x="{x}" y="{y}" dy="0.35em" {look}>{number}</text>"#
                )
            });
            let shape =
                format!(r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"></circle>"#);
            Some(shape + &badge.unwrap_or_default())
        }
        _ => None,
    }
}

/// The attribute `name`, if nothing in it means anything to HTML.
fn plain<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let value = node.attribute(name)?;
    let is_plain = |it: char| it.is_ascii_alphanumeric() || " \n.,-()".contains(it);
    value.chars().all(is_plain).then_some(value)
}
