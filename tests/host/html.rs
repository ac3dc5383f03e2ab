//! Just enough of an HTML reader for what Yew writes: every tag closed, every value in quotes.

use std::{collections::BTreeMap, fmt};

/// Elements that have no end tag.
const VOID: [&str; 5] = ["br", "img", "input", "link", "wbr"];

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
}

/// What is in an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The element without name whose children are those of `html`. Comments are left out.
    pub(crate) fn read(html: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").expect("the comment ends").1;
            } else if let Some(tag) = rest.strip_prefix("</") {
                let (name, after) = tag.split_once('>').expect("the tag ends");
                let element = open.pop().expect("a tag that is open");
                assert_eq!(element.name, name, "the tag that is closed");
                push(&mut open, Node::Element(element));
                rest = after;
            } else if let Some(tag) = rest.strip_prefix('<') {
                let (element, after) = Self::read_tag(tag);
                if VOID.contains(&&*element.name) {
                    push(&mut open, Node::Element(element));
                } else {
                    open.push(element);
                }
                rest = after;
            } else {
                let end = rest.find('<').unwrap_or(rest.len());
                push(&mut open, Node::Text(unescaped(&rest[..end])));
                rest = &rest[end..];
            }
        }
        assert_eq!(open.len(), 1, "every tag is closed");
        open.pop().expect("the outermost")
    }

    /// The element that starts after a `<`, and what follows its tag.
    fn read_tag(tag: &str) -> (Self, &str) {
        let is_end = |character: char| character.is_whitespace() || "/>".contains(character);
        let end = tag.find(is_end).expect("the tag ends");
        let mut element = Self {
            name: tag[..end].to_owned(),
            ..Self::default()
        };
        let mut rest = tag[end..].trim_start();
        loop {
            let after_slash = rest.strip_prefix('/').unwrap_or(rest);
            if let Some(after) = after_slash.strip_prefix('>') {
                return (element, after);
            }
            let (name, value) = rest.split_once("=\"").expect("a value in quotes");
            let (value, after) = value.split_once('"').expect("the value ends");
            let before = element.attributes.insert(name.to_owned(), unescaped(value));
            assert!(before.is_none(), "`{name}` is there twice");
            rest = after.trim_start();
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split(' ').any(|it| it == class))
    }

    /// The elements directly inside.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element inside, at any depth, in the order of the text.
    pub(crate) fn all(&self) -> Vec<&Self> {
        self.elements()
            .flat_map(|element| std::iter::once(element).chain(element.all()))
            .collect()
    }

    /// Every element inside that `wanted` names.
    pub(crate) fn find_all(&self, wanted: impl Fn(&Self) -> bool) -> Vec<&Self> {
        self.all().into_iter().filter(|it| wanted(it)).collect()
    }

    /// What nothing answers yet: what is disabled, with all in it.
    pub(crate) fn disabled(&self) -> Vec<&Self> {
        let disabled = self.find_all(|it| it.attribute("disabled").is_some());
        let mut parts = disabled.clone();
        parts.extend(disabled.into_iter().flat_map(Self::all));
        parts
    }

    /// The only element inside of this class.
    pub(crate) fn only(&self, class: &str) -> &Self {
        let found = self.find_all(|it| it.has_class(class));
        assert_eq!(found.len(), 1, "elements of class `{class}`");
        found[0]
    }

    /// The words inside.
    pub(crate) fn text(&self) -> String {
        self.text_without("nothing has this class")
    }

    /// The words inside, but for those in elements of this class.
    pub(crate) fn text_without(&self, class: &str) -> String {
        let text = |node: &Node| match node {
            Node::Element(element) if element.has_class(class) => String::new(),
            Node::Element(element) => element.text_without(class),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    fn write(&self, formatter: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        write!(formatter, "{indent}<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(formatter, " {name}={value:?}")?;
        }
        writeln!(formatter, ">")?;
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(formatter, depth + 1)?,
                Node::Text(text) => writeln!(formatter, "{indent}  {text:?}")?,
            }
        }
        Ok(())
    }
}

/// One line a tag and a text, indented, without end tags.
impl fmt::Display for Element {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}

fn push(open: &mut [Element], node: Node) {
    let parent = open.last_mut().expect("the outermost stays open");
    match (parent.children.last_mut(), node) {
        // Yew parts neighbouring texts by comments only.
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => parent.children.push(node),
    }
}

fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}
