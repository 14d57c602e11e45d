//! An element of a drawing, which becomes a node of the page or text of a file.

use std::fmt::Write as _;

use yew::virtual_dom::{VNode, VTag};

/// An SVG element.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) name: &'static str,
    pub(crate) attributes: Vec<(&'static str, String)>,
    pub(crate) content: Content,
}

/// What stands within an element.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Nodes(Vec<Node>),
    Text(String),
}

impl Node {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Content::Nodes(Vec::new()) }
    }

    pub(crate) fn with(mut self, attribute: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(crate) fn push(&mut self, child: Self) {
        if let Content::Nodes(nodes) = &mut self.content {
            nodes.push(child);
        }
    }

    /// Takes away what makes a part of the page more than a picture: ids, roles, what is read.
    pub(crate) fn make_picture(&mut self) {
        self.attributes
            .retain(|(name, _)| *name != "role" && !name.starts_with("aria-") && !name.starts_with("data-"));
        if let Content::Nodes(nodes) = &mut self.content {
            nodes.iter_mut().for_each(Self::make_picture);
        }
    }

    /// As a node of the page, the n-th among its siblings.
    ///
    /// An element with text has the text as its key: where that changes the element is replaced, since its text node may not be
    /// where it was left (browsers that translate a page replace it).
    pub(crate) fn into_vnode(self, number: usize) -> VNode {
        let mut tag = VTag::new(self.name);
        for (attribute, value) in self.attributes {
            tag.add_attribute(attribute, value);
        }
        match self.content {
            Content::Text(text) => {
                tag.key = Some(format!("{number} {text}").into());
                tag.add_child(VNode::from(text));
            }
            Content::Nodes(nodes) => {
                let children = nodes.into_iter().enumerate();
                tag.add_children(children.map(|(number, node)| node.into_vnode(number)));
            }
        }
        tag.into()
    }

    /// As text of an SVG file.
    pub(crate) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (attribute, value) in &self.attributes {
            // Writing to a string does not fail.
            let _ = write!(out, " {attribute}=\"{}\"", Escaped(value));
        }
        match &self.content {
            Content::Nodes(nodes) if nodes.is_empty() => out.push_str("/>"),
            Content::Nodes(nodes) => {
                out.push('>');
                for node in nodes {
                    node.write(out);
                }
                let _ = write!(out, "</{}>", self.name);
            }
            Content::Text(text) => {
                let _ = write!(out, ">{}</{}>", Escaped(text), self.name);
            }
        }
    }
}

/// Text in XML 1.0: marks that mean something escaped, control characters, which no XML file may hold, left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                other if other < ' ' && !matches!(other, '\t' | '\n' | '\r') => {}
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_file_is_escaped() {
        let mut group = Node::new("g").with("aria-label", "a \"b\" <c>");
        group.push(Node { content: Content::Text("1 < 2 & 3\u{0}\u{8}".to_owned()), ..Node::new("text") });
        group.push(Node::new("line"));
        let mut out = String::new();
        group.write(&mut out);
        assert_eq!(
            out,
            "<g aria-label=\"a &quot;b&quot; &lt;c&gt;\"><text>1 &lt; 2 &amp; 3</text><line/></g>"
        );
    }
}
