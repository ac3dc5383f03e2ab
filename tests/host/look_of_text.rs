//! Size and spacing of the text.

use lupus_car_t::look::{Look, LookAction};

fn after(actions: &[LookAction]) -> Look {
    let start = Look::default();
    actions
        .iter()
        .fold(start, |look, action| look.after(*action))
}

#[test]
fn each_size_is_one_step_from_the_next_and_the_ends_hold() {
    let sizes = |action: LookAction, start: Look| -> Vec<u8> {
        let mut look = start;
        let step = |_| {
            look = look.after(action);
            look.size()
        };
        (0..5).map(step).collect()
    };
    let largest = after(&[LookAction::Larger; 5]);
    assert_eq!(Look::default().size(), 100);
    let up = sizes(LookAction::Larger, Look::default());
    assert_eq!(up, [115, 130, 150, 150, 150]);
    let down = sizes(LookAction::Smaller, largest);
    assert_eq!(down, [130, 115, 100, 90, 90]);
}

#[test]
fn spacing_and_size_leave_each_other_and_a_reset_takes_all_back() {
    let look = after(&[
        LookAction::WideLines(true),
        LookAction::Larger,
        LookAction::WideLetters(true),
        LookAction::WideLines(false),
    ]);
    assert_eq!(look.to_text(), "115 letters");
    assert_eq!(look.after(LookAction::Reset), Look::default());
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    for (text, size, wide_lines, wide_letters) in [
        ("100", 100, false, false),
        ("90 lines", 90, true, false),
        ("150 lines letters", 150, true, true),
    ] {
        let look = Look::from_text(text).expect("it can be read");
        let read = (look.size(), look.wide_lines, look.wide_letters);
        assert_eq!(read, (size, wide_lines, wide_letters));
        assert_eq!(look.to_text(), text);
    }
}

#[test]
fn what_is_broken_or_of_another_version_is_not_read() {
    for text in [
        "",
        "lines",
        "101",
        "1000",
        "-90",
        "130 lines words",
        "130  lines",
        "{\"size\":130}",
    ] {
        assert_eq!(Look::from_text(text), None, "{text:?}");
    }
}

#[test]
fn what_the_reader_has_chosen_since_counts_more_than_what_was_kept() {
    let kept = after(&[LookAction::Larger]);
    assert_eq!(after(&[LookAction::Recall(kept)]), kept);
    let chosen = after(&[LookAction::Smaller, LookAction::Recall(kept)]);
    assert_eq!(chosen, after(&[LookAction::Smaller]));
}
