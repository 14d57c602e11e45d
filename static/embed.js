// For pages of others: turns <div data-plan-explorer="…"> into a frame with what the address shows, as high as that is.
// docs/embed.en.md has the attributes, the address and the messages. Old browsers must be able to read it, and it asks nothing of the
// page but the elements; it is safe to load twice.
(function () {
  if (window.PlanExplorer) {
    window.PlanExplorer.scan();
    return;
  }
  var self = document.currentScript;
  var SOURCE = "plan-explorer";
  var TITLES = {{titles}};
  var HEIGHT = 600;
  var MOST = 200000;
  var frames = [];

  var warn = function (element, reason) {
    if (window.console) console.warn("Plan Explorer: " + reason, element);
  };

  // The address of the frame: as the element says, from where this script stands, within another page.
  var addressOf = function (said) {
    var address = new URL(said, self ? self.src : location.href);
    if (!/^https?:$/.test(address.protocol)) return null;
    address.searchParams.set("embed", "1");
    return address;
  };

  var titleOf = function (element) {
    var around = element.closest("[lang]");
    var lang = (around ? around.getAttribute("lang") : "zh").slice(0, 2);
    return element.getAttribute("data-title") || element.getAttribute("aria-label") || TITLES[lang] || TITLES.zh;
  };

  var make = function (element) {
    if (element.getAttribute("data-plan-explorer-seen") !== null) return;
    element.setAttribute("data-plan-explorer-seen", "");
    var address;
    try {
      address = addressOf(element.getAttribute("data-plan-explorer"));
    } catch (error) {
      address = null;
    }
    if (!address) {
      warn(element, "data-plan-explorer is no address of a page, such as https://example.gov.cn/plan/projects.html");
      return;
    }
    var frame = document.createElement("iframe");
    frame.title = titleOf(element);
    frame.loading = "lazy";
    frame.allow = "web-share; clipboard-write";
    frame.style.width = "100%";
    frame.style.height = (parseInt(element.getAttribute("data-height"), 10) || HEIGHT) + "px";
    frame.style.border = "0";
    frame.src = address.href;
    // What stands in the element, for readers without scripts, is there until the page is.
    frame.addEventListener("load", function () {
      while (element.firstChild && element.firstChild !== frame) element.removeChild(element.firstChild);
    });
    element.appendChild(frame);
    frames.push({ frame: frame, element: element, origin: address.origin });
  };

  // Only what the frame's own page sends counts, and of that only a height and what its readers select. In a portal that is itself in
  // a sandbox the frame has no origin.
  window.addEventListener("message", function (event) {
    var message = event.data;
    if (!message || typeof message !== "object") return;
    for (var i = 0; i < frames.length; i += 1) {
      var one = frames[i];
      if (one.frame.contentWindow !== event.source || (event.origin !== one.origin && event.origin !== "null")) continue;
      var height = message.height;
      if (message.type === SOURCE + "-height" && typeof height === "number" && height > 0 && height < MOST) {
        one.frame.style.height = Math.ceil(height) + "px";
      } else if (message.source === SOURCE && typeof message.type === "string") {
        one.element.dispatchEvent(new CustomEvent(SOURCE, { detail: message, bubbles: true }));
      }
    }
  });

  // Makes the frames of all elements that have none yet: for pages that add some later.
  var scan = function () {
    var found = document.querySelectorAll("[data-plan-explorer]");
    for (var i = 0; i < found.length; i += 1) make(found[i]);
  };

  window.PlanExplorer = { scan: scan };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", scan);
  else scan();
})();
