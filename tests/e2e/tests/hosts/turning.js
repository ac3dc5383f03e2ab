// Turns the page dark and light in many ways, and gives those that the explainer did not follow.
const sum = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
const isDark = () => sum(getComputedStyle(one(".explainer")).backgroundColor) < 384;
const html = document.documentElement;
const { body, head } = document;
const DAY = "background-color: oklch(1 0 0); color: #111";
const NIGHT = "background-color: oklch(0.2 0 0); color: #eee";
// Only the background: the words around the element stay as they are.
const DUSK = "background-color: #123";
const SLOWLY = "transition: background-color 0.2s, color 0.2s";

const add = (name, properties, place = head) => {
  const made = Object.assign(document.createElement(name), properties);
  return place.appendChild(made);
};
const style = (textContent, place) => add("style", { textContent }, place);
const back = (place, name, light) => {
  if (light) place.setAttribute(name, light);
  else place.removeAttribute(name);
};
const attribute = (place, name, dark, light, more = "") => () => {
  style(`body { ${DAY}; ${more} } [${name}="${dark}"]:is(html, body), [${name}="${dark}"] body { ${NIGHT} }`);
  return [() => place.setAttribute(name, dark), () => back(place, name, light)];
};
const file = (css) => new Promise((resolve) => {
  const link = add("link", { rel: "stylesheet", href: `data:text/css,${encodeURIComponent(css)}` });
  link.onload = () => resolve(link);
});
const box = () => add("input", { type: "checkbox", id: "night" }, body);
const later = (act) => () => { setTimeout(act, 50); };

