// Runs before the page is shown. It leads to the page in the language that the address asks for, says by attributes of the
// document what the address asks for, so that the styles show that from the start, and loads the module. Old browsers must
// be able to read it: what they cannot do is tried, and the page stays as it is.
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
  if (/^(overview|indicators|projects|tasks|findings)$/.test(parameter("view"))) root.setAttribute("data-view", parameter("view"));
  if (parameter("item")) root.setAttribute("data-opening", "");
  root.setAttribute("data-state", "starting");

  // What stands in the way of exploring leaves the page as it is.
  var fail = function (reason) {
    if (root.getAttribute("data-state") !== "starting") return;
    root.setAttribute("data-state", "failed");
    root.removeAttribute("data-opening");
    if (window.console) console.warn("Plan Explorer: exploring is unavailable. " + reason);
  };
  var start = function () {
    if (typeof WebAssembly !== "object") return fail("This browser has no WebAssembly.");
    try {
      // As text, so that browsers that do not know it can read the rest.
      import(self.getAttribute("data-script"))
        .then(function (module) {
          return module.default({ module_or_path: self.getAttribute("data-module") });
        })
        .catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
