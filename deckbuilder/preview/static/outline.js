// A slide's words and tables, as they stand beside its picture or in its place.

import { el } from "./dom.js";

const lines = (given) => given.map(({ level, text }) => el("li", { class: `level-${Math.min(level, 3)}` }, text));

function table(header, rows) {
  const head = el("thead", {}, el("tr", {}, ...header.map((text) => el("th", { scope: "col" }, text))));
  const row = (cells) =>
    el("tr", {}, ...cells.map((text, index) => (index ? el("td", {}, text) : el("th", { scope: "row" }, text))));
  return el("table", {}, head, el("tbody", {}, ...rows.map(row)));
}

const scrolled = (name, node) => el("div", { class: "scrolled", role: "region", "aria-label": name, tabindex: "0" }, node);

const KINDS = {
  text: (block) => [el("ul", { class: "lines" }, ...lines(block.lines))],
  table: (block) => [scrolled("Tabell", table(block.header, block.rows))],
  chart: (block) => [
    el("p", { class: "alt" }, block.alt),
    ...(block.rows?.length ? [scrolled("Diagrammets värden", table(block.header, block.rows))] : []),
  ],
  drawing: (block) => [
    el("p", { class: "alt" }, block.alt),
    ...(block.lines?.length ? [el("ul", { class: "lines" }, ...lines(block.lines))] : []),
  ],
};

/** Return the nodes of a slide's outline; one sentence when it has none. */
export function outlineOf(blocks) {
  const known = blocks.filter((block) => KINDS[block.kind]);
  if (!known.length) return [el("p", { class: "quiet" }, "Bilden har ingen text utöver rubriken.")];
  return known.map((block) => el("div", { class: `block ${block.kind}` }, ...KINDS[block.kind](block)));
}
