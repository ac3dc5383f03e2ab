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

/// The shapes of a group. Those of a stop choose it when they are clicked; there are buttons for that too.
pub(super) fn shapes(group: &ShapeGroup, chosen: usize) -> Html {
    let these = group.shapes.iter().map(shape).collect::<Html>();
    if group.stop == 0 {
        return these;
    }
    let number = group.stop.to_string();
    let class = if usize::from(group.stop) == chosen {
        "place chosen"
    } else {
        "place"
    };
    let badge = group.shapes.iter().find_map(|it| match it {
        Shape::Circle(class, [x, y, _]) if class == "badge" => Some(html! {
            <text class="badge-number" x={x.clone()} y={y.clone()} dy="0.35em" text-anchor="middle">{ &number }</text>
        }),
        _ => None,
    });
    html! { <g {class} data-chooses={number}>{ these }{ for badge }</g> }
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
