//! XML by local names: the same parts come in two namespaces, of which one is of an ISO standard that few programs write.

use plan_data::{Said, said};
use roxmltree::{Document, ParsingOptions};

/// An element.
pub(crate) type Node<'a> = roxmltree::Node<'a, 'a>;

/// So many elements and texts at most are held in memory.
const MOST_NODES: u32 = 20_000_000;

/// The tree of a part.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Said> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| {
        said!(
            "文件损坏：其中的XML无法读取（{error}）",
            "a damaged file: an XML of it cannot be read ({error})"
        )
    })
}

/// The local name.
pub(crate) fn name(node: Node<'_>) -> &str {
    node.tag_name().name()
}

/// The elements in an element.
pub(crate) fn children(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.children().filter(roxmltree::Node::is_element)
}

/// The first element of the name in an element.
pub(crate) fn child<'a>(node: Node<'a>, named: &str) -> Option<Node<'a>> {
    children(node).find(|node| name(*node) == named)
}

/// The attribute of a local name.
pub(crate) fn attribute<'a>(node: Node<'a>, named: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == named).map(|attribute| attribute.value())
}

/// The value of a property that is an element with one.
pub(crate) fn value<'a>(node: Node<'a>, named: &str) -> Option<&'a str> {
    attribute(child(node, named)?, "val")
}

/// A property that is on by being there, unless its value is off; `None` where it is not there.
pub(crate) fn toggle(node: Node<'_>, named: &str) -> Option<bool> {
    let value = attribute(child(node, named)?, "val");
    Some(!matches!(value, Some("0" | "false" | "off" | "none")))
}
