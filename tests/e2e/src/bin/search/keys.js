// Types words into the open search and notes how long the page takes to answer each key.
"use strict";

const [words, tell] = arguments;
const host = document.querySelector("lupus-car-t");
const root = host.shadowRoot;
const now = () => performance.now();

/** A task of its own: it comes once all that a task has left to do after itself is done. */
const nextTask = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});

/** What the search says, and where its results begin and end. */
const answer = () => ["", "li:first-child", "li:last-child"]
  .map((which) => root.querySelector(`.search ${which || ".search-count"}`)?.textContent)
  .join();

/** Does `act` and gives how long it took until the document had the answer, and until that was laid out. */
const timed = async (act) => {
  // Whatever is left of what came before is not to count.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTask();
  const start = now();
  act();
  // Yew renders in a microtask that the event leaves behind. An observer would slow it down.
  for (let turns = 0; turns < 20; turns += 1) await null;
  const inDocument = now();
  root.querySelector(".toolbar").getBoundingClientRect();
  const laidOut = now();
  const told = answer();
  await nextTask();
  if (answer() !== told) throw new Error(`${told} became ${answer()}`);
  return { document: inDocument - start, layout: laidOut - start };
};

(async () => {
  const opening = await timed(() => root.querySelector(".search-button").click());
  const input = root.querySelector(".search-input");
  const keys = [];
  const type = (value) => timed(() => {
    input.value = value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  for (const word of words) {
    for (let length = 1; length <= word.length; length += 1) {
      const typed = word.slice(0, length);
      const time = await type(typed);
      keys.push({ typed, results: root.querySelectorAll(".search-result").length, ...time });
    }
    await type("");
  }
  tell({ opening, keys });
})().catch((error) => tell(`${error}`));
