// What is pressed with a finger: how large it is.

// Runs in the page; gives what is smaller than `least` px in height or width, in words. Links within sentences are as high as their line.
// What a label belongs to is pressed by it, too.
export function smallTargets(least) {
  const isLine = (one) => ["inline", "contents"].includes(getComputedStyle(one).display);
  // What stands in the same line or lines, without what other links say.
  const besides = (link) => {
    let block = link.parentElement;
    while (isLine(block)) block = block.parentElement;
    const said = (one) =>
      [...one.childNodes].map((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        return node.nodeType === Node.ELEMENT_NODE && node.localName !== "a" && isLine(node) ? said(node) : "";
      });
    return said(block).flat(9).join("").replaceAll(/[\s·]/g, "");
  };
  const isInSentence = (one) => one.localName === "a" && getComputedStyle(one).display === "inline" && besides(one) !== "";
  const boxOf = (one) => {
    const boxes = [one, ...(one.labels ?? [])].map((each) => each.getBoundingClientRect());
    return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
  };
  const name = (one) => `${one.localName}${one.className ? `.${one.className.replaceAll(" ", ".")}` : ""}`;
  return [...document.querySelectorAll("a, button, summary, select, input, textarea, [role=option]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
    .map((one) => ({ one, ...boxOf(one) }))
    // Half a pixel is lost where boxes are laid out in fractions.
    .filter(({ one, width, height }) => (height < least - 0.5 || width < least - 0.5) && !(least > 24 && isInSentence(one)))
    .map(({ one, width, height }) => `${name(one)} in ${name(one.parentElement)} “${one.textContent.trim().slice(0, 20)}” ${width.toFixed(0)} × ${height.toFixed(0)}`);
}
