// Stands in every page, before anything is shown. It leads links of earlier versions to their page, says by attributes of the
// document what the address asks for, and loads the app when the page has been painted and the browser is idle. Where the app
// does not start the page stays as it is; where it panics a fresh one takes over. Old browsers must be able to read it.
(function () {
  var root = document.documentElement;
  var self = document.currentScript;
  var told = function (name) {
    return self.getAttribute("data-" + name);
  };

  // --- The address -------------------------------------------------------------------------------------------------------

  var decoded = function (text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, " "));
    } catch (broken) {
      return "";
    }
  };
  var asked = Object.create(null);
  location.search.slice(1).split("&").forEach(function (pair) {
    var at = pair.indexOf("=");
    var name = at < 0 ? pair : pair.slice(0, at);
    if (!(name in asked)) asked[name] = at < 0 ? "" : decoded(pair.slice(at + 1));
  });
  var parameter = function (name) {
    return asked[name] || "";
  };

  // In versions 1 and 2 everything stood on the first page.
  var PAGES = /^(index|projects|indicators|tasks|topics|data)$/;
  var FORMER = { __proto__: null, all: "index", overview: "index", home: "index", findings: "data", reconciliation: "data", figures: "data", questions: "topics" };
  var LISTS = [
    ["projects", /^(q|list|stage|year|sector|work|place|order|by)$/],
    ["indicators", /^(group|kind|target|state|sort|as)$/],
    ["data", /^(section|measure|unit|about|figures)$/],
  ];
  // Pages and languages that the report has nothing for. The app says so.
  var isAbsent = function (name) {
    return (told("without") || "").split(" ").indexOf(name) >= 0;
  };
  var pageOf = function (word) {
    return PAGES.test(word) ? word : FORMER[word] || "";
  };
  // The page of an id: the build says what the ids of each page look like.
  var pageOfItem = function (id) {
    var found = "";
    (told("items") || "").split(";").forEach(function (entry) {
      var at = entry.indexOf("=");
      if (id && at > 0 && new RegExp("^(" + entry.slice(at + 1) + ")$").test(id)) found = entry.slice(0, at);
    });
    return found;
  };
  var page = (/([^/]*?)(\.html)?$/.exec(location.pathname) || [])[1] || "index";
  if (!PAGES.test(page)) page = "index";
  var wanted = pageOf(parameter("view")) || page;
  if (page === "index" && !parameter("view")) {
    var part = location.hash.slice(1);
    wanted = pageOfItem(parameter("item")) || pageOfItem(part.replace(/^item-/, "")) || pageOf(part);
    LISTS.forEach(function (list) {
      for (var name in asked) if (!wanted && list[1].test(name)) wanted = list[0];
    });
    wanted = wanted || page;
  }
  if (isAbsent(wanted)) wanted = page;
  var isEnglish = root.lang.slice(0, 2) === "en";
  var lang = (/^(zh|en)\b/.exec(parameter("lang").toLowerCase().replace("_", "-")) || [])[1];
  var isOther = lang && (lang === "en") !== isEnglish && !isAbsent(lang);
  var isFile = location.protocol === "file:";
  if (wanted !== page || isOther) {
    var query = location.search.replace(/([?&])lang=[^&]*&?/, "$1").replace(/[?&]$/, "");
    var to = (isOther ? (isEnglish ? "../" : "en/") : "") + (wanted === "index" && !isFile ? "" : wanted + ".html");
    location.replace((to || "./") + query + location.hash);
    return;
  }

  // As the address says, or else as the reader has chosen (src/browser/display.rs), but not in pages of others.
  var chosen = [];
  try {
    if (parameter("embed") !== "1") chosen = (localStorage.getItem("plan-explorer") || "").split(" ");
  } catch (refused) {}
  var theme = parameter("theme") || chosen[0];
  if (/^(light|dark|contrast)$/.test(theme)) root.setAttribute("data-theme", theme);
  var isLarge = (parameter("large") || (chosen[1] ? "1" : "")) === "1";
  if (isLarge) root.setAttribute("data-large", "");
  if (parameter("plain") === "1") root.setAttribute("data-plain", "");
  // With Save-Data the app comes only when the reader touches something: nothing is opened before.
  var isSaving = function () {
    return Boolean(navigator.connection && navigator.connection.saveData);
  };
  if (parameter("item") && !isSaving() && !told("site")) root.setAttribute("data-opening", "");
  var isEmbedded = parameter("embed") === "1";
  if (isEmbedded) root.setAttribute("data-embed", "");
  // A report that the reader has opened in this browser: until it is there, nothing is shown in its place. None in pages of others.
  var own = !isEmbedded && window.parent === window && parameter("own");
  if (own) root.setAttribute("data-own", "");

  // --- How far the app is: `starting`, `ready`, `failed`, `outdated` or `crashed` -------------------------------------------------

  var state = function () {
    return root.getAttribute("data-state");
  };
  var become = function (now) {
    root.setAttribute("data-state", now);
    if (now === "starting") return;
    root.removeAttribute("data-opening");
    // What was pressed is not done any more.
    forget();
  };
  var hasFailed = false;
  var hasLeft = false;
  var fail = function (reason) {
    if (state() !== "starting" || hasFailed) return;
    hasFailed = true;
    if (controller) controller.abort();
    // Going elsewhere ends requests too: nothing has failed then, and the app is loaded if the reader comes back.
    setTimeout(function () {
      if (hasLeft) {
        isLoading = hasFailed = hasLeft = false;
        return load();
      }
      if (window.console) console.warn("Plan Explorer: the app is not available. " + reason);
      // A server that has a newer build may have removed the files of this one.
      fetch(location.href.split("#")[0], { cache: "reload" })
        .then(function (response) {
          return response.ok ? response.text() : told("module");
        })
        .then(function (now) {
          become(now.indexOf(told("module")) < 0 ? "outdated" : "failed");
        })
        .catch(function () {
          become("failed");
        });
    }, 300);
  };
  window.addEventListener("pagehide", function () {
    hasLeft = true;
  });
  window.addEventListener("pageshow", function () {
    if (!hasFailed) hasLeft = false;
  });

  // --- The app -------------------------------------------------------------------------------------------------------------------

  var absolute = function (address) {
    // From the page: in a sandboxed frame this script has another origin, from which no address can be resolved.
    return new URL(address, document.baseURI).href;
  };
  var fetched = function (address) {
    return fetch(address).then(function (response) {
      if (!response.ok) throw new Error(address + " answered with " + response.status + ".");
      return response;
    });
  };
  // What the worker is to keep, and need not load again.
  var kept = [];
  var keeping = function (response) {
    kept.push([response.url, response.clone()]);
    return response;
  };
  var compiled = function (response) {
    var again = response.clone();
    var whole = function () {
      return again.arrayBuffer().then(function (bytes) {
        return WebAssembly.compile(bytes);
      });
    };
    // Some servers send another media type, which streaming refuses.
    return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response).catch(whole) : whole();
  };

  var parts = null;
  var controller = null;
  var starts = 0;
  // A script with another fragment is another module, with an instance of its own.
  var start = function () {
    controller = new AbortController();
    window.planExplorer = { data: parts[1], signal: controller.signal, again: starts > 0 };
    starts += 1;
    return import(absolute(told("script")) + (starts > 1 ? "#" + starts : "")).then(function (script) {
      return script.default({ module_or_path: parts[0] });
    });
  };
  // The app has thirty times the bytes of the first answer, which on a slow line would come late beside them: it waits, but not for long.
  var answered = function () {
    return new Promise(function (done) {
      if (!first) return done();
      first.then(done, done);
      setTimeout(done, 2000);
    });
  };
  var dataset = function () {
    // Pages of no report in particular: the site names one.
    if (told("site")) {
      return import(absolute(told("site"))).then(function (script) {
        return script.read();
      });
    }
    return fetched(told("dataset")).then(keeping).then(function (response) {
      return response.text();
    });
  };
  var isLoading = false;
  var load = function () {
    if (isLoading || state() !== "starting") return;
    isLoading = true;
    listen(false);
    style();
    answered()
      .then(function () {
        return Promise.all([
          fetched(told("module")).then(keeping).then(compiled),
          own ? import(absolute(told("own"))).then(function (script) {
            return script.read(own);
          }).then(function (data) {
            return data || dataset();
          }) : dataset(),
          import(absolute(told("script"))),
          styled,
        ]);
      })
      .then(function (loaded) {
        parts = loaded;
        return start();
      })
      .catch(fail);
  };

  // After a panic a fresh app renders the same address, at most twice a minute.
  var crashes = [];
  var crash = function (reason) {
    if (typeof WebAssembly !== "object" || !(reason instanceof WebAssembly.RuntimeError) || !parts) return;
    if (state() === "starting" && !crashes.length) return fail(reason);
    if (state() !== "ready" && state() !== "starting") return;
    controller.abort();
    crashes = crashes.filter(function (time) {
      return Date.now() - time < 60000;
    });
    if (crashes.length >= 2) return become("crashed");
    crashes.push(Date.now());
    become("starting");
    start().catch(function (again) {
      if (again instanceof WebAssembly.RuntimeError) crash(again);
      // The script is asked for once more, and may have gone.
      else become("crashed");
    });
  };
  window.addEventListener("error", function (event) {
    crash(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    crash(event.reason);
  });

  // --- What the reader does before the app is there ---------------------------------------------------------------------------------

  // The control that was clicked last: the app has one of the same name.
  var clicked = null;
  var NAMES = ["id", "data-id", "data-test", "data-download", "data-embed-of"];
  var remember = function (event) {
    var control = event.target.closest && event.target.closest("button, [data-id]");
    forget();
    if (!control || event.button || control.closest("a")) return;
    var figure = control.closest("figure[id]");
    var selector = (figure ? "#" + figure.id + " " : "") + control.tagName.toLowerCase();
    NAMES.some(function (name) {
      var value = control.getAttribute(name);
      if (value === null || /["\\]/.test(value)) return false;
      selector += "[" + name + '="' + value + '"]';
      return true;
    });
    clicked = { selector: selector, number: [].indexOf.call(document.querySelectorAll(selector), control) };
    control.setAttribute("aria-busy", "true");
  };
  var forget = function () {
    clicked = null;
    [].forEach.call(document.querySelectorAll("[aria-busy]"), function (busy) {
      busy.removeAttribute("aria-busy");
    });
  };
  var repeat = function () {
    if (!clicked) return;
    var found = document.querySelectorAll(clicked.selector);
    var control = found[clicked.number] || found[0];
    clicked = null;
    if (control) control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };
  var act = function (event) {
    if (event.type === "click") remember(event);
    answer();
    load();
  };
  var SIGNS = ["pointerdown", "touchstart", "keydown", "focusin", "input", "click"];
  var listen = function (isOn) {
    SIGNS.forEach(function (name) {
      // Clicks are remembered until the app is there.
      if (isOn || name !== "click") window[isOn ? "addEventListener" : "removeEventListener"](name, act, { capture: true, passive: true });
    });
  };
  // The key that leads to the search, as in the app (src/browser/focus.rs).
  document.addEventListener("keydown", function (event) {
    var search = document.getElementById("search");
    if (state() !== "starting" || !search || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches && event.target.matches("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    search.focus();
  });
  // Filters answer as one types: there is nothing to submit.
  document.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  // The app does not replace a field while an input method composes a word in it.
  document.addEventListener("compositionstart", function (event) {
    event.target.setAttribute("data-composing", "");
  });
  document.addEventListener("compositionend", function (event) {
    event.target.removeAttribute("data-composing");
  });

  // --- Beside the app ------------------------------------------------------------------------------------------------------------------

  // Styles that are needed only in frames, in print, or once the app runs.
  var styled = null;
  var style = function () {
    if (styled) return;
    styled = new Promise(function (done) {
      var later = document.createElement("link");
      later.rel = "stylesheet";
      later.href = told("later");
      later.onload = later.onerror = function () {
        root.setAttribute("data-styled", "");
        done();
      };
      document.head.appendChild(later);
    });
  };
  // Nothing is painted before a style sheet that the parser has come upon.
  if (isLarge && document.readyState === "loading") {
    document.write('<link rel="stylesheet" href="' + told("later") + '">');
    styled = Promise.resolve();
    root.setAttribute("data-styled", "");
  }
  if (isEmbedded || window.parent !== window) {
    style();
    var frame = document.createElement("script");
    frame.src = told("frame");
    document.head.appendChild(frame);
  }

  // On paper stand what is folded, too, where the page is from, and when it was printed.
  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    [].forEach.call(document.querySelectorAll(".area:not([open])"), function (folded) {
      folded.open = true;
      unfolded.push(folded);
    });
    var told = document.querySelectorAll("#printed b");
    told[0].textContent = location.href;
    told[1].textContent = new Date().toLocaleDateString(isEnglish ? "en-GB" : "zh-CN", { dateStyle: "long" });
    root.style.setProperty("--title", JSON.stringify(document.title));
  });
  window.addEventListener("afterprint", function () {
    unfolded.splice(0).forEach(function (folded) {
      folded.open = false;
    });
  });

  var hint = function (kind, address, as) {
    var link = document.createElement("link");
    link.rel = kind;
    if (as) link.as = as;
    link.crossOrigin = "anonymous";
    link.href = address;
    document.head.appendChild(link);
  };
  // The first answer: a small module that filters the rows of the page until the app does.
  var first = null;
  var answer = function () {
    if (!told("first") || first || own) return;
    // At the same time as the script that asks for them.
    hint("modulepreload", told("first-script"));
    hint("preload", told("first-module"), "fetch");
    first = Promise.all([import(absolute(told("first"))), new Promise(whenWhole)]).then(function (all) {
      if (state() === "starting") return all[0].start(absolute(told("first-script")), absolute(told("first-module")));
    });
    // The app does the same, only later.
    first.catch(function () {});
  };

  // The worker keeps the site for when there is no network (static/worker.js). What the page has loaded is handed over to it.
  // Browsers may refuse; and to register a worker that the publisher has removed would bring the one before back.
  var keep = function () {
    var worker = told("worker");
    if (!worker || window.top !== window) return;
    try {
      var workers = navigator.serviceWorker;
      if (!workers || isSaving()) return;
      var scope = absolute(worker).replace(/[^/]*$/, "");
      fetch(worker, { method: "HEAD" })
        .then(function (response) {
          if (!response.ok || workers.controller) return response.ok;
          return caches.open("plan-explorer " + scope + " page").then(function (cache) {
            return Promise.all(
              kept.map(function (entry) {
                return cache.put(entry[0], entry[1]);
              }),
            ).then(function () {
              return true;
            });
          });
        })
        .then(function (isThere) {
          kept = [];
          if (isThere) return workers.register(worker);
        })
        .catch(function () {
          return caches.delete("plan-explorer " + scope + " page");
        })
        .catch(function () {});
    } catch (refused) {}
  };
  var whenWhole = function (then) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
    else then();
  };
  // Nothing is requested before the page is painted, which nothing waits for in a tab in the background.
  var afterPaint = function (then) {
    var isDone = false;
    var once = function () {
      if (!isDone) then();
      isDone = true;
    };
    try {
      new PerformanceObserver(once).observe({ type: "paint", buffered: true });
    } catch (old) {
      requestAnimationFrame(function () {
        requestAnimationFrame(once);
      });
    }
    setTimeout(once, 3000);
  };
  var whenIdle = function (then) {
    if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 3000 });
    else setTimeout(then, 200);
  };

  document.addEventListener("plan-ready", function () {
    if (first) {
      first.then(function (stop) {
        if (stop) stop();
      }, function () {});
    }
    window.removeEventListener("click", act, { capture: true });
    repeat();
    if (starts === 1) whenIdle(keep);
  });

  root.setAttribute("data-state", isFile ? "file" : "starting");
  var begin = function () {
    // Search engines want full addresses of a page that does not know where it stands.
    [].forEach.call(document.querySelectorAll("head > link[rel=canonical], head > link[rel=alternate]"), function (link) {
      link.href = link.href;
    });
    if (isFile || typeof WebAssembly !== "object") style();
    if (isFile) return;
    // As the app will show them.
    var colours = document.getElementById("colours");
    if (colours && root.hasAttribute("data-theme")) colours.value = theme;
    var large = document.querySelector("button.large");
    if (large) large.setAttribute("aria-pressed", isLarge);
    if (typeof WebAssembly !== "object") return fail("This browser has no WebAssembly.");
    listen(true);
    if (own || (location.search && !isSaving())) load();
    afterPaint(function () {
      if (!isSaving()) whenIdle(load);
    });
  };
  // Often painted before it is whole.
  if (!isFile && typeof WebAssembly === "object") afterPaint(answer);
  whenWhole(begin);
})();
