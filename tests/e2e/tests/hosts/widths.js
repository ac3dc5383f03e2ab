// Puts what is to be measured into parents that ask how wide it is, and plain text into the same ones, and gives the
// places where the two differ. `it` is the selector of what shows the explainer.
const PARENTS = {
  "a block": "",
  "a flexible row": "display: flex",
  "a row that gives way to nothing": "display: flex; align-items: flex-start; flex-wrap: wrap",
  "a column, centered": "display: flex; flex-direction: column; align-items: center",
  "an inline row": "display: inline-flex",
  "a float": "float: inline-start",
  "fit-content": "width: fit-content",
  "max-content": "width: max-content",
  "min-content": "width: min-content",
  "an inline block": "display: inline-block",
  "a table": "display: table",
  "a cell": "display: table-cell",
  "absolute": "position: absolute",
  "fixed": "position: fixed; inset-inline-start: 8px",
  "a grid": "display: grid",
  "a grid, centered": "display: grid; justify-items: center; place-content: center",
  "a grid with a second column": "display: grid; grid-template-columns: auto auto",
  "a grid as wide as what it holds": "display: grid; grid-template-columns: max-content",
  "a grid as narrow as what it holds": "display: grid; grid-template-columns: min-content",
  "no more than so wide": "width: fit-content; max-width: 280px",
  "words that do not break": "width: fit-content; white-space: nowrap; word-spacing: 9px; font-size: 40px",
};
const AROUND = {
  "a modal dialog": () => {
    const dialog = document.createElement("dialog");
    return [dialog, dialog, () => dialog.showModal()];
  },
  "a popover": () => {
    const box = document.createElement("div");
    box.popover = "manual";
    return [box, box, () => box.showPopover()];
  },
  "a row with a menu": () => {
    const row = document.createElement("div");
    row.style.display = "flex";
    row.append(Object.assign(document.createElement("nav"), { textContent: "Menu" }));
    return [row, row, () => {}];
  },
  "a real table with two cells": () => {
    const table = document.createElement("table");
    const cells = table.insertRow();
    cells.insertCell().textContent = "A term";
    return [table, cells.insertCell(), () => {}];
  },
};
const OWN = ["flex", "inline-flex", "grid", "inline-block", "inline", "contents", "table", "flow-root"];

const text = document.createElement("div");
text.textContent = "Words of a plain paragraph, as pages have them, immunosuppressants too. ".repeat(200);
const seen = () => one(it).getBoundingClientRect();
const wrong = [];
// What the window shows: some browsers take the scroll bar out of it.
const room = document.documentElement.clientWidth;
const compare = (name, written, { width, right }) => {
  const wanted = Math.min(written.width, room - 16);
  if (Math.abs(width - wanted) > 16) wrong.push(`${name}: ${width} wide, where text is ${written.width}`);
  const leaves = right > room + 1 && written.right <= room + 1;
  if (width > room || leaves) wrong.push(`${name}: it is wider than the window`);
};

const parent = host.parentElement;
for (const child of parent.children) if (child !== host) child.style.display = "none";
parent.style.cssText = "max-inline-size: none; padding: 0";
for (const display of OWN) {
  host.style.display = display;
  compare(`itself ${display}`, { width: room - 16, right: room }, seen());
}
for (const [name, style] of Object.entries(PARENTS)) {
  parent.style.cssText = `max-inline-size: none; padding: 0; ${style}`;
  host.style.display = "none";
  parent.append(text);
  const written = text.getBoundingClientRect();
  text.remove();
  host.style.display = "";
  compare(name, written, seen());
}
// Moved, a root of the page's own loads its stylesheet anew.
for (const [name, make] of Object.entries(root.querySelector("link") ? {} : AROUND)) {
  const [written, measured] = [text, host].map((child) => {
    const [outer, inner, show] = make();
    inner.append(child);
    document.body.replaceChildren(outer);
    show();
    return child === host ? seen() : child.getBoundingClientRect();
  });
  compare(name, written, measured);
}
return wrong;
