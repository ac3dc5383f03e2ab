//! What stands in braces, put into words before Markdown is read: signs, as texts refer to them, and the marks around
//! words that give way to those of a region.

use super::{
    Reason, Refusal,
    front_matter::BodyText,
    inline::{END_OF_REGIONAL, REGIONAL},
    signs::SignTable,
};
use crate::content::{Regional, Sign, SignId, SourceId, Tier, Words, capitalized};

/// The line that is being put into words.
struct Line<'a> {
    table: &'a SignTable,
    /// As it is written.
    text: &'a str,
    /// The words so far.
    words: String,
    heading: Heading,
    /// Whether words that give way to those of a region have begun.
    is_regional: bool,
}

/// The heading above a line that says how urgent its signs are.
#[derive(Clone, Default)]
struct Heading {
    tier: Option<Tier>,
    /// What stands between it and its list; a source there backs each item.
    introduction: String,
}

impl SignTable {
    /// `text` of the file `path` with words in the place of its references, and the signs that it names.
    ///
    /// Each line stays a line, so that what is refused later is still found.
    pub(super) fn spell_out(
        &self,
        path: &str,
        text: &BodyText,
    ) -> Result<(BodyText, Vec<SignId>), Refusal> {
        let mut named = Vec::new();
        let mut words = String::new();
        let mut heading = Heading::default();
        for (index, text_of_line) in text.text.split_inclusive('\n').enumerate() {
            let mut line = Line {
                table: self,
                text: text_of_line,
                words: String::new(),
                heading,
                is_regional: false,
            };
            let signs = line
                .spell_out()
                .map_err(|reason| Refusal::new(path, text.first_line + index, reason))?;
            named.extend(signs.iter().map(|sign| sign.id.clone()));
            words.push_str(&line.words);
            heading = line.heading;
        }
        let first_line = text.first_line;
        let text = words;
        Ok((BodyText { text, first_line }, named))
    }

    fn sign(&self, id: &str) -> Result<&Sign, Reason> {
        let sign = self.signs.signs.iter().find(|sign| *sign.id == *id);
        sign.ok_or_else(|| Reason::UnknownSign(id.to_owned()))
    }
}

impl<'a> Line<'a> {
    /// Puts the line into words, and returns the signs that it names.
    fn spell_out(&mut self) -> Result<Vec<&'a Sign>, Reason> {
        let mut named = Vec::new();
        let mut rest = self.text;
        if rest.starts_with("## ") {
            self.heading = Heading::default();
        } else if !rest.starts_with("- ") {
            self.heading.introduction.push_str(rest);
        }
        while let Some((before, after)) = rest.split_once('{') {
            self.words.push_str(before);
            rest = after;
            // The id of a question.
            if rest.starts_with('#') {
                self.words.push('{');
                continue;
            }
            let (reference, after) = rest
                .split_once('}')
                .ok_or_else(|| Reason::UnknownSign(rest.trim_end().to_owned()))?;
            rest = after;
            named.extend(self.reference(reference)?);
        }
        self.words.push_str(rest);
        if self.is_regional {
            return Err(Reason::OpenRegional);
        }
        Ok(named)
    }

    fn reference(&mut self, reference: &str) -> Result<Vec<&'a Sign>, Reason> {
        let table = self.table;
        match reference.split_once(": ") {
            None if reference == "/region" && self.is_regional => {
                self.is_regional = false;
                self.words.push(END_OF_REGIONAL);
                Ok(Vec::new())
            }
            None => {
                let sign = table.sign(reference)?;
                self.check_alone(sign)?;
                self.push(&sign.words);
                Ok(vec![sign])
            }
            Some(("signs", ids)) => {
                let signs = ids.split(", ").map(|id| table.sign(id));
                let signs = signs.collect::<Result<Vec<_>, _>>()?;
                self.sentences(&signs);
                Ok(signs)
            }
            Some(("call", id)) => {
                self.push(table.signs.call(table.sign(id)?));
                Ok(Vec::new())
            }
            Some(("region", name)) if !self.is_regional => {
                let index = Regional::ALL.iter().position(|it| it.name() == name);
                let index = index.ok_or_else(|| Reason::UnknownRegional(name.to_owned()))?;
                self.is_regional = true;
                self.words.push(REGIONAL[index]);
                Ok(Vec::new())
            }
            Some(("tier", name)) => {
                let tier = Tier::ALL.into_iter().find(|tier| tier.name() == name);
                let tier = tier.ok_or_else(|| Reason::UnknownSign(reference.to_owned()))?;
                if self.text.starts_with("## ") {
                    self.heading.tier = Some(tier);
                }
                self.words.push_str(&table.signs.urgency(tier).heading);
                Ok(Vec::new())
            }
            Some(_) => Err(Reason::UnknownSign(reference.to_owned())),
        }
    }

    /// A sign whose tier the heading above says, and whose sources stand in the same line.
    fn check_alone(&self, sign: &Sign) -> Result<(), Reason> {
        if self.heading.tier != Some(sign.tier) {
            let tier = sign.tier.name();
            return Err(Reason::SignOutOfItsTier(sign.id.to_string(), tier));
        }
        let uncited = |source: &&SourceId| {
            let citation = format!("[^{source}]");
            !self.text.contains(&citation) && !self.heading.introduction.contains(&citation)
        };
        match sign.sources.iter().find(uncited) {
            Some(source) => {
                let (sign, source) = (sign.id.to_string(), source.to_string());
                Err(Reason::UncitedSign(sign, source))
            }
            None => Ok(()),
        }
    }

    /// A sentence for those of `signs` about which the same is to be done, with their sources behind it.
    fn sentences(&mut self, signs: &[&Sign]) {
        let table = &self.table.signs;
        let mut rest = signs.to_vec();
        while let Some(first) = rest.first().copied() {
            let alike =
                |sign: &&Sign| sign.tier == first.tier && table.call(sign) == table.call(first);
            let (these, others): (Vec<&Sign>, Vec<&Sign>) = rest.into_iter().partition(alike);
            rest = others;
            let sentence = Words::fill(
                &table.urgency(first.tier).sentence,
                &[("signs", &table.list(&these)), ("call", table.call(first))],
            );
            self.push(&sentence);
            let mut cited = Vec::new();
            for source in these.iter().flat_map(|sign| &sign.sources) {
                if !cited.contains(&source) {
                    cited.push(source);
                    self.words.extend(["[^", source, "]"]);
                }
            }
            if !rest.is_empty() {
                self.words.push(' ');
            }
        }
    }

    /// Appends `words`, with a capital where a sentence begins.
    fn push(&mut self, words: &str) {
        let before = self.words.trim_end_matches([' ', '*', '-', '>']);
        if !(before.is_empty() || before.ends_with(['.', '?', '!', ']', '|'])) {
            self.words.push_str(words);
            return;
        }
        self.words.push_str(&capitalized(words));
    }
}
