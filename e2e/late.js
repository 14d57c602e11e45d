// What a browser does later by itself is done later still, by PLAN_LATE milliseconds: a test that doesn’t wait for what it looks
// at passes on a quick day only, and fails so each time. (docs/testing.md)

const LATE = Number(process.env.PLAN_LATE || 0);

// Has the pages of a context that are opened from now on do so.
export async function later(context) {
  if (LATE > 0) await context.addInitScript(delay, LATE);
}

// Runs in the page.
function delay(late) {
  const wait = window.setTimeout.bind(window);

  for (const name of ["requestAnimationFrame", "requestIdleCallback"]) {
    const ask = window[name].bind(window);
    const cancel = window[name.replace("request", "cancel")].bind(window);
    const asked = new Map();
    let last = 0;
    window[name] = (act, ...options) => {
      const id = (last += 1);
      asked.set(id, { timer: wait(() => asked.set(id, { inner: ask(act, ...options) }), late) });
      return id;
    };
    window[name.replace("request", "cancel")] = (id) => {
      const { timer, inner } = asked.get(id) ?? {};
      clearTimeout(timer);
      if (inner !== undefined) cancel(inner);
      asked.delete(id);
    };
  }

  window.setTimeout = (act, time = 0, ...values) => wait(act, time + late, ...values);

  const get = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const response = await get(...request);
    await new Promise((done) => wait(done, late));
    return response;
  };

  // Events that come in a task after what they tell of: they are held back, and sent again.
  const again = new WeakSet();
  for (const name of ["toggle", "scroll", "scrollend", "resize", "popstate", "hashchange", "selectionchange"]) {
    addEventListener(
      name,
      (event) => {
        if (again.has(event)) return;
        event.stopImmediatePropagation();
        const { target } = event;
        const copy = new event.constructor(event.type, event);
        again.add(copy);
        wait(() => target.dispatchEvent(copy), late);
      },
      true,
    );
  }

  for (const name of ["ResizeObserver", "IntersectionObserver"]) {
    window[name] = class extends window[name] {
      #isOver = false;
      constructor(act, ...options) {
        super((entries) => wait(() => this.#isOver || act.call(this, entries, this), late), ...options);
      }
      observe(...target) {
        this.#isOver = false;
        super.observe(...target);
      }
      disconnect() {
        this.#isOver = true;
        super.disconnect();
      }
    };
  }
}
