// Whether text can be read where it stands: nothing is cut off, lies over other text, or is wider than the window.

// Runs in the page; gives what is wrong, in words. What scrolls by itself (tables of many columns) may be wider than the window.
export function faultsOfText() {
  const root = document.documentElement;
  const faults = [];
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide, the window ${root.clientWidth} px`);
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // What is there for screen readers alone is a pixel in size, or stands in what is.
  const isForEyes = (one) => {
    for (let at = one; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath !== "none" && at.getBoundingClientRect().width <= 1) return false;
    }
    return !one.closest(".skip:not(:focus)");
  };
  const name = (one) => `${one.localName}${one.id ? `#${one.id}` : ""}${one.className?.baseVal ?? one.className ? `.${(one.className?.baseVal ?? one.className).trim().replaceAll(/\s+/g, ".")}` : ""}`;
  const floats = (one) => {
    for (let at = one; at; at = at.parentElement) if (["fixed", "sticky", "absolute"].includes(getComputedStyle(at).position)) return at;
    return null;
  };
  // What an ancestor shows of a box: a scroller shows all of it, by and by.
  const cutBy = (one, box) => {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position, display } = getComputedStyle(at);
      const { left, right, top, bottom } = at.getBoundingClientRect();
      const hides = (overflow) => ["hidden", "clip"].includes(overflow);
      const isWider = box.left < left - 2 || box.right > right + 2;
      const isHigher = box.top < top - 4 || box.bottom > bottom + 4;
      if (display !== "inline" && !(at instanceof SVGElement && at.localName !== "svg")) {
        if ((hides(overflowX) && isWider) || (hides(overflowY) && isHigher)) return at;
        if (["auto", "scroll"].includes(overflowX) && isWider && at.matches(".scroll, .chart, .nav ul")) return undefined;
      }
      if (position === "fixed") break;
    }
    return null;
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || one.closest("script, style, noscript, option, textarea") || !isShown(one) || !isForEyes(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (boxes.length === 0) continue;
    const letters = node.data.trim().length;
    const told = `“${node.data.trim().slice(0, 24)}” in ${name(one)}`;
    const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
    if (letters >= 4 && lines > letters * 0.7) faults.push(`${told}: ${letters} letters in ${lines} lines`);
    for (const box of boxes) {
      const cut = cutBy(one, box);
      if (cut === undefined) continue;
      if (cut) faults.push(`${told} is cut by ${name(cut)}`);
      else if (box.left < -1 || box.right > root.clientWidth + 1) faults.push(`${told} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
      if (cut === null) texts.push({ one, box, told, floating: floats(one) });
    }
  }
  // Lines of the same element may be closer than their boxes are high.
  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1)) {
      if (b.box.top >= a.box.bottom - 3) break;
      if (a.floating !== b.floating || a.one === b.one) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const least = Math.min(a.box.height, b.box.height);
      if (wide > 3 && high > least * 0.4) faults.push(`${a.told} lies over ${b.told}`);
    }
  });
  return [...new Set(faults)];
}
