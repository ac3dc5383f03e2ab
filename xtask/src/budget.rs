//! Size budgets: what a reader downloads, in bytes after brotli.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::run::say;

/// The most that each file may weigh. A `*` stands for the hash in a name.
const BUDGETS: [Budget; 11] = [
    // What hosts' pages really are needs room: forms that hide properties, colors of every kind, scripts without
    // an address, other documents, pages that are kept and come back to.
    // And the paths, of which one may be open from the start and its sections lead on; the words of a region; what
    // pages say in their slots. And the one table of attributes, with what a change of each does: 120.
    // And the groups of the sections that a page has chosen, and what controls stand on.
    budget("embed.js", 7_300),
    // The text of 2.0.0 has nine tenths more words: numbers for each medicine, daily life, pregnancy, the time
    // after. And twenty sources that signs of danger and harms of medicines were without.
    // And pictures of what to do with a fever, and of each place that lupus can affect: 1,260.
    budget("embed.en.js", 62_000),
    // Routers, forms that hide properties, ways back, where sources are cited, and boxes that scroll, all after the
    // text is there; what Yew has kept, said and handed out.
    // And what fetches the search words, and looks whether what a page's stylesheet sets is of its kind.
    budget("later-*.js", 8_400),
    // The look of the controls of what is read aloud, which the text had before. And the one menu to hand a section
    // on, the way out at its end, and how long all of it is on paper.
    budget("tools-*.js", 5_050),
    // Fetched when a reader first searches.
    budget("search-en-*.txt", 4_000),
    // What the server answers for a frame that says nothing: an app's own page is told of by name.
    budget("frame-*.js", 3_100),
    // The text with its style and the scripts that stand in the page. Five more signs of danger, with
    // their sources; and the numbers of thirteen regions, of which a file each would come after the first paint.
    budget("frame.html", 64_200),
    // And cells with outlines, words in drawings, and the colors of what does harm. And groups of sections, whose
    // links stay in view on a phone, and colors that are mixed from those of the page. And rails of numbers.
    budget("widget.css", 7_600),
    budget("fragment/en.html", 47_400),
    // Room for what keeps the focus, leads past what a choice hides, and lists all that is found.
    // And for the list of questions and the look of the text, which were scripts: together 85,000 at most.
    // The search knows slips, endings and other words for the same, and ranks what has only some of the words: 5,600.
    // A rail has the number and the title of a step apart: 170.
    budget("widget-*_bg.wasm", 87_000),
    budget("widget-*.js", 3_700),
];

const fn budget(file: &'static str, limit: u64) -> Budget {
    Budget { file, limit }
}

/// The most that a file may weigh.
struct Budget {
    file: &'static str,
    limit: u64,
}

/// Brotli bytes by path.
type Sizes = BTreeMap<String, u64>;

/// Prints the sizes that `manifest` states, and fails where one is over its budget.
pub(crate) fn check(manifest: &Path) -> Result<()> {
    let text = fs::read_to_string(manifest)
        .with_context(|| format!("the build has left no {}", manifest.display()))?;
    let sizes =
        sizes(&text).with_context(|| format!("{} is not as expected", manifest.display()))?;
    let (rows, problems) = weigh(&sizes);
    say("\n   brotli    budget  file");
    for row in rows {
        say(&row);
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("; "));
    }
    Ok(())
}

fn sizes(manifest: &str) -> Result<Sizes> {
    let manifest: Value = serde_json::from_str(manifest)?;
    let files = manifest
        .get("files")
        .and_then(Value::as_object)
        .context("there is no `files`")?;
    let size = |(path, file): (&String, &Value)| {
        let bytes = file.get("brotli").and_then(Value::as_u64);
        Ok((
            path.clone(),
            bytes.with_context(|| format!("`{path}` has no `brotli`"))?,
        ))
    };
    files.iter().map(size).collect()
}

/// The lines of the table, and a sentence for each file that is too big or missing.
fn weigh(sizes: &Sizes) -> (Vec<String>, Vec<String>) {
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    for Budget { file, limit } in BUDGETS {
        let mut found = sizes.iter().filter(|(path, _)| fits(file, path)).peekable();
        if found.peek().is_none() {
            problems.push(format!("there is no `{file}`"));
        }
        for (path, &bytes) in found {
            let mark = if bytes > limit { "  TOO BIG" } else { "" };
            rows.push(format!(
                "{:>9} {:>9}  {path}{mark}",
                grouped(bytes),
                grouped(limit)
            ));
            if bytes > limit {
                problems.push(format!(
                    "`{path}` is {} bytes after brotli, {} over its budget of {}",
                    grouped(bytes),
                    grouped(bytes - limit),
                    grouped(limit),
                ));
            }
        }
    }
    (rows, problems)
}

/// Whether `path` is `pattern`, whose `*` stands for one or more letters and digits.
fn fits(pattern: &str, path: &str) -> bool {
    let Some((start, end)) = pattern.split_once('*') else {
        return pattern == path;
    };
    path.strip_prefix(start)
        .and_then(|rest| rest.strip_suffix(end))
        .is_some_and(|hash| !hash.is_empty() && hash.chars().all(|it| it.is_ascii_alphanumeric()))
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes_within_budget() -> Sizes {
        let path = |budget: &Budget| budget.file.replace('*', "1a2b3c4d5e6f7a8b");
        BUDGETS
            .iter()
            .map(|budget| (path(budget), budget.limit))
            .collect()
    }

    #[test]
    fn files_at_their_budget_pass_and_each_has_a_row() {
        let (rows, problems) = weigh(&sizes_within_budget());
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(rows.len(), BUDGETS.len());
        assert_eq!(
            rows.first().map(String::as_str),
            Some("    7,300     7,300  embed.js")
        );
    }

    #[test]
    fn a_file_past_its_budget_is_named_with_its_size_and_its_budget() {
        let mut sizes = sizes_within_budget();
        sizes.insert("widget-1a2b3c4d5e6f7a8b_bg.wasm".to_owned(), 87_001);
        let (_, problems) = weigh(&sizes);
        let expected = "`widget-1a2b3c4d5e6f7a8b_bg.wasm` is 87,001 bytes after brotli, 1 over its budget of 87,000";
        assert_eq!(problems, [expected]);
    }

    #[test]
    fn a_file_that_the_build_did_not_make_is_named() {
        let mut sizes = sizes_within_budget();
        sizes.remove("embed.js");
        assert_eq!(weigh(&sizes).1, ["there is no `embed.js`"]);
    }

    #[test]
    fn the_script_and_the_wasm_are_told_apart() {
        assert!(fits("widget-*.js", "widget-0f.js"));
        assert!(!fits("widget-*.js", "widget-0f_bg.wasm.js"));
        assert!(!fits("widget-*.js", "widget-.js"));
    }

    #[test]
    fn sizes_are_the_brotli_bytes_of_the_manifest() -> Result<()> {
        let text =
            r#"{"version": "0", "files": {"embed.js": {"bytes": 9, "brotli": 4, "sha384": "x"}}}"#;
        assert_eq!(sizes(text)?, Sizes::from([("embed.js".to_owned(), 4)]));
        Ok(())
    }

    #[test]
    fn a_manifest_without_a_size_is_refused() {
        let message = sizes(r#"{"files": {"embed.js": {"bytes": 9}}}"#)
            .err()
            .map(|error| error.to_string());
        assert_eq!(message.as_deref(), Some("`embed.js` has no `brotli`"));
    }
}
