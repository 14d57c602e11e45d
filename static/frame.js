// Runs where the page stands in a frame, or looks as if it did (`embed=1`), also without the app. It tells the host how high the
// page is, in the ways that hosts understand; shows alone what the address asks for alone; and opens links outside of the frame.
// Messages of the host are compared with the few forms of docs/embed.en.md and never become an address or markup.
(function () {
  "use strict";
  const root = document.documentElement;
  const host = window.parent === window ? null : window.parent;
  const asked = new URLSearchParams(location.search);
  const isEmbedded = root.hasAttribute("data-embed");

  // What hosts add to the address for themselves, and what says how the page looks in them: nothing of a link to the whole page.
  const OF_FRAMES = ["embed", "plain", "alone", "theme", "frame", "initialWidth", "childId", "parentTitle", "parentUrl"];

  // What filters, groups or sorts a list: styles let that list begin the frame. What the reader chooses later moves nothing.
  const OF_LISTS = /^(q|list|stage|year|sector|work|place|order|by|group|kind|target|state|sort|as|section|measure|unit|about|figures)$/;
  const asksForList = [...asked].some(([name, value]) => value && OF_LISTS.test(name));
  if (isEmbedded && asksForList) root.setAttribute("data-asks-list", "");

  // --- How high the page is -------------------------------------------------------------------------------------------------

  const post = (message) => host.postMessage(message, "*");

  // The names that hosts gave the frame; they get back what they sent, and nobody else reads it.
  const named = (name) => (/^[^\s<>"']{1,200}$/.test(name || "") ? name : "");
  const id = named(asked.get("frame"));
  const pym = named(asked.get("childId"));
  let resizer = null;

  // The height of what is in the page: never that of the window, which follows from it.
  const height = () => Math.ceil(root.getBoundingClientRect().height);
  let told = 0;

  // As iframe-resizer wants it, with what made the height change.
  const tellResizer = (why) => {
    if (resizer !== null) post(`[iFrameSizer]${resizer}:${told}:${root.clientWidth}:${why}`);
  };

  let mayTell = false;
  const tell = (why) => {
    if (!mayTell) return;
    told = height();
    post({ type: "plan-explorer-height", id, height: told });
    post({ "datawrapper-height": { [id || "plan-explorer"]: told } });
    post({ sentinel: "amp", type: "embed-size", height: told });
    if (pym) post(["pym", pym, "height", String(told)].join("xPYMx"));
    tellResizer(why);
    fit();
  };

  // The first height that a host is told is to stay. Where the app will show something else than the prerendered page (what the
  // address asks for, or charts drawn for this width), it is the height of the app; if that takes too long, of the page as it is.
  const PATIENCE = 5000;
  // The app draws for the width of a chart's place, and for 240 px where that is narrower.
  const isDrawn = (chart) => {
    const width = String(Math.max(chart.clientWidth, 240));
    return !chart.clientWidth || [...chart.children].some((child) => child.clientWidth && child.getAttribute("width") === width);
  };
  const areDrawn = () => [...document.querySelectorAll(".chart")].every(isDrawn);
  const isPrerenderedFinal = () => !asksForList && !asked.get("item") && areDrawn();
  const release = () => {
    if (mayTell) return;
    mayTell = true;
    tell("init");
  };
  // The app opens what the address names, which is then marked as alone, and learns how wide charts are.
  const isShown = () => !root.hasAttribute("data-opening") && areDrawn();
  const releaseWhenShown = () => requestAnimationFrame(() => (mayTell || isShown() ? release() : releaseWhenShown()));
  const settle = () => {
    if (mayTell || document.readyState === "loading" || !root.hasAttribute("data-styled")) return;
    const state = root.getAttribute("data-state");
    if (state === "starting" && !isPrerenderedFinal()) {
      setTimeout(release, PATIENCE);
    } else if (state === "ready") {
      releaseWhenShown();
      // Where the frame is out of sight, browsers paint nothing.
      setTimeout(release, 1000);
    } else {
      release();
    }
  };

  // In a frame that follows, a scroll bar would come and go, and change the width each time.
  let patience = 0;
  const fit = () => {
    clearTimeout(patience);
    if (window.innerHeight >= told) root.setAttribute("data-fits", "");
    else patience = setTimeout(() => root.toggleAttribute("data-fits", window.innerHeight >= told), 1000);
  };

  // However often a host asks, it is answered once a frame.
  let isAsked = false;
  const answer = (why) => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      tell(why);
    });
  };

  const hear = (event) => {
    if (event.source !== host) return;
    const message = event.data;
    if (typeof message === "string") {
      if (message.length > 1000 || !message.startsWith("[iFrameSizer]")) return;
      const parts = message.slice("[iFrameSizer]".length).split(":");
      // Its first message carries settings; the third says whether the width is to be told, too.
      if (/^(true|false)$/.test(parts[2] || "") && named(parts[0])) {
        resizer = parts[0];
        answer("init");
      } else if (parts[0] === "resize" || parts[0] === "reset") {
        answer("resize");
      }
    } else if (message && typeof message === "object" && message.source === "plan-explorer-host") {
      if (message.type === "height") answer("resize");
      if (message.type === "theme" && /^(auto|light|dark|contrast)$/.test(message.theme) && typeof message.theme === "string") {
        if (message.theme === "auto") root.removeAttribute("data-theme");
        else root.setAttribute("data-theme", message.theme);
      }
    }
  };

  if (host) {
    window.addEventListener("message", hear);
    window.addEventListener("resize", fit);
    const changed = () => {
      if (height() !== told) tell("resize");
    };
    new MutationObserver(settle).observe(root, { attributes: true, attributeFilter: ["data-styled", "data-state"] });
    document.addEventListener("DOMContentLoaded", settle);
    if (window.ResizeObserver) new ResizeObserver(changed).observe(root);
    else ["load", "resize", "click", "keyup"].forEach((name) => window.addEventListener(name, changed));
    // A host that waits for the page to say that it is there sends its settings then.
    post("[iFrameResizerChild]Ready");
    settle();
  }

  // --- What is shown alone --------------------------------------------------------------------------------------------------

  // Marks an element and all that it stands in; styles hide what stands beside these.
  const keep = (element) => {
    for (const marked of document.querySelectorAll("[data-keeps], [data-kept]")) {
      marked.removeAttribute("data-keeps");
      marked.removeAttribute("data-kept");
    }
    element.setAttribute("data-kept", "");
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      around.setAttribute("data-keeps", "");
      if (around.tagName === "DETAILS") around.open = true;
    }
    root.setAttribute("data-alone", "");
  };

  const item = asked.get("item") || "";
  // Before version 3, an item without a view was shown alone.
  const isFormer = !(Number(asked.get("v") || 1) > 2);
  const isAlone = asked.get("alone") === "1" || (isFormer && !asked.has("view"));
  const showAlone = () => {
    const row = document.getElementById(`item-${item}`);
    const chart = document.querySelector(`figure[id="${item}"], .sheet[id="${item}"]`);
    if (row || chart) keep(row || chart);
    // The detail of an item takes the place of its row.
    const detail = root.hasAttribute("data-detail") && document.querySelector(".detail.open");
    if (detail) keep(detail);
  };
  if (isEmbedded && isAlone && /^[a-z0-9.-]+$/.test(item)) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showAlone);
    else showAlone();
    // The app takes the place of what was marked, and opens the detail.
    document.addEventListener("plan-ready", showAlone);
    new MutationObserver(showAlone).observe(root, { attributes: true, attributeFilter: ["data-detail"] });
  }

  // --- Links ----------------------------------------------------------------------------------------------------------------

  // Browsers give nothing where the sandbox has no windows, or throw.
  const openOutside = (address) => {
    try {
      return window.open(address, "_blank");
    } catch (refused) {
      return null;
    }
  };

  // The whole page with what the frame shows.
  const wholePage = () => {
    const address = new URL(location.href);
    OF_FRAMES.forEach((name) => address.searchParams.delete(name));
    return address;
  };

  // The app follows links to what the frame shows (src/browser/links.rs); all others open a window of their own. The link to the
  // whole page is followed before the app would do so: to the app it is one to the first page.
  const follow = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.getAttribute("href").startsWith("#")) return;
    const isWhole = Boolean(link.closest(".embedded"));
    if (isWhole !== (event.eventPhase === Event.CAPTURING_PHASE)) return;
    const address = isWhole ? wholePage() : new URL(link.href);
    event.preventDefault();
    const opened = openOutside(address);
    if (opened) opened.opener = null;
    // A sandbox without windows: the app says so, where it runs (src/browser/host.rs), and otherwise there is only this one.
    else if (root.getAttribute("data-state") === "ready") document.dispatchEvent(new CustomEvent("plan-blocked", { detail: address.href }));
    else if (/^https?:$/.test(address.protocol)) location.href = address;
  };
  if (isEmbedded) [true, false].forEach((isBefore) => window.addEventListener("click", follow, isBefore));
})();
