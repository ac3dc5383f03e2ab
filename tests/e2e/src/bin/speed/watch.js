// Notes when the explainer's text is painted and how far the page shifts, from before the page's first script.
"use strict";

(() => {
  const roots = () => [document, document.querySelector("lupus-car-t")?.shadowRoot];
  const find = (selector) => roots().map((root) => root?.querySelector(selector)).find(Boolean);

  // The end of the first frame with the main message in it, without what the screen takes to show it.
  const drawn = new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // What is sent during a frame comes once the frame is drawn.
    const next = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      if (find(".main-message")?.getBoundingClientRect().height > 0) resolve(performance.now());
      else next();
    };
    next();
  });

  // What the browser says of its first words or pictures; the pages that are measured have none but the explainer's.
  const painted = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName("first-contentful-paint")[0];
      if (first) resolve(first.startTime);
    }).observe({ type: "paint", buffered: true });
  });

  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: "layout-shift", buffered: true });

  const ready = new Promise((resolve) => {
    addEventListener("lct-ready", resolve, true);
    addEventListener("load", () => document.querySelector("lupus-car-t") ?? resolve());
  });

  /** Tells, once nothing more is to come, what was seen. */
  window.watched = async (tell) => {
    const times = await Promise.all([drawn, painted, ready]);
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const words = find(".sections").textContent.replace(/\s+/g, "");
    // A fallback that is painted before the text must not pass for it.
    tell({ text: Math.max(...times.slice(0, 2)), shift, letters: words.length });
  };
})();
