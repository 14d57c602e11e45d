// For esbuild: a module named *.vl.js exports Vega-Lite specifications; imported, they are the Vega that they compile to.

import { pathToFileURL } from "node:url";
import { compile } from "vega-lite";

export const precompiled = {
  name: "precompiled Vega-Lite",
  setup(build) {
    build.onLoad({ filter: /\.vl\.js$/ }, async ({ path }) => {
      const specs = Object.entries(await import(pathToFileURL(path)));
      const exported = specs.map(([name, spec]) => `export const ${name} = ${JSON.stringify(compile(spec).spec)};`);
      return { contents: exported.join("\n"), loader: "js", watchFiles: [path] };
    });
  },
};
