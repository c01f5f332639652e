// Figures: those of the chosen slide and those that a search finds, each with how it came about.

import { findFigures, getFigure, reason } from "./api.js";
import { byId, debounced, el, keyed, renew, setText } from "./dom.js";
import { count } from "./words.js";

async function tell(box, id, label) {
  let lines;
  try {
    ({ lines } = await getFigure(id));
  } catch (fault) {
    lines = [reason(fault)];
  }
  renew(box, [id, lines], () => el("pre", { tabindex: "0", role: "region", "aria-label": `Så räknades ${label}` }, lines.join("\n")));
}

let boxes = 0;

/** Return a button and a box: the button opens the box with how a figure came about. */
function disclosure(figure, name) {
  const box = el("div", { class: "origin", id: `origin-${++boxes}`, hidden: true });
  const button = el("button", { type: "button", class: name, "aria-expanded": "false", "aria-controls": box.id });
  button.addEventListener("click", () => {
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) tell(box, figure.id, figure.label);
  });
  return { button, box };
}

const parts = ({ label, value, file }) => [
  el("span", { class: "label" }, label),
  el("span", { class: "value" }, value),
  el("span", { class: "file" }, file || "Räknad av andra siffror"),
];

function createFigure(figure) {
  const { button, box } = disclosure(figure, "figure");
  return el("li", {}, button, box);
}

function updateFigure(node, figure) {
  const [button, box] = node.children;
  const renewed = renew(button, [figure.label, figure.value, figure.file], () => parts(figure));
  if (renewed && !box.hidden) tell(box, figure.id, figure.label);
}

/** Show the figures of the chosen slide. */
export function showFigures(slide, built) {
  byId("figures-none").hidden = slide.figures.length > 0;
  setText(byId("figures-none"), built ? "Bilden visar inga siffror ur underlaget." : "Siffrorna visas när rapporten går att bygga.");
  setText(byId("figures-heading"), slide.figures.length ? `Siffror på bilden (${slide.figures.length})` : "Siffror på bilden");
  keyed(byId("figures"), slide.figures, { key: (figure) => figure.id, create: createFigure, update: updateFigure });
}

function hit(figure, slidesOf, choose) {
  const { button, box } = disclosure(figure, "plain");
  button.append("Så räknades den");
  const shown = figure.slides.flatMap((id) => slidesOf(id));
  const go = (slide) =>
    el("button", { type: "button", class: "plain", title: slide.title, onclick: () => choose(slide.key) }, `Bild ${slide.number}`);
  const file = [figure.period, figure.file].filter(Boolean).join(" · ");
  const face = parts({ ...figure, file });
  const head = shown.length
    ? el("button", { type: "button", class: "figure", onclick: () => choose(shown[0].key) }, ...face)
    : el("div", { class: "figure" }, ...face);
  const where = shown.length ? shown.map(go) : [el("span", { class: "quiet" }, "Visas inte på någon bild")];
  return el("li", {}, head, el("p", { class: "figure-tools" }, ...where, button), box);
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
