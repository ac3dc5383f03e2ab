// Medians, ranges and ratios of what was measured.

/** What is measured on each visit: its key, the head of its column, its unit and how many decimals tell something. */
export const FIGURES = [
  { key: "kilobytes", title: "bytes", unit: "kB", digits: 0 },
  { key: "requests", title: "requests", unit: "", digits: 0 },
  { key: "paint", title: "first paint", unit: "ms", digits: 0 },
  { key: "headings", title: "all headings shown", unit: "ms", digits: 0 },
  { key: "shift", title: "layout shift", unit: "", digits: 3 },
  { key: "blocking", title: "blocking", unit: "ms", digits: 0 },
  { key: "busy", title: "main thread busy", unit: "ms", digits: 0 },
  { key: "takeover", title: "taking over", unit: "ms", digits: 0 },
  { key: "megabytes", title: "memory", unit: "MB", digits: 1 },
];

/** The middle of numbers in any order. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half) - 1]) / 2;
}

/** Median and range of `key` over visits; a visit may hold several numbers. */
export function summary(visits, key) {
  const numbers = visits.flatMap((visit) => visit[key]);
  return { median: median(numbers), low: Math.min(...numbers), high: Math.max(...numbers) };
}

/** As a cell of a table. */
export function cell({ median: middle, low, high }, digits) {
  const text = (number) => number.toFixed(digits);
  const range = text(low) === text(high) ? "" : ` (${text(low)}–${text(high)})`;
  return text(middle) + range;
}

/** What each copy adds, from the fewest to the most of them: milliseconds until shown, and kilobytes of memory. */
export function eachFurther(copies) {
  const counts = Object.keys(copies).map(Number).sort((one, other) => one - other);
  const [few, many] = [counts[0], counts.at(-1)];
  const added = (key) => (summary(copies[many], key).median - summary(copies[few], key).median) / (many - few);
  return { time: added("headings"), memory: added("megabytes") * 1000 };
}