const WAYS = {
  "an attribute, slowly": attribute(html, "data-scheme", "slate", "default", SLOWLY),
  "an attribute of the body": attribute(body, "data-md-color-scheme", "slate", "default"),
  "a word that is no theme": attribute(html, "data-color-mode", "midnight", "noon"),
  "an attribute without data-, slowly": attribute(html, "scheme", "night", "", SLOWLY),
  "a class that is no theme, slowly": attribute(html, "class", "night", "", SLOWLY),
  "an attribute that says so": () => [
    () => { body.dataset.mdColorScheme = "dark"; },
    () => { body.dataset.mdColorScheme = "light"; },
  ],
  "an attribute of a framework": () => [
    () => html.setAttribute("theme", "dark compact"),
    () => html.removeAttribute("theme"),
  ],
  "one for the dark only": () => {
    html.dataset.lightTheme = "light";
    html.dataset.darkTheme = "dark";
    style(`body { ${DAY} } [data-color-mode="midnight"] body { ${NIGHT} }`);
    return [() => { html.dataset.colorMode = "midnight"; }, () => { html.dataset.colorMode = "auto"; }];
  },
  "a property, slowly": () => {
    style(`body { background-color: var(--paper, white); ${SLOWLY} }`);
    return [() => html.style.setProperty("--paper", "oklch(0.2 0 0)"), () => html.style.removeProperty("--paper")];
  },
  "a motion that is broken off": () => {
    style(`body { ${DAY}; transition: background-color 60s } .night body { ${NIGHT} } .now body { transition: none }`);
    const turn = (is) => () => {
      html.classList.remove("now");
      html.classList.toggle("night", is);
      setTimeout(() => html.classList.add("now"), 100);
    };
    return [turn(true), turn(false)];
  },
  "keyframes": () => {
    style(`@keyframes dusk { to { ${NIGHT} } } body { ${DAY} } .night body { animation: dusk 0.2s forwards }`);
    return [() => html.classList.add("night"), () => html.classList.remove("night")];
  },
  "a stylesheet that comes and goes": () => {
    let sheet = null;
    return [() => { sheet = style(`body { ${DUSK} }`); }, () => sheet.remove()];
  },
  "a file that comes and goes": () => {
    let link = null;
    return [async () => { link = await file(`body { ${DUSK} }`); }, () => link.remove()];
  },
  "a stylesheet in the body": () => {
    let sheet = null;
    return [() => { sheet = style(`body { ${NIGHT} }`, body); }, () => sheet.remove()];
  },
  "words of a stylesheet": () => {
    const sheet = style("");
    return [() => { sheet.textContent = `body { ${DUSK} }`; }, () => { sheet.textContent = ""; }];
  },
  "a file for some media": async () => {
    const link = await file(`body { ${DUSK} }`);
    link.media = "print";
    return [() => { link.media = "all"; }, () => { link.media = "print"; }];
  },
  "a file that is disabled": async () => {
    const link = await file(`body { ${NIGHT} }`);
    link.disabled = true;
    return [() => { link.disabled = false; }, () => { link.disabled = true; }];
  },
  "a stylesheet that is disabled by script": () => {
    const { sheet } = style(`body { ${NIGHT} }`);
    sheet.disabled = true;
    return [later(() => { sheet.disabled = false; }), later(() => { sheet.disabled = true; })];
  },
  "the same, slowly": () => {
    style(`body { ${DAY}; ${SLOWLY} }`);
    const { sheet } = style(`body { ${NIGHT} }`);
    sheet.disabled = true;
    return [later(() => { sheet.disabled = false; }), later(() => { sheet.disabled = true; })];
  },
  "a rule by script": () => {
    const { sheet } = style(`body { ${DAY} }`);
    return [later(() => sheet.insertRule(`body { ${NIGHT} }`, 1)), later(() => sheet.deleteRule(1))];
  },
  "an adopted stylesheet": () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { ${NIGHT} }`);
    return [
      later(() => { document.adoptedStyleSheets = [sheet]; }),
      later(() => { document.adoptedStyleSheets = []; }),
    ];
  },
  "a box that is ticked": () => {
    style(`html:has(#night:checked) body { ${DUSK} }`);
    const ticked = box();
    return [() => ticked.click(), () => ticked.click()];
  },
  "a box that is ticked, slowly": () => {
    style(`body { ${DAY}; ${SLOWLY} } html:has(#night:checked) body { ${NIGHT} }`);
    const ticked = box();
    return [() => ticked.click(), () => ticked.click()];
  },
  "a box that a script ticks": () => {
    style(`html:has(#night:checked) body { ${NIGHT} }`);
    const ticked = box();
    return [later(() => { ticked.checked = true; }), later(() => { ticked.checked = false; })];
  },
  "another place": () => {
    const main = host.parentElement;
    const night = add("section", {}, body);
    night.style.cssText = NIGHT;
    return [() => night.append(host), () => main.append(host)];
  },
  "inside of another element": () => {
    const outer = add("div", {}, body);
    outer.attachShadow({ mode: "open" }).innerHTML = "<style></style><p><slot></slot></p>";
    outer.shadowRoot.querySelector("style").textContent = `[data-look="night"] { ${NIGHT} }`;
    outer.append(host.parentElement);
    const [p] = outer.shadowRoot.querySelectorAll("p");
    return [() => { p.dataset.look = "night"; }, () => { p.dataset.look = "day"; }];
  },
  "the head": () => {
    const meta = add("meta", { name: "color-scheme", content: "light" });
    return [() => { meta.content = "dark"; }, () => { meta.content = "light"; }];
  },
};

const clean = () => {
  for (const place of [html, body]) {
    for (const name of place.getAttributeNames()) if (name !== "lang") place.removeAttribute(name);
  }
  for (const it of document.querySelectorAll("style, link, meta[name=color-scheme], #night")) it.remove();
};

const wrong = [];
for (const [name, make] of Object.entries(WAYS)) {
  const turns = await make();
  for (const [at, turn] of [...turns, ...turns].entries()) {
    await turn();
    const dark = at % 2 === 0;
    if (!(await until(() => isDark() === dark, 100))) wrong.push(`${name}: stays ${dark ? "light" : "dark"}`);
  }
  clean();
  if (!(await until(() => !isDark(), 100))) wrong.push(`${name}: is dark afterwards`);
}

// Nothing is looked at while nothing changes.
await until(() => false, 10);
let asked = 0;
const real = window.getComputedStyle;
window.getComputedStyle = (...values) => {
  asked += 1;
  return real(...values);
};
await until(() => false, 20);
if (asked) wrong.push(`it goes on looking: ${asked} times`);
window.getComputedStyle = real;
return wrong;
