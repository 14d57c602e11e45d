// A static server for one page: the files of the first folder that has them.

import { createServer } from "node:http";
import sirv from "sirv";

export async function serve(folders) {
  const found = folders.map((folder) => sirv(folder, { dev: true }));
  const server = createServer((request, response) => {
    const next = ([first, ...others]) => {
      if (first) return first(request, response, () => next(others));
      response.statusCode = 404;
      response.end();
    };
    next(found);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
