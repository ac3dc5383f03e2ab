//! Drawings: SVG files of a few forms, as data.

use roxmltree::{Document, Node};

use super::{Files, Reason, Refusal, text};
use crate::content::{Drawing, Shape, ShapeGroup};

/// The drawing `name`. Shapes of a group whose id is one of `places` belong to that stop.
pub(super) fn drawing(name: &str, places: &[&str], files: &Files) -> Result<Drawing, Refusal> {
    let path = format!("drawings/{name}.svg");
    let svg = text(&path, files)?;
    let refuse = |line: u32, what: String| {
        Refusal::new(
            &path,
            usize::try_from(line).unwrap_or(1),
            Reason::Drawing(what),
        )
    };
    let document =
        Document::parse(svg).map_err(|error| refuse(error.pos().row, error.to_string()))?;
    let line = |node: Node| document.text_pos_at(node.range().start).row;
    let root = document.root_element();
    let view_box = root.attribute("viewBox");
    let view_box = view_box.ok_or_else(|| refuse(line(root), "there is no viewBox".to_owned()))?;

    let mut groups: Vec<ShapeGroup> = Vec::new();
    for node in root.children().filter(Node::is_element) {
        let id = node.attribute("id").unwrap_or_default();
        let place = places.iter().position(|it| *it == id);
        let stop = place.map_or(0, |index| u8::try_from(index + 1).unwrap_or(0));
        let shapes: Vec<Node> = if node.has_tag_name("g") || node.tag_name().name() == "g" {
            if place.is_none() {
                return Err(refuse(
                    line(node),
                    format!("`{id}` is the place of no stop"),
                ));
            }
            node.children().filter(Node::is_element).collect()
        } else {
            vec![node]
        };
        let shapes = shapes.into_iter().map(|it| {
            shape(it)
                .ok_or_else(|| refuse(line(it), "only paths and circles with a class".to_owned()))
        });
        let shapes = shapes.collect::<Result<Vec<_>, _>>()?;
        match groups.last_mut() {
            Some(last) if last.stop == stop => last.shapes.extend(shapes),
            _ => groups.push(ShapeGroup { stop, shapes }),
        }
    }
    if let Some(index) =
        (1..=places.len()).find(|index| groups.iter().all(|it| usize::from(it.stop) != *index))
    {
        return Err(refuse(
            1,
            format!("place `{}` is not drawn", places[index - 1]),
        ));
    }
    Ok(Drawing {
        view_box: view_box.to_owned(),
        groups,
    })
}

fn shape(node: Node) -> Option<Shape> {
    let attribute = |name| node.attribute(name).map(str::to_owned);
    let class = attribute("class")?;
    match node.tag_name().name() {
        "path" => Some(Shape::Path(class, attribute("d")?)),
        "circle" => Some(Shape::Circle(
            class,
            [attribute("cx")?, attribute("cy")?, attribute("r")?],
        )),
        _ => None,
    }
}
