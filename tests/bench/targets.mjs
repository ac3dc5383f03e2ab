// What the project promises of its speed, and whether a run kept it.
import { eachFurther, summary } from "./figures.mjs";

/** A run does not fail for a ratio that is this much past its target, since that may be noise; but it is told. */
const NOISE = 1.05;

/** What the WebAssembly and the script that it comes with may weigh, after compression. */
const KILOBYTES_OF_WIDGET = 85;

const OURS = ["page", "include", "element"];

/**
 * The targets of the slow phone: of which peers, of what, at most how much. With `of` it is a ratio to that peer, and
 * a run fails past it. All else depends on the machine, so it is told and no more.
 */
const TARGETS = [
  { peers: ["page", "include"], key: "paint", title: "first paint", most: 1.2, of: "plain" },
  { peers: ["element"], key: "paint", title: "first paint", most: 1, of: "plain" },
  { peers: ["page", "include"], key: "headings", title: "all headings shown", most: 1.5, of: "plain" },
  { peers: ["element"], key: "headings", title: "all headings shown", most: 1.15, of: "preact" },
  { peers: OURS, key: "busy", title: "main thread busy", most: 3, of: "plain" },
  { peers: OURS, key: "blocking", title: "blocking, ms", most: 20 },
  { peers: OURS, key: "handler4", title: "handler time of a click, ms", most: 1.5 },
  { peers: OURS, key: "megabytes", title: "memory, MB", most: 4 },
  { peers: OURS, key: "kilobytes", title: "bytes until quiet, kB", most: 125 },
  { peers: OURS, key: "shift", title: "layout shift", most: 0 },
];

/**
 * Each target with what was measured, and whether that is "met", "near" (past it by noise at most) or "missed"; those of
 * peers that were not measured are left out.
 */
export function judge({ devices, copies, kilobytesOfWidget }) {
  const phone = devices.phone ?? {};
  const rows = TARGETS.flatMap(({ peers, key, title, most, of }) =>
    peers
      .filter((peer) => phone[peer] && (!of || phone[of]))
      .map((peer) => {
        const value = summary(phone[peer], key).median;
        return row(`${title}${of ? `, to ${of}` : ""}`, peer, of ? value / summary(phone[of], key).median : value, most, Boolean(of));
      }),
  );
  if (copies?.element && copies.plain) {
    const [ours, plain] = [copies.element, copies.plain].map(eachFurther);
    rows.push(row("each further copy: time, to plain", "element", ours.time / plain.time, 3, true));
    rows.push(row("each further copy: memory, to plain", "element", ours.memory / plain.memory, 2, true));
  }
  rows.push(row("WebAssembly and its script, kB", "all", kilobytesOfWidget, KILOBYTES_OF_WIDGET, false));
  return rows;
}

function row(title, peer, value, most, isRatio) {
  const isNear = isRatio && value <= most * NOISE;
  return { title, peer, value, most, isRatio, verdict: value <= most ? "met" : isNear ? "near" : "missed" };
}
