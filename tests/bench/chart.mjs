// Draws the ratios to plain HTML as bars.
import { PEERS } from "./peers.mjs";
import { summary } from "./figures.mjs";

const SERIES = [
  { key: "headings", title: "until all headings are shown", color: "#1d70b8" },
  { key: "busy", title: "main thread busy", color: "#b5651d" },
];

const [LEFT, WIDTH, BAR, ROW, TOP] = [150, 560, 12, 38, 60];

/** A picture of one device's visits. */
export function chart(visits) {
  const peers = PEERS.filter(({ name }) => visits[name]?.length);
  const ratio = (peer, key) => summary(visits[peer], key).median / summary(visits.plain, key).median;
  const most = Math.max(...peers.flatMap(({ name }) => SERIES.map(({ key }) => ratio(name, key))));
  const scale = (WIDTH - LEFT - 60) / most;
  const height = TOP + peers.length * ROW + 10;
  const rows = peers.map(({ name, title }, place) => {
    const y = TOP + place * ROW;
    const bars = SERIES.map(({ key, color }, series) => {
      const value = ratio(name, key);
      const top = y + series * (BAR + 2);
      const width = (value * scale).toFixed(1);
      const label = `<text x="${(LEFT + value * scale + 5).toFixed(1)}" y="${top + 10}">${value.toFixed(2)}</text>`;
      return `<rect x="${LEFT}" y="${top}" width="${width}" height="${BAR}" fill="${color}"/>${label}`;
    });
    const words = title.replace(/`/g, "").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    return `<text x="${LEFT - 8}" y="${y + 17}" text-anchor="end">${words}</text>${bars.join("")}`;
  });
  const legend = SERIES.map(({ title, color }, place) => {
    const x = 20 + place * 240;
    return `<rect x="${x}" y="34" width="${BAR}" height="${BAR}" fill="${color}"/><text x="${x + 18}" y="44">${title}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" \
role="img" aria-label="Ratios to plain HTML on a slow phone" font-family="sans-serif" font-size="12" fill="#222">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="20" y="20" font-size="14" font-weight="bold">Slow phone: ratios to plain HTML (less is better)</text>
${[...legend, ...rows].join("\n")}
</svg>
`;
}
