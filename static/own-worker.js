// The worker that reads a report which the reader has opened (static/own.js), with a module of its own (crates/plan-own) that is loaded on
// the first message. To cancel, the page ends the worker. Nothing is asked of the network but the module.
//
//   page:   { id, kind, script, module, size, … }     kind: read (name, bytes), package (json), zip (json, lang), xlsx (json), site (json)
//   worker: { id, kind: "progress", step, done }      step: loading, with the part that is there, or reading
//           { id, kind: "done", value }               a text of JSON, or bytes
//           { id, kind: "failed", reason }

let loading = null;

async function load({ script, module, size }, tell) {
  importScripts(script);
  const response = await fetch(module);
  if (!response.ok) throw new Error(`${response.status}`);
  const reader = response.body.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    // The size is that of what is unpacked, as is what is read here.
    tell("loading", Math.min(length / size, 1));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  // A name of the script, and no property of the window.
  await wasm_bindgen({ module_or_path: bytes });
}

self.onmessage = async ({ data }) => {
  const { id, kind } = data;
  const tell = (step, done) => self.postMessage({ id, kind: "progress", step, done });
  try {
    if (!loading) {
      tell("loading", 0);
      loading = load(data, tell);
    }
    await loading;
    tell("reading", 1);
    const { read, check, zip, xlsx, site } = wasm_bindgen;
    let value;
    if (kind === "read") value = read(data.name, new Uint8Array(data.bytes));
    else if (kind === "package") value = check(data.json);
    else if (kind === "zip") value = zip(data.json, data.lang);
    else if (kind === "site") value = site(data.json);
    else value = xlsx(data.json);
    self.postMessage({ id, kind: "done", value });
  } catch (error) {
    loading = null;
    self.postMessage({ id, kind: "failed", reason: String((error && error.message) || error) });
  }
};
