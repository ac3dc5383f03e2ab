//! What the components write, form by form, as files in `tests/snapshots`.

use std::{collections::BTreeSet, ptr, rc::Rc};

use insta::{Settings, assert_snapshot};
use lupus_car_t::{content::Block, site::pre_render};

use crate::{fixtures::example, html::Element};

/// Names each variant of [`Block`]; one that is missing here does not compile.
macro_rules! forms {
    ($($pattern:pat => $form:literal,)*) => {
        const FORMS: &[&str] = &[$($form),*];

        fn form(block: &Block) -> &'static str {
            match block {
                $($pattern => $form,)*
            }
        }
    };
}

forms! {
    Block::Paragraph(_) => "paragraph",
    Block::Subheading(_) => "subheading",
    Block::List(_) => "list",
    Block::Steps(_) => "steps",
    Block::Questions(_) => "questions",
    Block::Table(_) => "table",
    Block::Alert(..) => "alert",
    Block::MoreDetail(..) => "more-detail",
    Block::Figure(..) => "figure",
    Block::Glossary => "glossary",
    Block::Sources => "sources",
    Block::Worksheet => "worksheet",
    Block::Edition => "edition",
}

fn assert_is_as_written_down(name: &str, element: &Element) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, element.to_string()));
}

#[test]
fn each_form_of_block_is_written_as_its_snapshot_says() {
    let explainer = Rc::new(example().explainer);
    let page = Element::read(&pre_render(&explainer));
    let bodies = page.find_all(|it| it.has_class("section-body"));
    assert_eq!(bodies.len(), explainer.sections.len());

    let mut shown = BTreeSet::new();
    for (section, body) in explainer.sections.iter().zip(bodies) {
        let elements: Vec<&Element> = body.elements().collect();
        assert_eq!(elements.len(), section.blocks.len(), "one element a block");
        for (block, element) in section.blocks.iter().zip(elements) {
            assert_is_as_written_down(form(block), element);
            shown.insert(form(block));
        }
    }
    assert_eq!(shown, FORMS.iter().copied().collect());
}

#[test]
fn what_frames_the_blocks_is_written_as_its_snapshot_says() {
    let page = Element::read(&pre_render(&Rc::new(example().explainer)));

    let headers = page.find_all(|it| it.has_class("section-header"));
    assert_is_as_written_down("section-header", headers[1]);
    for class in [
        "section-foot",
        "toolbar",
        "player",
        "on-paper",
        "get-help",
        "title",
        "main-message",
        "dateline",
        "past-due",
        "popovers",
    ] {
        assert_is_as_written_down(class, page.only(class));
    }
}

#[test]
fn every_tool_of_the_reader_waits_for_the_script_that_answers_it() {
    let page = Element::read(&pre_render(&Rc::new(example().explainer)));

    let tools = page.find_all(|it| it.has_class("tool"));
    let names: BTreeSet<_> = tools
        .iter()
        .filter_map(|it| it.attribute("data-tool"))
        .collect();
    let wanted = "add-question clear close-section copy-link copy-list hand-on larger listen pause print print-all \
                  print-list print-open reset resume save-list share share-list smaller stop text-size unclear";
    assert_eq!(names, wanted.split_whitespace().collect());
    let disabled = page.disabled();
    for tool in &tools {
        assert!(disabled.iter().any(|it| ptr::eq(*it, *tool)), "{tool}");
        assert!(!tool.text().trim().is_empty(), "{tool}");
    }
    // What is handed on is written once, not once a section.
    assert_eq!(
        page.find_all(|it| it.attribute("data-share").is_some())
            .len(),
        1
    );
}

#[test]
fn what_is_handed_on_says_how_fresh_the_text_is() {
    let page = Element::read(&pre_render(&Rc::new(example().explainer)));
    let text = page
        .only("reader-tools")
        .attribute("data-share")
        .unwrap_or_default();
    for part in [
        "{section}",
        "{address}",
        "An example",
        "version",
        "Evidence checked to",
        "Next review due",
    ] {
        assert!(text.contains(part), "no `{part}` in `{text}`");
    }
    for filled in ["{title}", "{version}", "{checked}", "{due}"] {
        assert!(!text.contains(filled), "`{filled}` is left in `{text}`");
    }
}

#[test]
fn what_people_wrote_cannot_become_a_tag() {
    let mut explainer = example().explainer;
    explainer.title = "<script>alert('&')</script>\"".to_owned();
    let page = Element::read(&pre_render(&Rc::new(explainer)));

    assert!(page.find_all(|it| it.name == "script").is_empty());
    assert_eq!(page.only("title").text(), "<script>alert('&')</script>\"");
    assert_eq!(
        page.only("explainer").attribute("aria-label"),
        Some("<script>alert('&')</script>\"")
    );
}
