//! What follows from what the reader does.

use lupus_car_t::{
    content::SectionId,
    state::{Action, State},
};

fn sections() -> Vec<SectionId> {
    ids(&["one", "two", "three"])
}

fn ids(ids: &[&str]) -> Vec<SectionId> {
    ids.iter()
        .map(|id| SectionId::new(id).expect("an id"))
        .collect()
}

fn with_open(open: &[&str]) -> State {
    State::new(ids(open))
}

fn set_open(id: &str, open: bool) -> Action {
    Action::SetOpen {
        id: id.to_owned(),
        open,
    }
}

#[track_caller]
fn assert_open_after(before: &State, action: &Action, open: &[&str]) {
    assert_eq!(before.after(action, &sections()).open, ids(open));
}

#[test]
fn nothing_is_open_by_default() {
    assert_eq!(State::default(), with_open(&[]));
}

#[test]
fn opening_a_section_leaves_the_others_as_they_are() {
    assert_open_after(
        &with_open(&["three"]),
        &set_open("one", true),
        &["one", "three"],
    );
    assert_open_after(&with_open(&["one"]), &set_open("one", true), &["one"]);
}

#[test]
fn closing_a_section_leaves_the_others_as_they_are() {
    assert_open_after(
        &with_open(&["one", "two"]),
        &set_open("one", false),
        &["two"],
    );
    assert_open_after(&with_open(&["two"]), &set_open("one", false), &["two"]);
}

#[test]
fn all_sections_open_and_close_at_once() {
    assert_open_after(
        &with_open(&["two"]),
        &Action::OpenAll,
        &["one", "two", "three"],
    );
    assert_open_after(&with_open(&["one", "two"]), &Action::CloseAll, &[]);
}

#[test]
fn a_section_that_does_not_exist_changes_nothing() {
    let before = with_open(&["two"]);
    for id in ["four", "", "two "] {
        for open in [true, false] {
            assert_eq!(
                before.after(&set_open(id, open), &sections()),
                before,
                "`{id}`"
            );
        }
    }
}

#[test]
fn the_count_is_said_after_all_sections_at_once_only() {
    let start = with_open(&["one"]);
    assert!(!start.announces_count);
    for all in [Action::OpenAll, Action::CloseAll] {
        let after_all = start.after(&all, &sections());
        assert!(after_all.announces_count, "{all:?}");
        let after_one = after_all.after(&set_open("two", true), &sections());
        assert!(!after_one.announces_count, "a single section after {all:?}");
    }
}

#[test]
fn changes_name_each_section_that_opened_or_closed() {
    let changes = |before: &[&str], now: &[&str]| -> Vec<(String, bool)> {
        let changes = with_open(now).changes_since(&with_open(before));
        changes
            .into_iter()
            .map(|(id, open)| (id.to_string(), open))
            .collect()
    };
    let opened = |id: &str| (id.to_owned(), true);
    let closed = |id: &str| (id.to_owned(), false);

    assert_eq!(changes(&["one"], &["one"]), []);
    assert_eq!(
        changes(&["one"], &["one", "two", "three"]),
        [opened("two"), opened("three")]
    );
    assert_eq!(changes(&["one", "two"], &["two"]), [closed("one")]);
    assert_eq!(changes(&["one"], &["two"]), [opened("two"), closed("one")]);
}

#[test]
fn a_section_is_open_if_the_state_holds_it() {
    let state = with_open(&["two"]);
    let open: Vec<bool> = sections().iter().map(|id| state.is_open(id)).collect();
    assert_eq!(open, [false, true, false]);
}
