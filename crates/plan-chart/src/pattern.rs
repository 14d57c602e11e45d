//! Patterns that tell areas apart without colour: plans are hatched; parts of a whole differ.

use yew::virtual_dom::VNode;

use crate::node::Node;

/// The definitions that CSS refers to as `url(#hatch)` and so on: once a page.
pub fn patterns() -> VNode {
    definitions().into_vnode(0)
}

pub(crate) fn definitions() -> Node {
    let mut definitions = Node::new("defs");
    let mut hatch = pattern("hatch", "6").with("patternTransform", "rotate(45)");
    hatch.push(paper("6"));
    hatch.push(line(&[("x1", "1"), ("x2", "1"), ("y1", "0"), ("y2", "6")]));
    definitions.push(hatch);
    let mut dots = pattern("dots", "7");
    dots.push(paper("7"));
    dots.push(
        Node::new("circle").with("class", "pattern-dot").with("cx", "3.5").with("cy", "3.5").with("r", "1.5"),
    );
    definitions.push(dots);
    let mut rungs = pattern("rungs", "5");
    rungs.push(paper("5"));
    rungs.push(line(&[("x1", "0"), ("x2", "5"), ("y1", "1"), ("y2", "1")]));
    definitions.push(rungs);
    definitions
}

fn pattern(id: &str, size: &str) -> Node {
    Node::new("pattern")
        .with("id", id)
        .with("width", size)
        .with("height", size)
        .with("patternUnits", "userSpaceOnUse")
}

fn paper(size: &str) -> Node {
    Node::new("rect").with("class", "pattern-paper").with("width", size).with("height", size)
}

fn line(ends: &[(&'static str, &str)]) -> Node {
    ends.iter().fold(Node::new("line").with("class", "pattern-line"), |line, (name, at)| line.with(name, *at))
}
