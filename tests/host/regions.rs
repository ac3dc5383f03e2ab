//! What the text says in each region.

use std::collections::BTreeSet;

use lupus_car_t::{builder::choices, compiler, content::Regional, options};

use crate::{
    fixtures::{real, real_page},
    html::Element,
};

#[test]
fn every_region_that_the_attribute_takes_is_known_and_no_other() {
    let known: Vec<String> = real().regions.into_iter().map(|it| it.code).collect();
    assert_eq!(known, compiler::REGIONS);
    assert_eq!(options::REGIONS[..2], ["auto", "none"]);
    assert_eq!(options::REGIONS[2..], compiler::REGIONS);
    let offered = choices::REGIONS.map(|(code, _)| code);
    assert_eq!(offered[0], "none");
    assert_eq!(offered[1..], compiler::REGIONS);
}

/// The words of `regional` in `part` of the page, without what keeps them together.
fn said(part: &Element, regional: Regional) -> Vec<String> {
    let is_it = |it: &Element| it.attribute("data-regional") == Some(regional.name());
    let found = part.find_all(is_it);
    let plain = |it: &&Element| it.text().replace('\u{2060}', "").replace('\u{a0}', " ");
    found.iter().map(plain).collect()
}

#[test]
fn each_thing_that_differs_has_one_place_in_the_text_with_words_that_hold_everywhere() {
    let page = real_page();
    for (regional, words) in [
        (Regional::Emergency, "your own emergency number"),
        (Regional::Crisis, "Elsewhere, call a crisis line"),
        (Regional::Organization, "Lupus Foundation of America"),
        (Regional::Trials, "EU register"),
    ] {
        let everywhere = said(&page, regional);
        let of_regions = said(page.only("regions"), regional);
        let [own] = everywhere
            .iter()
            .filter(|it| !of_regions.contains(it))
            .collect::<Vec<_>>()[..]
        else {
            panic!("{regional:?} stands in more than one place, or in none: {everywhere:?}");
        };
        assert!(own.contains(words), "{own}");
    }
}

#[test]
fn the_words_of_a_region_are_whole_sentences_with_their_source() {
    let page = real_page();
    let region = |code: &str| {
        let found = page.find_all(|it| it.attribute("data-region") == Some(code));
        assert_eq!(found.len(), 1, "{code}");
        found[0]
    };
    assert_eq!(
        said(region("gb"), Regional::Emergency),
        ["Dial 999 or 112.[source]"]
    );
    assert_eq!(
        said(region("gb"), Regional::Crisis),
        [
            "Call Samaritans at 116 123, or call 111 and choose mental health (England), day and night.\
             [source][source] Or go to an emergency department."
        ]
    );
    assert_eq!(
        said(region("us"), Regional::Crisis),
        ["Call or text 988, day and night.[source] Or go to an emergency department."]
    );
    assert_eq!(said(region("us"), Regional::Trials), [""; 0]);
    assert_eq!(
        said(region("de"), Regional::Trials),
        ["Also search Clinical Trials in the European Union, a trial register of your region."]
    );
    let links = page.only("regions").find_all(|it| it.name == "a");
    assert!(links.len() > 40);
    let different: BTreeSet<_> = links.iter().map(|it| it.attribute("href")).collect();
    for address in different {
        assert!(address.is_some_and(|it| it.starts_with("https://")));
    }
}
