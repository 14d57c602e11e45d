// Runs before the page is shown. It leads to the page in the language that the address asks for, says by attributes of the
// document what the address asks for, so that the styles show that from the start, and loads the modules: the first once the
// page is there, the second when the reader first does something, or the address asks for it. Whatever goes wrong leaves the page as it is.
// Old browsers must be able to read it.
(function () {
  var root = document.documentElement;
  var self = document.currentScript;
  var parameter = function (name) {
    var found = location.search.match(new RegExp("[?&]" + name + "=([^&]*)"));
    return found ? found[1] : "";
  };

  var lang = parameter("lang");
  var isEnglish = root.lang.indexOf("en") === 0;
  if ((lang === "en" && !isEnglish) || (lang === "zh" && isEnglish)) {
    var query = location.search.replace(/([?&])lang=[^&]*&?/, "$1").replace(/[?&]$/, "");
    location.replace((isEnglish ? "../" : "en/") + query + location.hash);
    return;
  }

  var view = parameter("view");
  if (/^(overview|indicators|projects|tasks|findings)$/.test(view)) root.setAttribute("data-view", view);
  if (parameter("item")) root.setAttribute("data-opening", "");
  var theme = parameter("theme");
  if (/^(light|dark|contrast)$/.test(theme)) root.setAttribute("data-theme", theme);
  if (parameter("plain") === "1") root.setAttribute("data-plain", "");
  var isEmbedded = parameter("embed") === "1";
  if (isEmbedded) root.setAttribute("data-embed", "");
  root.setAttribute("data-state", "starting");

  var state = function () {
    return root.getAttribute("data-state");
  };
  var warn = function (reason) {
    if (window.console) console.warn("Plan Explorer: exploring is unavailable. " + reason);
  };
  // What stands in the way of exploring is told on the page, which stays as it is.
  var fail = function (reason) {
    if (state() === "crashed") return;
    if (state() === "starting") root.setAttribute("data-state", "failed");
    root.setAttribute("data-more", "failed");
    root.removeAttribute("data-opening");
    warn(reason);
    // Nobody else follows it.
    if (last && last.link) location.href = last.link.href;
  };
  // A module that answered and then stops must not leave a page that does not answer. One that stops while it starts is not
  // there: loading it again would not help.
  var crash = function (reason) {
    if (typeof WebAssembly !== "object" || !(reason instanceof WebAssembly.RuntimeError)) return;
    if (state() === "starting" || root.getAttribute("data-more") === "starting") return fail(reason);
    if (state() !== "ready") return;
    root.setAttribute("data-state", "crashed");
    root.removeAttribute("data-opening");
  };
  window.addEventListener("error", function (event) {
    crash(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    crash(event.reason);
  });

  // What the reader clicked last, where it was for the second module to answer.
  var last = null;
  var isWaiting = function (target) {
    var island = target && target.closest && target.closest("[data-island]");
    return Boolean(island) && !island.hasAttribute("data-alive");
  };
  // Charts are drawn anew: what has the same name there, or stands in the same place, is what was meant.
  var meant = function () {
    var mark = last.mark && last.island.querySelector('[data-id="' + last.mark + '"]');
    var isSamePlace = window.scrollX === last.scroll[0] && window.scrollY === last.scroll[1];
    if (mark) return mark;
    if (last.target.isConnected) return last.target;
    return isSamePlace ? document.elementFromPoint(last.x, last.y) : null;
  };
  var again = function (patience) {
    if (!last) return;
    if (last.link) {
      last.link.click();
      last = null;
      return;
    }
    if (patience > 0 && last.island.querySelector(".chart > .wide")) {
      requestAnimationFrame(function () {
        again(patience - 1);
      });
      return;
    }
    var target = meant();
    if (target) target.dispatchEvent(new MouseEvent("click", { clientX: last.x, clientY: last.y, bubbles: true, cancelable: true }));
    last = null;
  };
  var hear = function (event) {
    more();
    if (event.type === "click") {
      last = null;
      // A link of the page is for the second module to follow: it need not be loaded anew for that.
      var link = event.target.closest && event.target.closest('a[href^="?"]');
      var isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (link && isPlain && root.getAttribute("data-more") === "starting") {
        event.preventDefault();
        last = { link: link };
        return;
      }
      // What works by itself has worked.
      if (event.button === 0 && isWaiting(event.target) && !event.target.closest("a, summary, label, input, select")) {
        var mark = event.target.closest("[data-id]");
        last = {
          island: event.target.closest("[data-island]"),
          target: event.target,
          mark: mark && mark.getAttribute("data-id"),
          x: event.clientX,
          y: event.clientY,
          scroll: [window.scrollX, window.scrollY],
        };
      }
    }
    // What is typed into the search is looked for once that is there.
    if (event.type === "keydown" && event.key === "/" && !(event.ctrlKey || event.altKey || event.metaKey)) {
      var field = document.getElementById("search");
      if (!/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && isWaiting(field) && field.offsetWidth > 0) {
        event.preventDefault();
        field.focus();
      }
    }
  };
  var SIGNS = ["pointerdown", "pointermove", "touchstart", "wheel", "scroll", "keydown", "focusin", "click"];
  var listen = function (isOn) {
    for (var i = 0; i < SIGNS.length; i += 1) {
      window[isOn ? "addEventListener" : "removeEventListener"](SIGNS[i], hear, { capture: true, passive: !/^(keydown|click)$/.test(SIGNS[i]) });
    }
  };

  // Filters work as one types: there is nothing to send.
  document.addEventListener("submit", function (event) {
    event.preventDefault();
  });

  // What is seen only in frames, or once the reader does something, has styles of its own.
  var style = function () {
    if (style.is) return;
    style.is = true;
    var later = document.createElement("link");
    later.rel = "stylesheet";
    later.href = self.getAttribute("data-later");
    later.onload = later.onerror = function () {
      root.setAttribute("data-styled", "");
    };
    document.head.appendChild(later);
  };
  if (isEmbedded || window.parent !== window) {
    style();
    var frame = document.createElement("script");
    frame.src = self.getAttribute("data-frame");
    document.head.appendChild(frame);
  }

  // The module comes while the script that asks for it does.
  var preload = function (module) {
    var early = document.createElement("link");
    early.rel = "preload";
    early.as = "fetch";
    early.type = "application/wasm";
    early.crossOrigin = "anonymous";
    early.href = module;
    document.head.appendChild(early);
  };
  var load = function (script, module) {
    // Seen from the page: in a sandboxed frame this script is one of another origin, from which nothing can be seen.
    return import(new URL(script, document.baseURI).href).then(function (loaded) {
      return loaded.default({ module_or_path: module });
    });
  };
  var first = null;
  var more = function () {
    if (root.hasAttribute("data-more") || !first || (state() !== "ready" && state() !== "starting")) return;
    root.setAttribute("data-more", "starting");
    style();
    preload(self.getAttribute("data-more-module"));
    var data = fetch(self.getAttribute("data-dataset")).then(function (response) {
      if (!response.ok) throw new Error("The data answered with " + response.status + ".");
      return response.text();
    });
    // Without the first there is nothing to add to; why it is not there has been told.
    first.then(function () {
      data
        .then(function (text) {
          var carrier = document.createElement("script");
          carrier.type = "text/plain";
          carrier.id = "dataset";
          carrier.textContent = text;
          document.body.appendChild(carrier);
          return load(self.getAttribute("data-more"), self.getAttribute("data-more-module"));
        })
        .catch(fail);
    }, function () {});
    data.catch(function () {});
  };
  // The site is kept for when there is no network (static/worker.js), once there is nothing else to do. Browsers may refuse; and
  // to register a worker that the publisher has taken away would bring the one before back, where it still has a page.
  var keep = function () {
    (window.requestIdleCallback || setTimeout)(function () {
      var worker = self.getAttribute("data-worker");
      try {
        var workers = navigator.serviceWorker;
        if (workers && !(navigator.connection || root).saveData) {
          fetch(worker).then(function (response) {
            if (response.ok) return workers.register(worker);
          }).catch(function () {});
        }
      } catch (refused) {}
    });
  };
  document.addEventListener("plan-complete", function () {
    listen(false);
    again(60);
  });

  var start = function () {
    // Search engines want full addresses of a page that does not know where it stands.
    var links = document.querySelectorAll("head > link[rel=canonical], head > link[rel=alternate]");
    for (var i = 0; i < links.length; i += 1) links[i].href = links[i].href;
    if (typeof WebAssembly !== "object") return fail("This browser has no WebAssembly.");
    listen(true);
    preload(self.getAttribute("data-module"));
    first = load(self.getAttribute("data-script"), self.getAttribute("data-module"));
    first.catch(fail);
    if (self.hasAttribute("data-worker") && window.top === window) first.then(keep, keep);
    // Whatever the address asks for is for the second module to show, too.
    if (location.search) more();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
