// Opens sections as a reader does, by real clicks, and times them.
import { clicks, record } from "./trace.mjs";

/** How many sections are opened at each speed of the processor. */
const EACH = 4;

/** Runs in the page: brings a button to the middle of the screen, and says where that is. */
async function aim(selector, index) {
  const button = globalThis.benchFind(selector)[index];
  button.scrollIntoView({ block: "center" });
  await globalThis.benchFrame();
  await globalThis.benchFrame();
  const { left, top, height } = button.getBoundingClientRect();
  // The same button may be aimed at again, until the page has scrolled.
  globalThis.benchClicked ??= new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no click has arrived")), 20_000);
    addEventListener("click", ({ timeStamp }) => {
      globalThis.benchFrame().then((time) => resolve(time - timeStamp));
    }, { capture: true, once: true });
  });
  return { x: left + 20, y: top + height / 2 };
}

/** Runs in the page around: where the frame with the explainer begins. */
function frameCorner() {
  const frame = document.querySelector("lupus-car-t")?.shadowRoot?.querySelector("iframe");
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  return { left, top };
}

/** Runs in the page: how long it took from the click until the next frame was there. */
const clicked = () => globalThis.benchClicked.finally(() => {
  globalThis.benchClicked = null;
});

async function evaluate(visit, place, action, ...values) {
  const { result, exceptionDetails } = await visit.send("Runtime.evaluate", {
    expression: `(${action})(...${JSON.stringify(values)})`,
    contextId: place.contextId,
    awaitPromise: true,
    returnByValue: true,
  }, place.session);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Where a button is on the screen, once it is on the screen: a page scrolls later than its frame asks for. */
async function spot(visit, index) {
  const { context, device, peer } = visit;
  const isFramed = context.session !== visit.sessions[0];
  for (let tries = 0; tries < 50; tries += 1) {
    const { x, y } = await evaluate(visit, context, aim, peer.button, index);
    const { left, top } = isFramed ? await evaluate(visit, { session: visit.sessions[0] }, frameCorner) : { left: 0, top: 0 };
    if (y + top > 0 && y + top < device.screen.height) return { x: x + left, y: y + top };
  }
  throw new Error("the button does not come to the screen");
}

/** Opens sections at each speed of the device, and gives the medians' raw material. */
export async function openSections(visit) {
  const { context, device } = visit;
  const figures = {};
  // The first section is open from the start.
  let index = 1;
  for (const rate of device.clickRates) {
    await visit.slow(rate);
    const stop = await record(visit.browser, visit.sessions[0]);
    const frames = [];
    for (let time = 0; time < EACH; time += 1, index += 1) {
      const mouse = { ...(await spot(visit, index)), button: "left", clickCount: 1 };
      await visit.send("Input.dispatchMouseEvent", { type: "mousePressed", ...mouse });
      await visit.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...mouse });
      frames.push(await evaluate(visit, context, clicked));
    }
    figures[`handler${rate}`] = clicks(await stop());
    figures[`frame${rate}`] = frames;
  }
  return figures;
}
