// Makes the pages that are measured: the same words, written as the users of each way would write them.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

import { govuk, jsx, template, wordsOf, yew } from "./words.mjs";

const here = import.meta.dirname;

/**
 * What is measured, in the order of the tables.
 *
 * `heading` finds the headings of the sections, `button` what opens one, `root` the elements in whose shadow roots they
 * are, and `ready` says that the page tells when it answers to the reader.
 */
export const PEERS = [
  { name: "plain", title: "plain `<details>`", heading: "summary > h2", button: "summary:has(> h2)" },
  {
    name: "govuk",
    title: "GOV.UK accordion",
    heading: ".govuk-accordion__section-heading",
    button: "button.govuk-accordion__section-button",
  },
  { name: "preact", title: "Preact", heading: "section > h2", button: "section > h2 > button" },
  { name: "lit", title: "Lit", heading: "section > h2", button: "section > h2 > button", root: "words-accordion" },
  { name: "yew", title: "Yew, client-side", heading: "section > h2", button: "section > h2 > button" },
  ...["page", "include", "element", "frame"].map((name) => ({
    name,
    title: `ours: ${name}`,
    heading: ".section-heading",
    button: ".section-button",
    root: "lupus-car-t",
    ready: true,
    ours: true,
  })),
];

/** The peers of which a page can have many, and how many. */
export const COPIED = ["plain", "preact", "element"];
export const COPIES = [1, 10, 50, 100];

const STYLE = "body{margin:0 auto;max-width:45rem;padding:1rem;font-family:sans-serif}";

