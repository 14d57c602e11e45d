//! The styles of a document: which are headings, which are bold, hidden or numbered, with what each takes over from the one it is
//! based on.

use std::collections::HashMap;

use crate::xml::{self, Node, attribute, child, children, toggle, value};

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    /// The id of the style of paragraphs that name none.
    default: Option<String>,
}

/// What a style says. `None` where it leaves it to the style that it is based on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Style {
    /// Its name in lower case, which is the same in every language for the styles of Word.
    name: String,
    based_on: Option<String>,
    /// The level in the outline from 0; 9 is the level of text.
    outline: Option<u8>,
    /// The list that numbers the paragraphs.
    pub(crate) list: List,
    /// Whether the words are bold.
    pub(crate) is_bold: Option<bool>,
    /// Whether the words are hidden.
    pub(crate) is_hidden: Option<bool>,
}

/// The list a paragraph is of, and the level in it from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    /// The id of the list: "0" for none.
    pub(crate) id: Option<String>,
    /// The level.
    pub(crate) level: Option<usize>,
}

impl List {
    /// What the properties of a paragraph say of a list.
    pub(crate) fn of(properties: Option<Node<'_>>) -> Self {
        let Some(list) = properties.and_then(|node| child(node, "numPr")) else {
            return Self::default();
        };
        Self {
            id: value(list, "numId").map(str::to_owned),
            level: value(list, "ilvl").and_then(|level| level.parse().ok()),
        }
    }

    /// This, with what it leaves open from another.
    pub(crate) fn or(self, other: &Self) -> Self {
        // A level of a style counts only within the list of that style.
        let level = match self.id {
            None => self.level.or(other.level),
            Some(_) => self.level,
        };
        Self { id: self.id.or_else(|| other.id.clone()), level }
    }
}

/// So many styles at most are based on each other in a row: a ring of styles ends too.
const MOST_BASES: usize = 24;

impl Styles {
    /// The styles of a part.
    pub(crate) fn of(root: Node<'_>) -> Self {
        let mut styles = Self::default();
        for node in children(root).filter(|node| xml::name(*node) == "style") {
            let Some(id) = attribute(node, "styleId") else {
                continue;
            };
            let of_paragraphs = attribute(node, "type").is_none_or(|kind| kind == "paragraph");
            if of_paragraphs && matches!(attribute(node, "default"), Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), Style::of(node));
        }
        let whole = styles.by_id.keys().map(|id| (id.clone(), styles.with_bases(id))).collect();
        Self { by_id: whole, ..styles }
    }

    /// A style of this id; of paragraphs without an id, the one that they have then.
    pub(crate) fn of_paragraph(&self, id: Option<&str>) -> Option<&Style> {
        id.and_then(|id| self.by_id.get(id)).or_else(|| self.by_id.get(self.default.as_deref()?))
    }

    /// A style of this id.
    pub(crate) fn named(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    fn with_bases(&self, id: &str) -> Style {
        let mut style = self.by_id.get(id).cloned().unwrap_or_default();
        let mut base = style.based_on.clone();
        for _ in 0..MOST_BASES {
            let Some(next) = base.as_deref().and_then(|id| self.by_id.get(id)) else {
                break;
            };
            style.outline = style.outline.or_else(|| next.own_outline());
            style.list = style.list.or(&next.list);
            style.is_bold = style.is_bold.or(next.is_bold);
            style.is_hidden = style.is_hidden.or(next.is_hidden);
            base.clone_from(&next.based_on);
        }
        style
    }
}

impl Style {
    fn of(node: Node<'_>) -> Self {
        let (paragraphs, words) = (child(node, "pPr"), child(node, "rPr"));
        let mut style = Self {
            name: value(node, "name").unwrap_or_default().trim().to_lowercase(),
            based_on: value(node, "basedOn").map(str::to_owned),
            outline: paragraphs.and_then(outline),
            list: List::of(paragraphs),
            is_bold: words.and_then(|words| toggle(words, "b")),
            is_hidden: words.and_then(|words| toggle(words, "vanish")),
        };
        style.outline = style.own_outline();
        style
    }

    fn own_outline(&self) -> Option<u8> {
        let named = || {
            let level = ["heading", "标题"].iter().find_map(|name| self.name.strip_prefix(name))?;
            match level.trim().parse::<u8>().ok()? {
                level @ 1..=9 => Some(level - 1),
                _ => None,
            }
        };
        self.outline.or_else(named)
    }

    /// The level of heading from 1 of its paragraphs.
    pub(crate) fn heading(&self) -> Option<u8> {
        heading(self.outline?)
    }

    /// Whether its paragraphs are those of a table of contents.
    pub(crate) fn is_contents(&self) -> bool {
        let level = ["toc ", "目录 "].iter().find_map(|name| self.name.strip_prefix(name));
        level.is_some_and(|level| level.trim().parse::<u8>().is_ok())
    }
}

/// The level in the outline that the properties of a paragraph give it.
pub(crate) fn outline(properties: Node<'_>) -> Option<u8> {
    value(properties, "outlineLvl")?.parse().ok()
}

/// The level of heading of a level in the outline.
pub(crate) fn heading(outline: u8) -> Option<u8> {
    (outline < 9).then_some(outline + 1)
}
