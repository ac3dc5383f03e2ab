//! Choices become attributes and addresses.

use lupus_car_t::builder::choices::{Change, Choices, Form, Loading, Open, Theme, Way};

use super::chosen;

/// The attributes as one line.
fn attributes(changes: impl IntoIterator<Item = Change>) -> String {
    let attributes = chosen(changes).attributes();
    let spelled: Vec<String> = attributes
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    spelled.join("; ")
}

fn id(id: &str) -> String {
    id.to_owned()
}

#[test]
fn what_is_as_it_comes_is_not_written() {
    assert_eq!(attributes([]), "");
    let there_and_back = [
        Change::Theme(Theme::Dark),
        Change::Theme(Theme::Auto),
        Change::HeadingLevel(4),
        Change::HeadingLevel(2),
        Change::Up(id("risks")),
        Change::Down(id("risks")),
        Change::Shown(id("risks"), false),
        Change::Shown(id("risks"), true),
        Change::Links(false),
        Change::Links(true),
    ];
    assert_eq!(attributes(there_and_back), "");
}

#[test]
fn each_choice_has_its_attribute() {
    for (change, expected) in [
        (Change::Language(Some(id("de"))), "lang=de"),
        (Change::Region(id("gb")), "region=gb"),
        (Change::Region(id("none")), "region=none"),
        (Change::Region(id("xx")), ""),
        (Change::Theme(Theme::Light), "theme=light"),
        (Change::Open(Open::None), "open=none"),
        (Change::Open(Open::All), "open=all"),
        (Change::Open(Open::Chosen), "open=none"),
        (
            Change::Shown(id("risks"), false),
            "sections=at-a-glance sources",
        ),
        (
            Change::Up(id("risks")),
            "sections=risks at-a-glance sources",
        ),
        (
            Change::Down(id("risks")),
            "sections=at-a-glance sources risks",
        ),
        (Change::Path(Some(id("trial"))), "path=trial"),
        (Change::Path(None), ""),
        (Change::HeadingLevel(5), "heading-level=5"),
        (Change::HeadingLevel(6), ""),
        (Change::HeadingLevel(0), ""),
        (Change::Loading(Loading::Eager), "loading=eager"),
        (Change::Way(Way::Frame), "mode=frame"),
        (Change::Remember(true), "remember=session"),
        (Change::Links(false), "links=off"),
        (Change::Feedback(true), "feedback=on"),
        (Change::Accent(id("#005eb8")), ""),
        (Change::Up(id("at-a-glance")), ""),
        (Change::Down(id("sources")), ""),
        (Change::Down(id("unknown")), ""),
    ] {
        assert_eq!(attributes([change.clone()]), expected, "{change:?}");
    }
}

#[test]
fn only_sections_that_are_shown_can_be_open() {
    let changes = [
        Change::Open(Open::Chosen),
        Change::OpenSection(id("sources"), true),
        Change::OpenSection(id("risks"), true),
        Change::Shown(id("risks"), false),
    ];
    assert_eq!(
        attributes(changes),
        "open=sources; sections=at-a-glance sources"
    );
}

#[test]
fn no_section_at_all_means_all() {
    let hide = ["at-a-glance", "risks", "sources"].map(|it| Change::Shown(id(it), false));
    assert_eq!(attributes(hide), "");
}

#[test]
fn a_language_with_other_sections_keeps_what_was_chosen_for_the_same() {
    let changes = [
        Change::Shown(id("risks"), false),
        Change::Known(vec![id("at-a-glance"), id("risks"), id("questions")]),
    ];
    assert_eq!(attributes(changes), "sections=at-a-glance questions");
}

#[test]
fn the_options_of_a_frame_escape_their_values() {
    let choices = chosen([
        Change::Way(Way::Iframe),
        Change::Accent(id(" #005eb8 ")),
        Change::Up(id("sources")),
        Change::Remember(true),
        Change::Links(false),
    ]);
    assert_eq!(
        choices.options('#', Theme::Auto),
        "#sections=at-a-glance%20sources%20risks&links=off&--lct-accent=%23005eb8"
    );
    assert_eq!(Choices::default().options('#', Theme::Auto), "");
    assert_eq!(Choices::default().options('#', Theme::Dark), "#theme=dark");
    let light = chosen([Change::Theme(Theme::Light)]);
    assert_eq!(light.options('?', Theme::Dark), "?theme=light");
}

#[test]
fn a_color_picker_has_six_digits() {
    for (accent, picked) in [
        ("", None),
        ("blue", None),
        ("#12", None),
        ("#ggg", None),
        ("#+12345", None),
        ("#äöü", None),
        (" #5bF ", Some("#55bbFF")),
        ("#005eb8", Some("#005eb8")),
    ] {
        let choices = chosen([Change::Accent(id(accent))]);
        assert_eq!(choices.picked_accent().as_deref(), picked, "{accent}");
    }
}

#[test]
fn an_address_needs_no_slash_at_the_end_of_the_folder() {
    for (folder, expected) in [
        ("/lupus-car-t/", "/lupus-car-t/embed.js"),
        (" /lupus-car-t ", "/lupus-car-t/embed.js"),
        (
            "https://cdn.example.org/a",
            "https://cdn.example.org/a/embed.js",
        ),
        ("", "embed.js"),
        ("/", "/embed.js"),
    ] {
        let choices = chosen([Change::Folder(id(folder))]);
        assert_eq!(choices.address("embed.js"), expected, "{folder}");
    }
}

#[test]
fn a_form_that_the_way_does_not_have_gives_way_to_html() {
    let form = |way| chosen([Change::Form(Form::React), Change::Way(way)]).form;
    assert_eq!(form(Way::Frame), Form::React);
    assert_eq!(form(Way::Static), Form::Html);
    assert_eq!(form(Way::Include), Form::Html);
}

#[test]
fn an_accent_with_too_little_contrast_is_told_with_its_contrast() {
    let low = |accent: &str| {
        let choices = chosen([Change::Accent(accent.to_owned())]);
        choices.low_contrast().map(|it| format!("{it:.2}"))
    };
    assert_eq!(low("#ffb000"), Some("1.83".to_owned()), "amber");
    assert_eq!(low("#777"), Some("4.48".to_owned()), "just too light");
    assert_eq!(low("#767676"), None, "just dark enough");
    assert_eq!(low("#005eb8"), None, "blue");
    assert_eq!(low("rebeccapurple"), None, "not written in digits");
    assert_eq!(low(""), None, "ours");
}
