// CSV as the tables of a package are written: a header, commas, quotation marks where a cell needs them.

// The rows of a table, each with its cells by the names of their columns; and those names.
export function parse(text) {
  const cells = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
  const records = [[]];
  for (let match; cells.lastIndex < text.length && (match = cells.exec(text)); ) {
    const [, quoted, bare, end] = match;
    records.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ",") records.push([]);
  }
  const [columns, ...rows] = records.filter((record) => record.length > 0);
  return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]))) };
}

// The same as text; a cell that a row does not have is empty.
export function format({ columns, rows }) {
  const cell = (text = "") => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((name) => cell(row[name])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}
