// Holds the scripts to what ESLint recommends, and to what the oldest browsers have that the README names. What a browser
// has is known from MDN's data. `?.()` is allowed anywhere; what a script guards in another way is listed for it below.
import { readFileSync } from "node:fs";
import js from "@eslint/js";
import bcd from "@mdn/browser-compat-data" with { type: "json" };

const OLDEST = JSON.parse(readFileSync(new URL("oldest-browsers.json", import.meta.url), "utf8"));

const numbers = (version) => version.replace("≤", "").split(".").map(Number);

const isNewer = (version, than) => {
  const [one, other] = [numbers(version), numbers(than)];
  return one[0] !== other[0] ? one[0] > other[0] : (one[1] ?? 0) > (other[1] ?? 0);
};

const isIn = ({ version_added: added, flags, version_removed: removed }, oldest) =>
  typeof added === "string" && added !== "preview" && !flags && !removed && !isNewer(added, oldest);

const isSupported = ({ __compat: compat }) =>
  !compat ||
  Object.entries(OLDEST).every(([browser, oldest]) => {
    const support = compat.support[browser];
    return support === undefined || [support].flat().some((it) => isIn(it, oldest));
  });

// Every interface and built-in object, and every member by its name.
const { builtins } = bcd.javascript;
const objects = { ...bcd.api, ...builtins.Intl, ...builtins };
const members = new Map();
for (const [name, object] of Object.entries(objects)) {
  for (const [key, member] of Object.entries(object)) {
    if (key === "__compat" || key === name) continue;
    const plain = key.replace(/_(static|event)$/, "");
    members.set(plain, [...(members.get(plain) ?? []), member]);
  }
}

// Names of our own that newer interfaces happen to have, too, and properties of styles.
const OURS = "changed check colorScheme destroy element hide insetBlock path reading session show turn utterance".split(" ");

// A name that any interface of the oldest browsers has is taken for that one's.
const isKnownMember = (name) => OURS.includes(name) || !members.has(name) || members.get(name).some(isSupported);

const supported = {
  meta: { type: "problem", schema: [{ type: "array", items: { type: "string" } }] },
  create: (context) => ({
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier") return;
      const { name } = node.property;
      if (context.options[0].includes(name)) return;
      if (node.parent.type === "CallExpression" && node.parent.callee === node && node.parent.optional) return;
      const object = node.object.type === "Identifier" && Object.hasOwn(objects, node.object.name) ? objects[node.object.name] : null;
      const member = object?.[name + "_static"] ?? (object && Object.hasOwn(object, name) ? object[name] : null);
      if (member ? isSupported(member) : isKnownMember(name)) return;
      context.report({ node, message: `\`${name}\` is newer than the oldest browsers` });
    },
    "Program:exit"(node) {
      for (const { identifier } of context.sourceCode.getScope(node).through) {
        const { name, parent } = identifier;
        if (context.options[0].includes(name)) continue;
        const object = Object.hasOwn(objects, name) ? objects[name] : Object.hasOwn(bcd.api.Window, name) ? bcd.api.Window[name] : null;
        if (!object || isSupported(object) || parent.operator === "typeof") continue;
        context.report({ node: identifier, message: `\`${name}\` is newer than the oldest browsers` });
      }
    },
  }),
};

// What a module guards in another way than by `?.()`.
const GUARDED = {
  // Browsers that have neither go on without.
  "text": ["createHTML"],
  "loading": ["createScriptURL"],
  "trust": ["createPolicy"],
  "sheets": ["adoptedStyleSheets", "replaceSync"],
  "page-address": ["Navigation"],
  "start": ["connection", "requestIdleCallback"],
  "aloud": ["Highlight", "highlights"],
  "sentences": ["Segmenter", "segment"],
  // What cannot be shared is copied; without popovers there is no menu to print from.
  "frame": ["share"],
  "texts": ["share"],
  "tools": ["hidePopover", "share"],
};

const SYNTAX = [
  { selector: "StaticBlock", message: "Safari has no static blocks before 16.4" },
  { selector: "Literal[regex.pattern=/\\(\\?<[=!]/]", message: "Safari has no lookbehind before 16.4" },
  { selector: "Program > ExpressionStatement > AwaitExpression", message: "a module that waits holds up others" },
];

export default [
  {
    files: ["static/script/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    plugins: { oldest: { rules: { supported } } },
    rules: {
      ...js.configs.recommended.rules,
      // TypeScript knows which names there are.
      "no-undef": "off",
      "no-unused-vars": "off",
      "oldest/supported": ["error", []],
      "no-restricted-syntax": ["error", ...SYNTAX],
    },
  },
  ...Object.entries(GUARDED).map(([module, guarded]) => ({
    files: [`static/script/${module}.js`],
    rules: { "oldest/supported": ["error", guarded] },
  })),
];
