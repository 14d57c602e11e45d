// What a screen reader makes of a page: from Chromium's accessibility tree.

// What these say is their name: nothing in them is said again.
const NAMED = new Set([
  "button", "checkbox", "columnheader", "combobox", "DisclosureTriangle", "heading", "image", "link", "option", "radio", "rowheader",
  "searchbox", "spinbutton", "switch", "tab", "textbox", "MenuListPopup",
]);

// What only holds other things.
const SILENT = new Set(["generic", "none", "LayoutTable", "LayoutTableRow", "LayoutTableCell", "InlineTextBox", "ListMarker", "RootWebArea", "paragraph"]);

const STATES = ["level", "expanded", "pressed", "checked", "selected", "invalid", "disabled", "required"];

// The tree below the element of that selector, as nodes `{ role, name, description, value, states, children }`; what is hidden or silent
// is left out.
export async function tree(page, selector) {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("DOM.enable");
    const { root } = await session.send("DOM.getDocument", { depth: 0 });
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { node: { backendNodeId } } = await session.send("DOM.describeNode", { nodeId });
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const start = nodes.find((node) => node.backendDOMNodeId === backendNodeId);
    const visit = (node) => {
      const role = node.role?.value;
      const children = () => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(visit);
      if (node.ignored || SILENT.has(role)) return children();
      const states = Object.fromEntries(
        (node.properties ?? []).filter(({ name }) => STATES.includes(name)).map(({ name, value }) => [name, value.value]),
      );
      const name = node.name?.value.trim() ?? "";
      return [{ role, name, description: node.description?.value ?? "", value: node.value?.value, states, children: NAMED.has(role) ? [] : children() }];
    };
    return visit(start);
  } finally {
    await session.detach();
  }
}

// Every node of the tree, in the order in which it is read.
export const flat = (nodes) => nodes.flatMap((node) => [node, ...flat(node.children)]);

// The tree in words, a line a node, indented.
export function spoken(nodes, depth = 0) {
  return nodes.flatMap(({ role, name, description, value, states, children }) => {
    const told = Object.entries(states).flatMap(([state, is]) => {
      if (state === "level") return [`level ${is}`];
      if (is === "false" || is === false) return ["expanded", "pressed"].includes(state) ? [`not ${state}`] : [];
      return [state];
    });
    const words = [
      role === "StaticText" ? name : [role, name && `“${name}”`].filter(Boolean).join(" "),
      ...(value !== undefined && value !== "" ? [`value “${value}”`] : []),
      ...told,
      ...(description && description !== name ? [`(${description})`] : []),
    ];
    return [`${"  ".repeat(depth)}${words.join(", ")}`, ...spoken(children, depth + 1)];
  });
}
