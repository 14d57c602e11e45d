// A list that a text filters, as one writes it without a framework: every input writes the whole list anew.

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The text as HTML, with what was looked for marked.
function mark(text, wanted) {
  if (wanted === "") return escape(text);
  const folded = text.toLowerCase();
  let [html, from] = ["", 0];
  for (let at; (at = folded.indexOf(wanted, from)) >= 0; from = at + wanted.length) {
    html += `${escape(text.slice(from, at))}<mark>${escape(text.slice(at, at + wanted.length))}</mark>`;
  }
  return html + escape(text.slice(from));
}

// Lists the records in the section, those with the text of its field in one of `fields`; `row` is a record as HTML.
// `onFound` is told what an input found.
export function filterable(section, records, { fields, row, onFound }) {
  const [input, count, list] = ["input", ".count", "ol"].map((selector) => section.querySelector(selector));
  // What a text is looked for in, made once.
  const texts = records.map((record) => fields.map((field) => record[field]).join("\n").toLowerCase());
  const update = () => {
    const wanted = input.value.trim().toLowerCase();
    const found = records.filter((_, index) => texts[index].includes(wanted));
    count.textContent = `显示 ${found.length} 个，共 ${records.length} 个`;
    list.innerHTML = found.map((record) => row(record, (text) => mark(text, wanted))).join("");
    return found;
  };
  input.addEventListener("input", () => {
    const found = update();
    onFound?.(found);
  });
  update();
}
