//! Reads `dist/_headers` the way Netlify and Cloudflare Pages do.

use std::{collections::BTreeSet, path::Path};

use anyhow::{Context, Result, ensure};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The rules of a `_headers` file.
#[derive(Debug)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    /// A path from the folder on, such as `/widget-*`; the star stands for anything.
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Headers {
    /// Reads the file of a folder.
    ///
    /// # Errors
    /// When there is none, or a line of it says nothing that a host would understand.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("_headers");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("reading {}", path.display()))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if line.starts_with('/') {
                rules.push(Rule {
                    pattern: words.to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let header = words.split_once(':');
            let (name, value) = header.with_context(|| format!("`{line}` is no header"))?;
            ensure!(
                line.starts_with(' '),
                "`{line}` is neither a path nor indented"
            );
            let rule = rules.last_mut();
            let rule = rule.with_context(|| format!("`{line}` stands below no path"))?;
            rule.headers
                .push((name.trim().parse()?, value.trim().parse()?));
        }
        Ok(Self { rules })
    }

    /// What a file is sent with; `path` begins with a slash and counts from the folder on.
    ///
    /// A header that several rules set gets all of their values, joined by a comma, as those hosts do it.
    ///
    /// # Errors
    /// When the values of two rules cannot be joined.
    pub fn of(&self, path: &str) -> Result<HeaderMap> {
        let mut all = HeaderMap::new();
        for rule in self.rules.iter().filter(|rule| rule.matches(path)) {
            for (name, value) in &rule.headers {
                let value = match all.get(name) {
                    Some(former) => format!("{}, {}", former.to_str()?, value.to_str()?).parse()?,
                    None => value.clone(),
                };
                all.insert(name.clone(), value);
            }
        }
        Ok(all)
    }

    /// The hashes that the policy of the page of its own lists for one directive.
    ///
    /// # Errors
    /// When it has no policy, or no such directive.
    pub fn hashes(&self, directive: &str) -> Result<String> {
        let headers = self.of("/index.html")?;
        let policy = headers.get("content-security-policy");
        let policy = policy.context("no policy")?.to_str()?;
        let sources = policy
            .split("; ")
            .find_map(|it| it.strip_prefix(directive))
            .with_context(|| format!("no {directive} in {policy}"))?;
        let hashes = sources.split(' ').filter(|it| it.starts_with("'sha256-"));
        Ok(hashes.collect::<Vec<_>>().join(" "))
    }

    /// The name of every header that any file is sent with.
    #[must_use]
    pub fn names(&self) -> BTreeSet<&str> {
        let headers = self.rules.iter().flat_map(|rule| &rule.headers);
        headers.map(|(name, _)| name.as_str()).collect()
    }
}

impl Rule {
    fn matches(&self, path: &str) -> bool {
        match self.pattern.split_once('*') {
            Some((start, end)) => path
                .strip_prefix(start)
                .is_some_and(|rest| rest.ends_with(end)),
            None => path == self.pattern,
        }
    }
}
