//! The rule of WCAG for contrast.

use lupus_car_t::builder::contrast::{ENOUGH, OUR_ACCENTS, OUR_BACKGROUNDS, contrast, is_hex};

use crate::fixtures::project;

#[test]
fn contrast_is_that_of_the_guidelines() {
    let rounded = |one, other| contrast(one, other).map(|it| (it * 100.0).round() / 100.0);
    assert_eq!(rounded("#000000", "#ffffff"), Some(21.0));
    assert_eq!(rounded("#FFF", "#ffffff"), Some(1.0));
    assert_eq!(rounded("#767676", "#fff"), Some(4.54));
    assert_eq!(rounded("#fff", "#777"), Some(4.48));
    assert_eq!(rounded("#005eb8", "#fff"), Some(6.38));
}

#[test]
fn other_notations_are_not_judged() {
    for color in ["", "blue", "#12", "#12345", "#1234567", "#+12345", "005eb8", "#ggg"] {
        assert!(!is_hex(color), "{color}");
        assert_eq!(contrast(color, "#fff"), None, "{color}");
    }
}

#[test]
fn our_own_colors_are_those_of_the_stylesheet_and_pass() {
    let stylesheet = std::fs::read_to_string(project().join("static/widget.css")).expect("a file");
    for (name, colors) in [("accent", OUR_ACCENTS), ("surface", OUR_BACKGROUNDS)] {
        let line = format!("--lct-{name}, light-dark({}, {})", colors.light, colors.dark);
        assert!(stylesheet.contains(&line), "{line}");
    }
    for (accent, background) in [
        (OUR_ACCENTS.light, OUR_BACKGROUNDS.light),
        (OUR_ACCENTS.dark, OUR_BACKGROUNDS.dark),
    ] {
        assert!(contrast(accent, background).is_some_and(|it| it > ENOUGH));
    }
}