function host(body, head = "") {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>New treatments for lupus</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${head}
</head>
<body>
<h1>New treatments for lupus</h1>
<p>This page stands for any page of a hospital, a charity or a newsroom.</p>
${body}
<p>Here the page goes on.</p>
</body>
</html>
`;
}

const script = (file) => `<script type="module" src="${file}"></script>`;

const places = (count) => '<div class="app"></div>\n'.repeat(count);

/** The README's own snippet. */
function snippet(readme) {
  const found = readme.match(/```html\n(<script src="\/lupus-car-t\/embed\.en\.js">.*?)\n```/s)?.[1];
  if (!found) throw new Error("the README has no snippet");
  return found;
}

/** Numbers the elements, as a page that has several would. */
function elements(tag, count) {
  const [loader] = tag.split("<lupus-car-t>");
  const one = tag.slice(loader.length);
  const numbered = (number) => one.replace("<lupus-car-t>", `<lupus-car-t id="explainer-${number}">`);
  return loader + Array.from({ length: count }, (_, number) => numbered(number + 1)).join("\n");
}

/** Writes the pages into `folder`; `dist` is the release, `root` the project. */
export function makePeers({ root, dist, folder, withYew }) {
  mkdirSync(folder, { recursive: true });
  const read = (...path) => readFileSync(join(...path), "utf8");
  const words = wordsOf(read(dist, "plain.html"));
  const tag = snippet(read(root, "README.md"));
  const write = (name, text) => writeFileSync(join(folder, name), text);

  const plain = plainHtml(words);
  write("plain.html", host(plain));
  write("govuk.html", govukPage(words, folder));
  bundle(folder, "preact", preactSource(words));
  write("preact.html", host(places(1), script("preact.js")));
  bundle(folder, "lit", litSource(words));
  write("lit.html", host("<words-accordion></words-accordion>", script("lit.js")));
  if (withYew) makeYew(words, folder);
  write("yew.html", host('<div id="app"></div>', script("yew.js")));
  write("include.html", host(read(dist, "include/en.html")));
  write("element.html", host(tag));
  write("frame.html", host(tag.replace("<lupus-car-t>", '<lupus-car-t mode="frame">')));
  for (const count of COPIES) {
    write(`plain-${count}.html`, host(plain.repeat(count)));
    write(`preact-${count}.html`, host(places(count), script("preact.js")));
    write(`element-${count}.html`, host(elements(tag, count)));
  }
  return words.sections.length;
}

function plainHtml({ intro, sections }) {
  const section = ({ id, heading, body }) =>
    `<details${id === "at-a-glance" ? " open" : ""}><summary><h2>${heading}</h2></summary>${body}</details>\n`;
  return `${intro}\n${sections.map(section).join("")}`;
}

function govukPage({ intro, sections }, folder) {
  const dist = join(here, "node_modules/govuk-frontend/dist/govuk");
  const style = readFileSync(join(dist, "govuk-frontend.min.css"), "utf8");
  // The font is licensed for gov.uk alone; all others go on with the next one.
  writeFileSync(join(folder, "govuk.css"), style.replace(/@font-face\{[^}]*\}/g, ""));
  bundle(folder, "govuk", 'import { Accordion, createAll } from "govuk-frontend";\ncreateAll(Accordion);\n');
  const section = ({ id, heading, body }, place) => `
<div class="govuk-accordion__section${id === "at-a-glance" ? " govuk-accordion__section--expanded" : ""}">
<div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading">
<span class="govuk-accordion__section-button" id="accordion-heading-${place}">${heading}</span></h2></div>
<div id="accordion-content-${place}" class="govuk-accordion__section-content">${govuk(body)}</div></div>`;
  const supported =
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";
  const body = `<script>${supported}</script>
${govuk(intro)}<div class="govuk-accordion" data-module="govuk-accordion" id="accordion">${sections.map(section).join("")}</div>
${script("govuk.js")}`;
  return host(body, '<link rel="stylesheet" href="govuk.css">');
}

function preactSource({ intro, sections }) {
  const section = ({ id, heading, body }) =>
    `<Section id="${id}" heading={<>${jsx(heading)}</>}>${jsx(body)}</Section>`;
  return `import { render } from "preact";
import { Section } from ${JSON.stringify(join(here, "peers/accordion.jsx"))};
const App = () => <>${jsx(intro)}${sections.map(section).join("")}</>;
for (const place of document.querySelectorAll(".app")) render(<App />, place);
`;
}

function litSource({ intro, sections }) {
  const section = ({ id, heading, body }) =>
    `\${this.section("${id}", html\`${template(heading)}\`, html\`${template(body)}\`)}`;
  return `import { html } from "lit";
import { Accordion } from ${JSON.stringify(join(here, "peers/element.js"))};
customElements.define("words-accordion", class extends Accordion {
  render() {
    return html\`${template(intro)}${sections.map(section).join("")}\`;
  }
});
`;
}

/** Bundles a peer's source as `name.js`. */
function bundle(folder, name, contents) {
  buildSync({
    stdin: { contents, resolveDir: here, loader: "jsx" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    nodePaths: [join(here, "node_modules")],
    outfile: join(folder, `${name}.js`),
    logLevel: "warning",
  });
}

/** Builds the client-side Yew app, with the settings and tools of the release. */
function makeYew({ intro, sections }, folder) {
  const work = join(folder, "../yew");
  mkdirSync(work, { recursive: true });
  const functions = sections.map(
    ({ heading, body }, place) =>
      `fn heading_${place}() -> Html { html! { <>${yew(heading)}</> } }\nfn body_${place}() -> Html { html! { <>${yew(body)}</> } }\n`,
  );
  const list = sections.map(
    ({ id }, place) => `<Section id="${id}" heading={heading_${place}()}>{ body_${place}() }</Section>`,
  );
  const app = `#[allow(unused_braces)]\n#[component]\nfn App() -> Html { html! { <>${yew(intro)}${list.join("")}</> } }\n`;
  const source = join(work, "words.rs");
  writeFileSync(source, functions.join("") + app);
  const manifest = ["--manifest-path", join(here, "yew/Cargo.toml"), "--target-dir", join(work, "target")];
  const run = (program, ...rest) =>
    execFileSync(program, rest, { stdio: "inherit", env: { ...process.env, BENCH_WORDS: source } });
  const target = "wasm32-unknown-unknown";
  run("cargo", "build", "--quiet", "--locked", "--release", "--target", target, ...manifest);
  const built = join(work, "target", target, "release/client-side.wasm");
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-name", "app", "--out-dir", work, built);
  run("wasm-opt", "-Oz", "--strip-producers", "--strip-target-features", join(work, "app_bg.wasm"), "-o", join(folder, "app_bg.wasm"));
  copyFileSync(join(work, "app.js"), join(folder, "app.js"));
  writeFileSync(join(folder, "yew.js"), 'import start from "./app.js";\nstart({ module_or_path: "app_bg.wasm" });\n');
}
