// Shapes of the badges: the shape and the word carry the meaning, the colour only helps.

import { el } from "./dom.js";

const SHAPES = {
  error: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  warning: "M8 1l7.5 14H.5z",
  hint: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z",
  ready: "M2 8.5l4 4 8-9",
  hidden: "M1 8s3-5 7-5 7 5 7 5-3 5-7 5-7-5-7-5M2 14L14 2",
  own: "M2 14l1-4 8-8 3 3-8 8z",
  continued: "M3 2v6h9M9 5l3 3-3 3",
  building: "M8 1.5a6.5 6.5 0 1 1-6.5 6.5",
  conflict: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
};
const FILLED = new Set(["error", "warning", "hint"]);
const SVG = "http://www.w3.org/2000/svg";

/** Return a drawn shape that screen readers pass over. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", FILLED.has(name) ? "icon filled" : "icon");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Return a badge: shape and words. */
export function badge(name, words, tag = "span") {
  return el(tag, { class: `badge ${name}` }, icon(name), el("span", {}, words));
}
