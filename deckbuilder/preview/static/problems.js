// Problems: all of them, and those of the chosen slide.

import { byId, el, renew, setText } from "./dom.js";
import { icon } from "./icons.js";
import { announce } from "./notices.js";
import { KIND_NAMES, tally } from "./words.js";

const asText = (problem) => [`${problem.where}:`, problem.code, problem.sentence].filter((part) => part !== ":").join(" ");

async function copy(problem) {
  try {
    await navigator.clipboard.writeText(asText(problem));
    announce("Kopierat.");
  } catch {
    announce("Det gick inte att kopiera. Markera texten och tryck Ctrl+C.");
  }
}

function item(problem, slide, choose) {
  const kind = el("span", { class: `kind ${problem.kind}` }, icon(problem.kind), KIND_NAMES[problem.kind] ?? "");
  const head = el("p", { class: "problem-head" }, kind, problem.code ? el("code", {}, problem.code) : "", el("span", { class: "where" }, problem.where));
  const copying = el("button", { type: "button", class: "plain", "aria-label": `Kopiera ${problem.code}`, onclick: () => copy(problem) }, "Kopiera");
  const going = slide && el("button", { type: "button", class: "plain", onclick: () => choose(slide.key) }, `Till bild ${slide.number}`);
  return el("li", { class: `problem ${problem.kind}` }, head, el("p", { class: "sentence" }, problem.sentence), el("p", { class: "problem-tools" }, going ?? "", copying));
}

/** Show all problems in their panel, and how many on its tab. */
export function showProblems(state, choose) {
  const slides = state.problems.map((problem) => state.slides.find((slide) => slide.id === problem.slide));
  setText(byId("tab-problems"), state.problems.length ? `Problem (${state.problems.length})` : "Problem");
  const found = tally(state.problems).map(({ words }) => words).join(", ");
  const none = state.status === "building" ? "" : "Inga problem hittades.";
  setText(byId("problems-summary"), found || none);
  const data = state.problems.map((problem, index) => [problem, slides[index]?.key, slides[index]?.number]);
  renew(byId("problems"), data, () => state.problems.map((problem, index) => item(problem, slides[index], choose)));
  const coded = state.problems.find((problem) => problem.code);
  byId("explain").hidden = !coded;
  if (coded) setText(byId("explain").querySelector("code"), `deckbuilder explain ${coded.code}`);
}

/** Show the problems of one slide under its picture. */
export function showSlideProblems(state, slide) {
  const section = byId("slide-problems");
  const own = slide.problems.map((index) => state.problems[index]).filter(Boolean);
  section.hidden = own.length === 0;
  renew(section.querySelector("ul"), own, () => own.map((problem) => item(problem, null)));
}
