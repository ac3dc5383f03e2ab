// The words of the release, as data, and as the markup that each peer's own users would write.

/** @typedef {{ id: string, heading: string, body: string }} Section a section, as HTML */

/**
 * The words of `plain.html`, which has them all in ordinary HTML.
 *
 * @param {string} page
 * @returns {{ intro: string, sections: Section[] }}
 */
export function wordsOf(page) {
  const article = page.match(/<article>(.*)<\/article>/s)?.[1];
  if (!article) throw new Error("plain.html has no article");
  const text = article.replace(/>\s*\n\s*</g, "><").replace(/\s*\n\s*/g, " ").trim();
  const [intro, ...parts] = text.split(/<h2 id="lupus-car-t-([a-z0-9-]+)">/);
  const sections = [];
  for (let part = 0; part < parts.length; part += 2) {
    const [heading, body] = parts[part + 1].split(/<\/h2>(.*)/s);
    sections.push({ id: parts[part], heading, body });
  }
  if (sections.length < 2) throw new Error("plain.html has no sections");
  // The host page has the heading of level 1.
  return { intro: intro.replace(/(<\/?)h1\b/g, "$1h2"), sections };
}

/** HTML as JSX. An empty attribute would be taken for false. */
export function jsx(html) {
  return html
    .replace(/[{}]/g, (brace) => `{"${brace}"}`)
    .replace(/ ([a-z]+)=""/g, " $1")
    .replace(/<(br|hr|img|input)\b([^>]*?)\s*\/?>/g, "<$1$2 />");
}

/** HTML inside a template literal of script. */
export function template(html) {
  return html.replace(/[`\\]|\$\{/g, "\\$&");
}

/** HTML as the inside of Yew's `html!`, where text is a literal in braces. */
export function yew(html) {
  return html
    .split(/(<[^>]+>)/)
    .filter((piece) => piece)
    .map((piece) => (piece.startsWith("<") ? yewTag(piece) : `{${literal(piece)}}`))
    .join("");
}

function yewTag(tag) {
  return tag
    .replace(/ ([a-z]+)=""/g, " $1=true")
    .replace(/="([^"]*)"/g, (_, value) => `=${literal(value)}`)
    .replace(/<(br|hr|img|input)\b([^>]*?)\s*\/?>/g, "<$1$2 />");
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text of HTML as a literal of Rust. */
function literal(html) {
  const text = html.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[^ -~]/gu, (it) => `\\u{${it.codePointAt(0).toString(16)}}`)}"`;
}

/** HTML with the classes that GOV.UK Frontend asks for. */
export function govuk(html) {
  const classes = {
    p: "govuk-body",
    ul: "govuk-list govuk-list--bullet",
    ol: "govuk-list govuk-list--number",
    h2: "govuk-heading-l",
    h3: "govuk-heading-m",
    a: "govuk-link",
    table: "govuk-table",
    details: "govuk-details",
  };
  return Object.entries(classes).reduce(
    (text, [tag, name]) => text.replace(new RegExp(`<${tag}(?=[ >])`, "g"), `<${tag} class="${name}"`),
    html,
  );
}
