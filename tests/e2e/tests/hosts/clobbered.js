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
    said.push(`${type} ${detail?.reason ?? reason}`);
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
const expect = async (what, holds) => (await until(holds, 120)) || wrong.push(what);
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
  cart.sections = "risks symptoms";
  await expect("the text comes anew", () => inside.querySelectorAll(".section").length === 2);
  await expect("it is ready again", () => said.filter((it) => it.startsWith("lct-ready")).length > 1);
} else if (!said.some((it) => it.startsWith("lct-"))) {
  wrong.push("the page hears nothing");
}
return wrong.length ? [...wrong, ...said] : [];
