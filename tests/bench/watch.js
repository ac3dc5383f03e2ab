// Runs before a page's own scripts, in each of its frames, and tells the benchmark what is seen.
// `PEER` is given by the benchmark: what the page's headings are found by, and how many there are.

(() => {
  const { heading, root, count } = PEER;
  const tell = (kind, value) => globalThis.benchTell(JSON.stringify({ kind, value }));
  const onClock = (time) => performance.timeOrigin + time;
  const isTop = window === window.top;

  // A trace knows by this which processes are the page's.
  performance.mark("bench-page");
  if (isTop) tell("start", performance.timeOrigin);

  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (isTop && name === "first-contentful-paint") tell("paint", onClock(startTime));
    }
  }).observe({ type: "paint", buffered: true });

  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) tell("shift", value);
  }).observe({ type: "layout-shift", buffered: true });

  addEventListener("load", () => isTop && tell("load", performance.now()));
  addEventListener("lct-ready", () => {
    const wasm = performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm"));
    if (wasm) performance.mark("bench-wasm", { startTime: wasm.responseEnd });
    performance.mark("bench-ready");
    tell("ready", performance.now());
  }, true);

  /** All that a selector finds, in the shadow roots of the peer's elements as well. */
  globalThis.benchFind = (selector) => {
    const found = [...document.querySelectorAll(selector)];
    if (root) {
      for (const { shadowRoot } of document.querySelectorAll(root)) {
        if (shadowRoot) found.push(...shadowRoot.querySelectorAll(selector));
      }
    }
    return found;
  };

  /** Resolves in the task after the next frame: what is asked about the layout then costs nothing. */
  globalThis.benchFrame = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

  (async () => {
    for (;;) {
      const time = await globalThis.benchFrame();
      const headings = globalThis.benchFind(heading);
      if (headings.length < count) continue;
      const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().height > 0;
      if (!headings.every(isShown)) continue;
      tell("headings", onClock(time));
      return;
    }
  })();
})();
