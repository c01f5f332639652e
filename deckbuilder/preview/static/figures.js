// Figures: those of the chosen slide, and those that a search finds.

import { findFigures, reason } from "./api.js";
import { byId, debounced, el, keyed, renew, setText } from "./dom.js";
import { openOrigin } from "./origin.js";
import { count } from "./words.js";

const parts = ({ label, value, file }) => [
  el("span", { class: "label" }, label),
  el("span", { class: "value" }, value),
  el("span", { class: "file" }, file || "Räknad av andra siffror"),
];

function createFigure(figure) {
  return el("li", {}, el("button", { type: "button", class: "figure", "aria-haspopup": "dialog", onclick: () => openOrigin(figure) }));
}

function updateFigure(node, figure) {
  renew(node.firstChild, [figure.label, figure.value, figure.file], () => parts(figure));
}

/** Show the figures of the chosen slide. */
export function showFigures(slide, built) {
  byId("figures-none").hidden = slide.figures.length > 0;
  setText(byId("figures-none"), built ? "Bilden visar inga siffror ur underlaget." : "Siffrorna visas när rapporten går att bygga.");
  setText(byId("figures-heading"), slide.figures.length ? `Siffror på bilden (${slide.figures.length})` : "Siffror på bilden");
  keyed(byId("figures"), slide.figures, { key: (figure) => figure.id, create: createFigure, update: updateFigure });
}

function hit(figure, slidesOf, choose) {
  const origin = el("button", { type: "button", class: "plain", "aria-haspopup": "dialog", onclick: () => openOrigin(figure) }, "Så räknades den");
  const shown = figure.slides.flatMap((id) => slidesOf(id));
  const go = (slide) =>
    el("button", { type: "button", class: "plain", title: slide.title, onclick: () => choose(slide.key) }, `Bild ${slide.number}`);
  const file = [figure.period, figure.file].filter(Boolean).join(" · ");
  const face = parts({ ...figure, file });
  const head = shown.length
    ? el("button", { type: "button", class: "figure", onclick: () => choose(shown[0].key) }, ...face)
    : el("div", { class: "figure" }, ...face);
  const where = shown.length ? shown.map(go) : [el("span", { class: "quiet" }, "Visas inte på någon bild")];
  return el("li", {}, head, el("p", { class: "figure-tools" }, ...where, origin));
}

/** Let people search among all figures; `slidesOf(id)` gives the slides as they are now. */
export function listenToSearch(slidesOf, choose) {
  const [words, all] = [byId("words"), byId("all")];
  let latest = 0;
  const search = async () => {
    const asking = ++latest;
    if (!words.value.trim()) {
      setText(byId("found"), "Till exempel ”prognos region” eller ett filnamn.");
      return byId("hits").replaceChildren();
    }
    let found;
    try {
      found = await findFigures(words.value.trim(), all.checked);
    } catch (fault) {
      return setText(byId("found"), reason(fault));
    }
    if (asking !== latest) return undefined;
    const { figures, more } = found;
    const rest = more ? ` och ${more} till. Skriv fler ord för att se dem.` : "";
    setText(byId("found"), figures.length ? count(figures.length, "siffra", "siffror") + rest : "0 siffror hittades. Pröva färre ord, eller del av ord.");
    renew(byId("hits"), [figures, figures.map((figure) => figure.slides.map(slidesOf))], () => figures.map((figure) => hit(figure, slidesOf, choose)));
    return undefined;
  };
  const soon = debounced(search, 200);
  words.addEventListener("input", soon);
  all.addEventListener("change", search);
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  search();
  return () => words.value.trim() && soon();
}
