// Runs in every page that is measured, before the page's own scripts. `bench` holds what was seen; times are milliseconds since
// the start of the navigation.
window.bench = (() => {
  const CHART = "[data-test=chart] svg, [data-test=chart] canvas";
  const FILTER = "[data-test=project-filter]";
  const ROW = "[data-test=project-row]:not([hidden])";
  // A chart with fewer marks is not drawn yet.
  const MARKS = 20;

  // Resolves in the task after the next frame: the browser has then drawn what was there.
  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  const rows = () => Array.from(document.querySelectorAll(ROW), (row) => row.textContent);

  const drawings = () => Array.from(document.querySelectorAll(CHART));

  // The number of marks in a drawing; a canvas counts as enough.
  const marksIn = (drawing) =>
    drawing instanceof SVGElement ? drawing.querySelectorAll("path, rect, circle, line, text").length : MARKS;

  const hasMarks = (some) => some.reduce((sum, drawing) => sum + marksIn(drawing), 0) >= MARKS;

  // Whether it has a size, and a canvas something on it.
  const isDrawn = (drawing) => {
    const { width, height } = drawing.getBoundingClientRect();
    if (width < 40 || height < 20) return false;
    if (drawing instanceof SVGElement) return true;
    const small = new OffscreenCanvas(16, 16).getContext("2d", { willReadFrequently: true });
    small.drawImage(drawing, 0, 0, 16, 16);
    return small.getImageData(0, 0, 16, 16).data.some((value) => value > 0);
  };

  const bench = {
    firstPaint: null,
    longTasks: [],
    chartAt: null,
    filterAt: null,
    // The time from the last input event to the task after the next frame, as a promise.
    painted: null,

    // Notes when charts with `MARKS` marks are drawn. Frames are asked for, and layout, only once the marks are in the document:
    // the first paint comes when it would come anyway.
    async watchChart() {
      while (!hasMarks(drawings())) await new Promise((done) => setTimeout(done, 8));
      do await nextFrame();
      while (!hasMarks(drawings().filter(isDrawn)));
      bench.chartAt = performance.now();
    },

    // Types the text in the filter and notes when only rows with it are left. A prerendered filter may not listen yet: it is typed
    // again in every frame.
    async watchFilter(text) {
      let wereOthersShown = false;
      for (;;) {
        const shown = rows();
        const isFiltered = shown.length > 0 && shown.every((row) => row.includes(text));
        if (isFiltered && wereOthersShown) break;
        wereOthersShown ||= shown.length > 0 && !isFiltered;
        const field = document.querySelector(FILTER);
        if (field && wereOthersShown) {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType: "insertText" }));
        }
        await nextFrame();
      }
      bench.filterAt = performance.now();
    },

    // Measures every input event from now on.
    watchInput() {
      addEventListener(
        "input",
        ({ timeStamp }) => {
          bench.painted = nextFrame().then(() => performance.now() - timeStamp);
        },
        true,
      );
    },

    // What is listed: the number of rows, the first and the last.
    list() {
      const all = document.querySelectorAll(ROW);
      return { rows: all.length, first: all[0]?.textContent, last: all[all.length - 1]?.textContent };
    },

    // How many of the first rows do not have the text.
    rowsWithout: (text) => rows().slice(0, 50).filter((row) => !row.includes(text)).length,
  };

  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") bench.firstPaint = startTime;
  });
  observe("longtask", ({ startTime, duration }) => bench.longTasks.push({ startTime, duration }));
  return bench;
})();
