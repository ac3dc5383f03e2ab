// Puts the element into a frame with other things, uses it, and gives what does not work. `it` holds the HTML, the
// address of the script, and whether WebAssembly is to start.
const [html, script, isToStart] = it;
const frame = document.createElement("iframe");
frame.width = 800;
frame.height = 600;
const element = '<lupus-car-t id="cart" loading="eager" open="none"><p>It could not be loaded.</p></lupus-car-t>';
const body = html.replace("{}", `<script src="${script}"></script>${element}`);
frame.srcdoc = `<!doctype html><html lang="en"><head></head><body>${body}`;
const said = [];
document.body.replaceChildren(frame);
await until(() => frame.contentWindow.location.href === "about:srcdoc");
const view = frame.contentWindow;
for (const type of ["error", "unhandledrejection", "lct-ready", "lct-error"]) {
  view.addEventListener(type, ({ message, reason = message, detail }) => {
    said.push([type, detail?.stage, detail?.reason ?? reason].filter(Boolean).join(" "));
  });
}
const find = (selector) => Document.prototype.querySelector.call(view.document, selector);
await until(() => find("#cart")?.shadowRoot?.querySelector(".section-button:enabled"));
const cart = find("#cart");
const inside = cart?.shadowRoot;
if (!inside?.querySelector(".section-button:enabled")) return ["there is no text", ...said];
await until(() => said.some((it) => it.startsWith("lct-")));

const wrong = [];
const isOpen = (section) => !inside.getElementById(`${section}-body`).hasAttribute("hidden");
const focusIs = (id) => inside.activeElement?.id === id;
const expect = async (what, holds) => (await until(holds, 600)) || wrong.push(what);
inside.getElementById("risks-button").click();
await expect("a button opens its section", () => isOpen("risks"));
cart.closeAll();
await expect("all close", () => !isOpen("risks"));
if (isToStart) {
  if (said.some((it) => !it.startsWith("lct-ready"))) wrong.push(...said);
  // The theme of what is around it.
  await expect("it is dark", () => inside.querySelector(".mount").dataset.theme === "dark");
  view.location.hash = "cart-symptoms";
  await expect("a link opens its section", () => isOpen("symptoms") && focusIs("symptoms-button"));
  inside.querySelector(".question > input").click();
  await expect("a question comes onto the list", () => inside.querySelector(".notes li"));
  let prints = 0;
  view.print = () => {
    prints += 1;
    view.dispatchEvent(new Event("afterprint"));
  };
  cart.print();
  await expect("it is printed", () => prints === 1);
  cart.remember = "session";
  const isKept = () => Object.keys(view.sessionStorage).some((it) => it.startsWith("lupus-car-tcart"));
  await expect("it is remembered", isKept);
  cart.remember = "none";
  await expect("it is forgotten", () => !isKept());
  const copied = [];
  const clipboard = { writeText: async (text) => copied.push(text) };
  Object.defineProperty(view.navigator, "clipboard", { configurable: true, value: clipboard });
  cart.page = "https://example.org/page";
  const handOn = () => inside.querySelector("#symptoms-body [data-tool=hand-on]:enabled");
  await expect("the section can be handed on", handOn);
  handOn()?.click();
  const copyLink = () => inside.querySelector("#menu-hand-on [data-tool=copy-link]:enabled");
  await expect("a link can be copied", copyLink);
  copyLink()?.click();
  await expect("the link is copied", () => copied.join() === "https://example.org/page#cart-symptoms");
  cart.sections = "risks symptoms";
  await expect("the text comes anew", () => inside.querySelectorAll(".section").length === 2);
  const timesReady = () => said.filter((it) => it.startsWith("lct-ready")).length;
  await expect("it is ready again", () => timesReady() === 2);
  cart.mode = "frame";
  await expect("there is a frame", () => inside.querySelector(".frame")?.style.blockSize);
  await expect("it is ready in the frame", () => timesReady() === 3);
  cart.openSection("risks");
  cart.print();
  await expect("the page prints the frame", () => prints === 2);
  cart.mode = "element";
  await expect("the text is back", () => inside.querySelector("#risks-button:enabled") && isOpen("risks"));
} else if (!said.some((it) => it.startsWith("lct-"))) {
  wrong.push("the page hears nothing");
} else if (said.some((it) => it.startsWith("lct-error") && !it.startsWith("lct-error start"))) {
  wrong.push("another stage has failed");
}
return wrong.length ? [...wrong, ...said] : [];
