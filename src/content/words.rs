//! The words of buttons, labels and messages.

use serde::Deserialize;

words! {
    /// The button that opens every section.
    show_all,
    /// The same button once every section is open.
    hide_all,
    /// Said after that button was used: `{open}`, `{total}`.
    open_count,
    /// The accessible name of a citation: `{number}`.
    source,
    /// Stands before the sections that cite a source.
    cited_in,
    /// The button at a source that leads back to the citation that led there.
    way_back,
    /// The button at the end of an open section.
    close_section,
    /// The button that closes the explanation of a term.
    close,
    /// The label of a note.
    note,
    /// The label of a tip.
    tip,
    /// The label of an important box.
    important,
    /// The label of a warning.
    warning,
    /// The lowest value of a range.
    lowest,
    /// The middle value of a range.
    median,
    /// The highest value of a range.
    highest,
    /// Says what the dot of a range is.
    middle_person,
    /// Says what the bar of a range is.
    lowest_to_highest,
    /// The control that shows a figure's numbers as a table.
    figure_as_table,
    /// Names the buttons that choose a part of a figure.
    choose,
    /// Shows all places or steps of a figure.
    show_all_stops,
    /// Shows the studies of every kind.
    show_all_studies,
    /// Leads to the step before.
    previous,
    /// Leads to the step after.
    next,
    /// Which of the steps is shown: `{number}`, `{total}`.
    position,
    /// A share of a group of 100: `{number}`.
    in_hundred,
    /// A share that is a whole number in 100: `{count}`, `{total}`, `{number}`.
    exactly_in_hundred,
    /// A share of people, rounded: `{count}`, `{total}`, `{number}`.
    about_in_hundred,
    /// A share of people below one in 100: `{count}`, `{total}`.
    under_one_in_hundred,
    /// Stands before how many people with lupus a study had.
    people_with_lupus,
    /// Stands before how long a study followed them.
    followed_for,
    /// Stands before what a study found.
    main_result,
    /// Stands before what limits a study.
    main_limit,
    /// Stands before how sure a study makes us.
    how_sure,
    /// The button that copies the address of a section.
    copy_link,
    /// Said after that button was used.
    link_copied,
    /// The button that hands a section on to someone else.
    share,
    /// The way to hand it on by another app.
    send,
    /// What it hands on: `{section}`, `{title}`, `{version}`, `{checked}`, `{due}`, `{address}`.
    share_text,
    /// Said where that was copied, since there is no way to hand it on.
    share_copied,
    /// The button that reads a section aloud, and the name of the controls while it does.
    listen,
    /// The button that pauses the reading.
    pause,
    /// The button that goes on with it.
    resume,
    /// The button that ends it.
    stop,
    /// The choice of how fast it is.
    speed,
    /// The question whether a section was clear, with its two answers.
    was_clear,
    /// The answer that it was.
    yes,
    /// The answer that it was not.
    no,
    /// Said after an answer.
    thanks,
    /// The button for size and spacing of the text.
    text_size,
    /// The button that makes text smaller.
    smaller,
    /// The button that makes text larger.
    larger,
    /// Says the size of the text, in percent: `{percent}`.
    size,
    /// The choice of more space between lines.
    wide_lines,
    /// The choice of more space between letters.
    wide_letters,
    /// The button that takes size and spacing back.
    reset,
    /// The button for printing.
    print,
    /// The choice to print the open sections alone.
    print_open,
    /// The choice to print all.
    print_all,
    /// The same, once its length is known: `{pages}`.
    print_pages,
    /// The heading of the reader's own list of questions.
    list_heading,
    /// Said of that list while it is empty.
    list_empty,
    /// Said of that list otherwise: `{count}`.
    list_count,
    /// The label of the field for a question of the reader's own.
    list_own,
    /// The button that puts it on the list.
    list_add,
    /// The button that takes it off the list.
    list_remove,
    /// The button that copies the list.
    list_copy,
    /// The button that saves the list.
    list_save,
    /// Said after the list was copied.
    list_copied,
    /// Said after the list was saved.
    list_saved,
    /// Says that the list goes with the page.
    list_in_page,
    /// Says that the list goes with the tab.
    list_in_tab,
    /// Stands above the list that is taken along.
    list_title,
    /// Stands below it: `{title}`, `{version}`.
    list_origin,
    /// Said above the text once the day of the next review has passed: `{date}`.
    past_due,
    /// Names the links to the groups of sections.
    groups,
    /// The heading of the paths through the text.
    paths,
    /// Leads to the next step of a path: `{section}`.
    path_next,
    /// Which step of a path a section is: `{number}`, `{total}`.
    path_step,
    /// Leads on after the last step: `{section}`.
    path_last,
    /// The button that opens the search.
    search,
    /// The label of the field for what is looked for.
    search_label,
    /// Said of what was found: `{count}`.
    search_found,
    /// The same where not all of it is listed: `{count}`, `{shown}`.
    search_first,
    /// The button that lists all of it: `{count}`.
    search_all,
    /// Said where nothing was found.
    search_none,
    /// Said where nothing has all that was looked for, of the places that come closest: `{count}`.
    search_closest,
    /// Said where what is looked for is too long: `{most}`.
    search_long,
    /// Stands before the version of the text.
    version,
    /// Stands before the day on which the version came out.
    published,
    /// Stands before the day of the last evidence check.
    evidence_checked,
    /// Stands before the day of the next review.
    review_due,
    /// Stands before who wrote the text.
    written_by,
    /// Stands before who reviewed the text.
    clinical_review,
    /// Said where no clinician has reviewed the text.
    clinical_review_none,
    /// Said where one has: `{name}`, `{role}`, `{organization}`, `{date}`.
    clinical_review_by,
    /// Said where the text has changed since: the same.
    clinical_review_changed,
    /// A review with what the reviewer says: `{review}`, `{statement}`.
    clinical_review_statement,
    /// A review with what has changed since: `{review}`, `{changes}`.
    clinical_review_changes,
    /// Says that something is the host page's own, and not ours: `{text}`.
    from_site,
    /// Stands before what the host page says of a review of its own.
    site_review,
    /// Stands there where it says nothing of that.
    site_review_none,
    /// Stands before who publishes the text where it is read.
    publisher,
    /// Stands there where the host page does not say.
    publisher_none,
    /// Stands before how the text came into its language.
    translation,
    /// Said where the text was written in this language.
    translation_original,
    /// Which number to dial in a region: `{numbers}`.
    region_emergency,
    /// What to do with a crisis line that has only a number: `{number}`.
    region_call,
    /// The same where it can be texted, too: `{number}`.
    region_call_or_text,
    /// The same where it has a name: `{name}`, `{number}`.
    region_call_by_name,
    /// The same where something is to be chosen then: `{call}`, `{choose}`.
    region_choose,
    /// The same where it is for a part of the region: `{call}`, `{part}`.
    region_part,
    /// What to do in a crisis: `{lines}`, `{sources}`.
    region_crisis,
    /// Which organization a region has: `{name}`.
    region_organization,
    /// Where a region lists its trials: `{name}`.
    region_trials,
    /// Leads to where a number was read.
    region_source,
    /// A month of a year: `{month}`, `{year}`.
    month_and_year,
}
