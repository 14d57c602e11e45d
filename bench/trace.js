// Reads a trace of Chromium: what each keystroke cost.
//
// The trace is cut at marks that the bench sets while the page is at rest, so that each piece holds one keystroke and all
// that it led to, also what the page put off to later frames. Of a piece
//
// - `script` is the time of the page's own code, WebAssembly called by it included: the outermost calls of functions and
//   runs of microtasks on the main thread, in processor time of that thread, in which other programs on the machine do not
//   count. Layout that the code waits for and garbage collection within it are part of it; style, layout and painting of
//   the frame after it are not.
// - `next` is from the input event to the presentation of the next frame, as Event Timing tells it and INP counts it, but
//   not rounded.
// - `last` is from the input event to the last frame that was drawn: a page that shows its list at once and its bars a
//   frame later is done only then.

// What has to be traced.
export const CATEGORIES = [
  "devtools.timeline",
  "v8.execute",
  "blink.user_timing",
  "disabled-by-default-devtools.timeline.frame",
];

// The name of the marks.
export const AT_REST = "at rest";

// For each piece between two marks of the page at that address: `script`, `next` and `last`, in milliseconds.
export function costs(trace, address) {
  const all = JSON.parse(trace).traceEvents.sort((one, other) => one.ts - other.ts);
  const marks = all.filter((event) => event.name === AT_REST);
  const [{ pid, tid }] = marks;
  const events = all.filter((event) => event.pid === pid);
  const named = (wanted) => events.filter((event) => event.name === wanted);
  // The bench's own functions have no address.
  const calls = named("FunctionCall").filter((call) => call.args.data.url?.startsWith(address));
  const script = outermost([...calls, ...named("RunMicrotasks")].filter((event) => event.tid === tid));
  const inputs = named("EventTiming").filter((event) => event.args.data?.type === "input");
  const draws = named("DrawFrame");
  return marks.slice(1).map((end, index) => {
    const within = (event) => event.ts >= marks[index].ts && event.ts < end.ts;
    const [input, ...others] = inputs.filter(within);
    if (!input || others.length > 0) throw new Error(`keystroke ${index + 1}: not one input, but ${others.length}`);
    const next = input.args.data.duration;
    const drawn = draws.filter(within).map((draw) => (draw.ts - input.ts) / 1000);
    return {
      script: script.filter(within).reduce((sum, call) => sum + (call.tdur ?? call.dur) / 1000, 0),
      next,
      last: Math.max(next, ...drawn),
    };
  });
}

// Without what happens within another one.
function outermost(calls) {
  let end = 0;
  return calls
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)
    .filter((call) => {
      const isOuter = call.ts >= end;
      if (isOuter) end = call.ts + call.dur;
      return isOuter;
    });
}
