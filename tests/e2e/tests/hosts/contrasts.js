// Measures how far each text stands out from what is behind it, as a browser paints the two.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const context = canvas.getContext("2d", { willReadFrequently: true });

// A color as red, green, blue and opacity, each from 0 to 1, whatever notation the browser computes.
const known = new Map();
const painted = (color) => {
  if (!known.has(color)) {
    // What the browser cannot read leaves the color as it was.
    context.fillStyle = "#010203";
    context.fillStyle = color;
    if (context.fillStyle === "#010203") throw new Error(`no color: ${color}`);
    context.clearRect(0, 0, 1, 1);
    context.fillRect(0, 0, 1, 1);
    known.set(color, [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
  }
  return known.get(color);
};

const over = (above, below) => below.map((part, index) => above[index] * above[3] + part * (1 - above[3]));

// What is behind an element: its own background and those of the elements around it, down to the page's white.
const behind = (element, own) => {
  const layers = own ? [painted(own)] : [];
  for (let node = element; node && layers.at(-1)?.[3] !== 1; node = node.assignedSlot ?? node.parentNode ?? node.host)
    if (node.nodeType === Node.ELEMENT_NODE) layers.push(painted(getComputedStyle(node).backgroundColor));
  return layers.reduceRight((below, above) => over(above, below), [1, 1, 1]).slice(0, 3);
};

// As WCAG 2.2 defines it.
const luminance = ([red, green, blue]) => {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = [red, green, blue].map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, two) => {
  const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const pair = (element, pseudo) => {
  const style = getComputedStyle(element, pseudo);
  const color = painted(element.closest("svg") ? style.fill : style.color);
  const background = behind(element, pseudo === "::marker" ? null : pseudo && style.backgroundColor);
  return contrast(over(color, background).slice(0, 3), background);
};

const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
const hasWords = (element) => [...element.childNodes].some(isText);

const pseudosOf = (element) => {
  const hasMarker = element.localName === "li" && getComputedStyle(element).listStyleType !== "none";
  const pseudos = hasMarker && getComputedStyle(element, "::marker").color ? ["::marker"] : [];
  for (const pseudo of ["::before", "::after"])
    if (!["none", "normal", "", '""'].includes(getComputedStyle(element, pseudo).content)) pseudos.push(pseudo);
  return pseudos;
};

// Elements whose classes and surroundings are the same look the same.
const kind = (element) => {
  let kind = "";
  for (let node = element; node; node = node.parentElement) kind += `${node.localName}.${node.getAttribute("class")} `;
  return kind;
};

// The contrast of each kind of text in the explainer, and of the arrow in its disc.
const contrasts = (host) => {
  const kinds = new Map();
  const title = host.querySelector("[slot=title]");
  for (const element of [...host.shadowRoot.querySelectorAll(".mount *"), ...(title ? [title] : [])]) {
    const name = kind(element);
    // What a slot falls back on is not there where the page puts something in.
    if (kinds.has(name) || element.closest("slot")?.assignedNodes().length) continue;
    const pseudos = pseudosOf(element);
    if (hasWords(element) || element.matches(".mark")) pseudos.unshift("");
    kinds.set(name, pseudos.map((pseudo) => [name.split(" ")[0] + pseudo, pair(element, pseudo)]));
  }
  return [...kinds.values()].flat();
};

const contrastOf = (element) => pair(element, "");

const same = (one, two) => painted(one).join() === painted(two).join();
