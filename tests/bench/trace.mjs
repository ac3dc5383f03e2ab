// What a trace of Chromium says about the main threads of a page's processes.

const CATEGORIES = ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "blink.user_timing"];

/** A task is in the reader's way by what it takes beyond this, in milliseconds. */
const LONG = 50;

/** Begins to record in the session of a page; the function that it gives ends that and gives the events. */
export async function record(browser, session) {
  const events = [];
  let complete;
  const ended = new Promise((resolve) => {
    complete = resolve;
  });
  // Chromium answers nobody who asks for a trace outside the session of a page.
  const forget = browser.listen((method, params) => {
    // What is not asked about is not kept: a trace can have a million events.
    if (method === "Tracing.dataCollected") events.push(...params.value.filter(isOfUse));
    if (method === "Tracing.tracingComplete") complete();
  });
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { recordMode: "recordUntilFull", includedCategories: CATEGORIES, excludedCategories: ["*"] },
  }, session);
  return async () => {
    await browser.send("Tracing.end", {}, session);
    await ended;
    forget();
    return events;
  };
}

const TASKS = ["RunTask", "ThreadControllerImpl::RunTask"];

function isOfUse({ name }) {
  return TASKS.includes(name) || ["thread_name", "bench-page", "bench-wasm", "bench-ready", "EventDispatch"].includes(name);
}

/** The names of the threads that are the page's main ones. */
function mainThreads(events) {
  const pages = new Set(events.filter(({ name }) => name === "bench-page").map(({ pid }) => pid));
  const threads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  return new Set(threads.filter(({ pid }) => pages.has(pid)).map(({ pid, tid }) => `${pid}/${tid}`));
}

/** How long the main threads were busy, and how long in the reader's way, in milliseconds. */
export function work(events) {
  const threads = mainThreads(events);
  const name = TASKS.find((task) => events.some((event) => event.name === task));
  const tasks = events.filter((event) => event.name === name && threads.has(`${event.pid}/${event.tid}`));
  if (!tasks.length) throw new Error("the trace has no task of the page");
  const marked = (mark) => events.find((event) => event.name === mark);
  const [wasm, ready] = [marked("bench-wasm"), marked("bench-ready")];
  const isTakeover = ({ pid, ts, dur }) => ready && pid === ready.pid && ts + dur >= wasm.ts && ts <= ready.ts;
  const times = tasks.map(({ dur }) => (dur ?? 0) / 1000);
  return {
    busy: times.reduce((sum, time) => sum + time, 0),
    blocking: times.reduce((sum, time) => sum + Math.max(0, time - LONG), 0),
    longest: Math.max(...times),
    // From the arrival of WebAssembly until it answers.
    takeover: times.reduce((sum, time, place) => sum + (isTakeover(tasks[place]) ? time : 0), 0),
  };
}

/** How long each click was handled, microtasks and the browser's own part included, in milliseconds. */
export function clicks(events) {
  return events
    .filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "click")
    .sort((one, other) => one.ts - other.ts)
    .map(({ dur }) => (dur ?? 0) / 1000);
}
