//! Drawings: SVG made from data.

use yew::{prelude::*, virtual_dom::VTag};

use crate::content::{Drawing, Shape, ShapeGroup};

/// The drawing. It only decorates: what it shows stands in words beside it.
pub(super) fn drawing(drawing: &Drawing) -> Html {
    svg(
        drawing,
        drawing
            .groups
            .iter()
            .flat_map(|it| &it.shapes)
            .map(shape)
            .collect(),
    )
}

/// The frame of `drawing` around `children`.
pub(super) fn svg(drawing: &Drawing, children: Html) -> Html {
    html! {
        <svg class="drawing" viewBox={drawing.view_box.clone()} aria-hidden="true">{ children }</svg>
    }
}

/// The shapes of a group; a badge gets the number of its stop.
pub(super) fn shapes(group: &ShapeGroup) -> Html {
    let number = group.stop.to_string();
    let shape = |it: &Shape| match it {
        Shape::Circle(class, [x, y, _]) if class == "badge" => html! {
            <>
                { shape(it) }
                <text class="badge-number" x={x.clone()} y={y.clone()} dy="0.35em" text-anchor="middle">{ number.clone() }</text>
            </>
        },
        _ => shape(it),
    };
    group.shapes.iter().map(shape).collect()
}

fn shape(shape: &Shape) -> Html {
    let (name, class, attributes): (_, _, &[(&'static str, &String)]) = match shape {
        Shape::Path(class, data) => ("path", class, &[("d", data)]),
        Shape::Circle(class, [x, y, radius]) => {
            ("circle", class, &[("cx", x), ("cy", y), ("r", radius)])
        }
    };
    let mut tag = VTag::new(name);
    tag.add_attribute("class", class.clone());
    for (name, value) in attributes {
        tag.add_attribute(name, (*value).clone());
    }
    tag.into()
}
