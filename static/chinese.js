// Marks Chinese on an English page by `lang`, for the voices of screen readers: a package need not have English for everything. The build
// has marked what it rendered (plan-prerender/src/chinese.rs, which does the same), and puts this into the pages of such packages for what
// the app renders.
(function () {
  var RUN = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef](?:\S*[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])?/g;
  // These have no elements in them, or none of HTML: they are marked as a whole.
  var WHOLE = /^(option|title|text|tspan|desc)$/i;
  var SKIPPED = /^(script|style|textarea|noscript)$/i;

  var mark = function (text) {
    var parent = text.parentElement;
    var around = parent && parent.closest("[lang]");
    if (!parent || SKIPPED.test(parent.tagName) || (around && /^zh/.test(around.lang || around.getAttribute("lang")))) return;
    var words = text.data;
    var runs = words.match(RUN);
    if (!runs) return;
    if (WHOLE.test(parent.tagName)) return parent.setAttribute("lang", "zh-CN");
    var parts = document.createDocumentFragment();
    var from = 0;
    runs.forEach(function (run) {
      var at = words.indexOf(run, from);
      var span = document.createElement("span");
      span.lang = "zh-CN";
      span.textContent = run;
      parts.append(words.slice(from, at), span);
      from = at + run.length;
    });
    parts.append(words.slice(from));
    text.replaceWith(parts);
  };
  var markAll = function (node) {
    if (node.nodeType === Node.TEXT_NODE) return mark(node);
    var walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(mark);
  };
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(markAll);
    });
  }).observe(document, { childList: true, subtree: true });
})();
