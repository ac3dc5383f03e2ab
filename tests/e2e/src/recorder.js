// Keeps what a page says and does, from before its first script, for the tests to read.
"use strict";

window.recorded = { console: [], errors: [], violations: [], events: [], shifts: [] };

for (const level of ["error", "warn"]) {
  const real = console[level];
  console[level] = (...words) => {
    recorded.console.push(`${level}: ${words.map(String).join(" ")}`);
    real.apply(console, words);
  };
}

addEventListener("error", (event) => {
  const what = event.message ?? `${event.target.localName} did not load: ${event.target.src ?? event.target.href}`;
  recorded.errors.push(what);
}, true);

addEventListener("unhandledrejection", (event) => recorded.errors.push(`unhandled: ${event.reason}`));

addEventListener("securitypolicyviolation", (event) => {
  recorded.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});

for (const name of ["lct-ready", "lct-toggle", "lct-error", "lct-stale", "lct-language", "lct-feedback"]) {
  addEventListener(name, (event) => {
    recorded.events.push({ name, detail: event.detail, element: event.target.id });
  }, true);
}

if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
  const at = ({ left, top, width, height }) => [left, top, width, height].map(Math.round).join(" ");
  const moved = ({ node, previousRect, currentRect }) => {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentNode : node;
    return `${element?.cloneNode().outerHTML ?? "what is gone"} from ${at(previousRect)} to ${at(currentRect)}`;
  };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      recorded.shifts.push(`${value}: ${sources.map(moved).join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}
