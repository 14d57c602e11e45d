// Zip files, as another program unpacks them.

import { promisify } from "node:util";
import yauzl from "yauzl";

// The entries in their order: path, what the file says of each, and content.
export async function unzipped(path) {
  const file = await promisify(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const found = [];
  await new Promise((done, failed) => {
    file.on("error", failed);
    file.on("end", done);
    file.on("entry", async (entry) => {
      try {
        const stream = await promisify(file.openReadStream.bind(file))(entry);
        found.push({ path: entry.fileName, entry, content: Buffer.concat(await stream.toArray()) });
        file.readEntry();
      } catch (error) {
        failed(error);
      }
    });
    file.readEntry();
  });
  file.close();
  return found;
}
