// node:test with an end: what hangs fails under its own name, and the tests after it run. (The runner’s own limit, in package.json,
// is for a file as a whole; it also ends a file whose failed test has left a server running.)

import * as node from "node:test";

// What drives a page takes seconds; what builds the site says how long it may take.
const LIMIT = 120_000;

export const { describe } = node;
export const before = (act, timeout = LIMIT) => node.before(act, { timeout });
export const after = (act) => node.after(act, { timeout: LIMIT });
export const test = (name, act, timeout = LIMIT) => node.test(name, { timeout }, act);

// Looks at a page again and again until `check` finds nothing wrong: what follows from a press comes in a task of its own.
export async function holds(check) {
  for (const end = Date.now() + 10_000; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

// An act that says what it was when it fails, or does not end: a page whose script is stuck answers nothing, for ever.
export async function step(name, act) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${name}: not done after a minute`)), 60_000);
  });
  try {
    return await Promise.race([act(), late]);
  } catch (error) {
    if (!error.message.startsWith(name)) error.message = `${name}: ${error.message}`;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
