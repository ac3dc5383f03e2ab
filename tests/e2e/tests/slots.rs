//! What the host page says of its own, in its slots: shown as the page's, in every mode.

mod framed;

use crate::{frame, without_script::NO_SCRIPT};
use anyhow::{Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

in_every_engine!(
    what_the_page_says_is_seen_in_each_of_its_places_as_its_own,
    where_the_page_says_nothing_there_is_nothing_but_that,
    what_the_page_says_may_change_and_go,
    the_list_that_a_reader_takes_along_says_whom_to_call,
    without_script_slots_show_what_the_page_says,
    a_slot_of_another_name_is_told_once,
    paper_has_what_the_page_says,
);

const FROM: &str = "From the site where you are reading this:";
const CONTACT: &str = "Our lupus nurse: 555 0100";
const REVIEW: &str = "Read in May by the clinic of this example";

/// What the places for the page's own say: the copies by their slots, then the slots of "About this page".
async fn said(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask(
        "const line = (text) => text.replace(/\\s+/g, ' ').trim();
         const copies = [...root.querySelectorAll('.from-site')]
           .map((it) => `${it.dataset.copies}: ${line(it.textContent)}`);
         const slots = ['review', 'publisher'].map((name) => {
           const slot = root.querySelector(`.facts slot[name=${name}]`);
           return line((slot.assignedNodes()[0] ?? slot).textContent);
         });
         return [...copies, ...slots];",
    )
    .await
}

fn wanted(contact: &str, review: &str, publisher: &str) -> Vec<String> {
    let copy = |text: &str| {
        if text.is_empty() {
            String::new()
        } else {
            format!("{FROM} {text}")
        }
    };
    let own = |text: &str, none: &str| [text, none][usize::from(text.is_empty())].to_owned();
    let label = if contact.is_empty() { "" } else { FROM };
    vec![
        format!("contact: {label}"),
        format!("review: {}", copy(review)),
        format!("contact: {}", copy(contact)),
        format!("review: {}", copy(review)),
        // In the section on errors.
        format!("contact: {}", copy(contact)),
        own(
            review,
            "The site where you are reading this says nothing of a review of its own.",
        ),
        own(
            publisher,
            "The site where you are reading this has not said.",
        ),
    ]
}

async fn until_said(page: &Page<'_>, contact: &str, review: &str, publisher: &str) -> Result<()> {
    let wanted = wanted(contact, review, publisher);
    page.until(&format!("{wanted:#?}"), async || {
        Ok(said(page).await? == wanted)
    })
    .await
}

async fn what_the_page_says_is_seen_in_each_of_its_places_as_its_own(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/slots.html")
        .await?;
    page.until_ready().await?;
    until_said(&page, CONTACT, REVIEW, "The example clinic").await?;
    let (is_in_box, is_seen): (bool, bool) = page
        .ask(
            "const [link] = host.querySelectorAll('[slot=contact] > a');
             const box = one('.get-help').getBoundingClientRect();
             const { top, bottom, height } = link.getBoundingClientRect();
             return [height > 0 && top > box.top && bottom < box.bottom, shown(one('.below-help > .from-site'))];",
        )
        .await?;
    ensure!(is_in_box, "whom to call does not stand in the help box");
    ensure!(is_seen, "the page's review does not stand beside ours");
    let ours: String = page.text(".dateline").await?;
    ensure!(
        !ours.contains("clinic of this"),
        "it stands as ours: {ours}"
    );
    page.nothing_moved().await?;
    page.nothing_went_wrong().await
}

async fn where_the_page_says_nothing_there_is_nothing_but_that(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    until_said(&page, "", "", "").await?;
    let seen: usize = page
        .ask("return all('.from-site').filter((it) => it.getBoundingClientRect().height).length;")
        .await?;
    ensure!(seen == 0, "{seen} places are there for nothing");
    page.nothing_went_wrong().await
}

/// In whatever way the page does it.
const CHANGES: [(&str, [&str; 3]); 5] = [
    (
        "host.querySelector('[slot=contact] > b').firstChild.data = 'rheumatology nurse';",
        ["Our rheumatology nurse: 555 0100", REVIEW, "The example clinic"],
    ),
    (
        "host.querySelector('[slot=review]').remove();",
        ["Our rheumatology nurse: 555 0100", "", "The example clinic"],
    ),
    (
        "host.querySelector('[slot=publisher]').slot = 'review';",
        ["Our rheumatology nurse: 555 0100", "The example clinic", ""],
    ),
    (
        "const more = document.createElement('p'); more.slot = 'contact'; more.textContent = 'Or $& the ward';
         host.append(more);",
        ["Our rheumatology nurse: 555 0100 Or $& the ward", "The example clinic", ""],
    ),
    ("host.replaceChildren();", ["", "", ""]),
];

async fn what_the_page_says_may_change_and_go(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/slots.html")
        .await?;
    page.until_ready().await?;
    for (change, [contact, review, publisher]) in CHANGES {
        page.ask::<()>(change).await?;
        until_said(&page, contact, review, publisher).await?;
    }
    page.nothing_went_wrong().await
}

async fn the_list_that_a_reader_takes_along_says_whom_to_call(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/slots.html")
        .await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>(
        "host.openSection('questions');
         Object.defineProperty(navigator, 'clipboard',
           { value: { writeText: async (text) => { recorded.text = text; } }, configurable: true });",
    )
    .await?;
    page.until_enabled(".worksheet").await?;
    page.ask::<()>("one('.question > input').click();").await?;
    page.until("the list", async || {
        page.ask("return all('.notes > li').length === 1;").await
    })
    .await?;
    page.click("[data-tool=copy-list]").await?;
    page.until("the text", async || {
        page.ask("return !!recorded.text;").await
    })
    .await?;
    let text: String = page.ask("return recorded.text;").await?;
    let end = format!("Not yet reviewed by a clinician.\n{FROM} {CONTACT}\n{FROM} {REVIEW}\n");
    ensure!(text.ends_with(&end), "{text}");
    Ok(())
}

async fn without_script_slots_show_what_the_page_says(browser: &Browser) -> Result<()> {
    let own = Answer::Replaced(
        "</lupus-car-t>",
        "<span slot=contact>Call the ward</span><span slot=publisher>A clinic</span></lupus-car-t>",
    );
    let site = Site::default().under(NO_SCRIPT).unrecorded();
    let page = browser
        .open(site.answering("index.html", own), "index.html")
        .await?;
    let seen: (bool, String, String) = page
        .ask(
            "const box = one('.get-help').getBoundingClientRect();
             const { top, bottom, height } = host.querySelector('[slot=contact]').getBoundingClientRect();
             const [review, publisher] = ['review', 'publisher'].map((it) => one(`.facts slot[name=${it}]`));
             return [height > 0 && top > box.top && bottom < box.bottom, publisher.assignedNodes()[0].textContent,
               review.textContent.trim()];",
        )
        .await?;
    let none = wanted("", "", "")[5].clone();
    ensure!(seen == (true, "A clinic".to_owned(), none), "{seen:?}");
    Ok(())
}

async fn a_slot_of_another_name_is_told_once(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/slots.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>(
        "for (const it of host.querySelectorAll('[slot=contact]')) it.slot = 'contakt';",
    )
    .await?;
    until_said(&page, "", REVIEW, "The example clinic").await?;
    page.ask::<()>("host.append('more'); host.openSection('risks');")
        .await?;
    page.settle().await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    let warning = "warn: <lupus-car-t>: slot `contakt` does not exist, but allowed is \
                   `title`, `contact`, `review`, `publisher`; what stands in it is not shown";
    ensure!(said == [warning], "{said:?}");
    Ok(())
}

async fn paper_has_what_the_page_says(browser: &Browser) -> Result<()> {
    if browser.engine == Engine::WebKit {
        return Ok(());
    }
    let cdn = Site::default().serve().await?;
    for page in [
        browser
            .open(Site::default(), "fixtures/hosts/slots.html")
            .await?,
        frame::open(browser, &cdn, "slots.html").await?,
    ] {
        page.until_ready().await?;
        page.settle().await?;
        page.until("its words on paper", async || {
            let paper = page.printed().await?.unwrap_or_default();
            let wanted = [FROM, CONTACT, REVIEW].map(e2e::paper::squeezed);
            Ok(wanted.iter().all(|it| paper.contains(it)))
        })
        .await?;
    }
    Ok(())
}
