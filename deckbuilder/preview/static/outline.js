// A slide's words and tables, as they stand beside its picture or in its place.

import { el } from "./dom.js";

const lines = (given) => given.map(({ level, text }) => el("li", { class: `level-${Math.min(level, 3)}` }, text));

const heading = (text, attributes) => (text ? el("th", attributes, text) : el("td", attributes));

/** Headings that stand over several columns: an empty one belongs to the one before it. */
function groupRow(header) {
  const spans = [];
  for (const text of header) {
    if (text || spans.length < 2) spans.push([text, 1]);
    else spans.at(-1)[1] += 1;
  }
  return el("tr", {}, ...spans.map(([text, span]) => heading(text, { scope: "colgroup", colspan: span, class: "group" })));
}

const headRow = (header) => el("tr", {}, ...header.map((text) => heading(text, { scope: "col" })));

function table(header, rows) {
  const grouped = header.slice(1).includes("") && rows.length > 1;
  const head = grouped ? [groupRow(header), headRow(rows[0])] : [headRow(header)];
  const row = ([name, ...cells]) => el("tr", {}, heading(name, { scope: "row" }), ...cells.map((text) => el("td", {}, text)));
  return el("table", {}, el("thead", {}, ...head), el("tbody", {}, ...rows.slice(grouped ? 1 : 0).map(row)));
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
export function outlineOf(blocks, built) {
  const known = blocks.filter((block) => KINDS[block.kind]);
  const none = built ? "Bilden har ingen text utöver rubriken." : "Bildens innehåll visas när rapporten går att bygga.";
  if (!known.length) return [el("p", { class: "quiet" }, none)];
  return known.map((block) => el("div", { class: `block ${block.kind}` }, ...KINDS[block.kind](block)));
}
