//! Drawings: SVG files of a few forms, made ready to stand in a page.

use roxmltree::{Document, Node};

use super::{Files, Reason, Refusal, text};
use crate::content::Drawing;

/// The drawing `name`. Shapes of a group whose id is one of `places` belong to that stop: they choose it when they
/// are clicked, and their badge gets its number.
pub(super) fn drawing(name: &str, places: &[&str], files: &Files) -> Result<Drawing, Refusal> {
    let path = format!("drawings/{name}.svg");
    let svg = text(&path, files)?;
    let refuse = |line: u32, what: &str| {
        Refusal::new(
            &path,
            usize::try_from(line).unwrap_or(1),
            Reason::Drawing(what.to_owned()),
        )
    };
    let document =
        Document::parse(svg).map_err(|error| refuse(error.pos().row, &error.to_string()))?;
    let line = |node: Node| document.text_pos_at(node.range().start).row;
    let taken = |node: Node, number: Option<usize>| {
        shape(node, number).ok_or_else(|| refuse(line(node), "only paths and circles with a class"))
    };

    let root = document.root_element();
    let view_box = plain(root, "viewBox");
    let view_box = view_box.ok_or_else(|| refuse(line(root), "there is no viewBox"))?;
    let size = size(view_box);
    let size = size.ok_or_else(|| refuse(line(root), "the viewBox has no width and height"))?;
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

/// The width and the height of a view box as attributes.
fn size(view_box: &str) -> Option<String> {
    let mut lengths = view_box.split_whitespace().skip(2);
    let mut next = || lengths.next().filter(|it| it.parse::<u16>().is_ok());
    Some(format!(r#"width="{}" height="{}""#, next()?, next()?))
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
    let is_plain = |it: char| it.is_ascii_alphanumeric() || " \n.,-".contains(it);
    value.chars().all(is_plain).then_some(value)
}
