// The first answer: filters the prerendered list of projects until the app has loaded. static/boot.js imports it on pages that have
// the whole list. The module (crates/plan-first) says which rows the text of the field matches; everything else is in the page:
//
//   [data-test=project-filter]            the field
//   ol.projects > li                      the rows: .project-name, .project-location, and data-also for texts that are not shown
//   #readings                             pinyin of the characters
//   #project-count[data-showing]          the count, and its text with {shown}; data-all where all are shown

let controller = new AbortController();

// Ends filtering: no listener is left, the rows stay as they are. Also ends a start that is still loading.
export function stop() {
  controller.abort();
}

// Loads the module and filters as one types, from what is typed already. Addresses are relative to the page. Resolves to `stop`; is
// rejected where the module cannot be loaded. A page without field or rows loads nothing.
export async function start(loader, module) {
  stop();
  controller = new AbortController();
  const { signal } = controller;
  const field = document.querySelector("[data-test=project-filter]");
  const rows = [...document.querySelectorAll("ol.projects > li")].filter((row) => row.querySelector(".project-name"));
  if (!field || rows.length === 0) return stop;

  // Read before anything is waited for: translators change texts later.
  const texts = rows.map(textOf);
  const readings = document.getElementById("readings")?.textContent ?? "";
  const [{ default: init, Rows }, response] = await Promise.all([import(new URL(loader, document.baseURI).href), fetch(module)]);
  await init({ module_or_path: response });
  if (signal.aborted) return stop;
  const list = new Rows(readings);
  for (const text of texts) list.add(text);

  let answered = "";
  const answer = () => {
    if (field.value === answered) return;
    answered = field.value;
    try {
      show(rows, list.select(answered));
    } catch (error) {
      // The app answers soon; until then all rows are better than wrong ones.
      stop();
      show(rows, rows.map(() => 1));
      console.warn("Plan Explorer: the first filter stopped.", error);
    }
  };
  // Letters of an input method are not looked for; some browsers say nothing more once they have become characters.
  field.addEventListener("input", (event) => event.isComposing || answer(), { signal });
  field.addEventListener("compositionend", answer, { signal });
  answer();
  document.documentElement.dataset.first = "ready";
  return stop;
}

// What is searched of a row. No word of a query has white space: it can match in one of the texts only.
function textOf(row) {
  const shown = [...row.querySelectorAll(".project-name, .project-location")].map((element) => element.textContent);
  return [...shown, row.dataset.also ?? ""].join("\n");
}

let speaking;

// Hides the rows that are 0 in `found`, and counts the others. Attributes are those of the app's rows.
function show(rows, found) {
  let shown = 0;
  rows.forEach((row, at) => {
    const isFound = found[at] === 1;
    if (isFound) shown += 1;
    if (row.hidden !== isFound) return;
    row.hidden = !isFound;
    if (isFound) row.dataset.test = "project-row";
    else delete row.dataset.test;
  });
  const count = document.getElementById("project-count");
  let place = count;
  const told = shown === rows.length ? place?.dataset.all : place?.dataset.showing?.replace("{shown}", shown);
  if (!told) return;
  // Translators wrap the text in elements, which they take for theirs.
  while (place.childNodes.length === 1 && place.firstElementChild) place = place.firstElementChild;
  if (place.textContent !== told) place.textContent = told;
  // Spoken once the typing rests, in what follows the count, as by the app.
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    const live = count.nextElementSibling;
    if (live?.getAttribute("role") === "status") live.textContent = told;
  }, 700);
}
