// What has changed since the report before, as `deckbuilder diff` tells it.

import { getChanges, reason } from "./api.js";
import { byId, el, renew, setText } from "./dom.js";

const indent = (line) => line.length - line.trimStart().length;

function lineOf(line, slidesOf, choose) {
  const depth = Math.min(Math.floor(indent(line) / 2), 3);
  const [, id, title] = depth === 0 ? (/^([^\s:]+): (.*)$/.exec(line) ?? []) : [];
  const [slide] = id ? slidesOf(id) : [];
  const about = depth === 0 && /^(Före|Efter|Namn):/.test(line);
  if (!slide) return el("p", { class: about ? "about" : `depth-${depth}` }, line.trim());
  return el("h3", {}, el("button", { type: "button", class: "plain", onclick: () => choose(slide.key) }, `Bild ${slide.number}. ${title}`));
}

/** Fetch what has changed and show it. */
export async function showChanges(slidesOf, choose) {
  const box = byId("changes");
  if (!box.hasChildNodes()) box.append(el("p", { class: "quiet" }, "Jämför …"));
  let told;
  try {
    told = await getChanges();
  } catch (fault) {
    told = { before: "", lines: [], message: reason(fault) };
  }
  setText(byId("changes-heading"), told.before ? `Ändrat sedan ${told.before}` : "Ändrat sedan förra rapporten");
  const lines = told.lines.filter((line) => line.trim());
  renew(box, [told, lines.map((line) => slidesOf(line.split(":")[0]))], () => [
    ...(told.message ? [el("p", {}, told.message)] : []),
    ...(told.message || lines.length ? [] : [el("p", {}, "Ingenting skiljer.")]),
    ...lines.map((line) => lineOf(line, slidesOf, choose)),
  ]);
}
