// Notes when the explainer's text is painted and how far the page shifts, from before the page's first script.
"use strict";

(() => {
  const roots = () => [document, document.querySelector("lupus-car-t")?.shadowRoot];
  const find = (selector) => roots().map((root) => root?.querySelector(selector)).find(Boolean);

  // The first frame that lays the main message out. The page grows then, and whoever observes that is told between
  // layout and paint; to ask for a place would have the browser lay out more often, and so slow it down.
  const laidOut = new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (find(".main-message")) resolve(performance.now());
    });
    const begin = () => {
      if (document.body) observer.observe(document.body);
      else requestAnimationFrame(begin);
    };
    begin();
  });

  // When the browser put words on the screen, by its own account.
  const paints = [];
  let heard = () => {};
  for (const type of ["paint", "largest-contentful-paint"]) {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name !== "first-paint") paints.push(startTime);
      heard();
    }).observe({ type, buffered: true });
  }

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
    const frame = await laidOut;
    // What was painted before that frame are other words, such as those that stand in for the text.
    const text = await new Promise((resolve) => {
      heard = () => {
        const after = paints.filter((time) => time >= frame);
        if (after.length) resolve(Math.min(...after));
      };
      heard();
    });
    await ready;
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    // What is there to be used comes with the scripts; what is there to be read is the same in each.
    const sections = find(".sections").cloneNode(true);
    for (const it of sections.querySelectorAll(".worksheet, .picks")) it.remove();
    const words = sections.textContent.replace(/\s+/g, "");
    tell({ text, shift, letters: words.length });
  };
})();
