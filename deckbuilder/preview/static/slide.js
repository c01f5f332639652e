// The chosen slide: its heading, picture and problems, and its figures and words in the panel.

import { byId, el, renew, setText } from "./dom.js";
import { showFigures } from "./figures.js";
import { badge } from "./icons.js";
import { movedStep } from "./order.js";
import { outlineOf } from "./outline.js";
import { showSlideProblems } from "./problems.js";
import { showOn } from "./stage.js";
import { isBuilt, marks } from "./words.js";

function showHeading(state, slide) {
  const facts = [`Bild ${slide.number} av ${state.slides.length}`, slide.own ? "" : slide.id, slide.type_summary].filter(Boolean);
  renew(byId("slide-facts"), [facts, marks(slide)], () => [el("span", { class: "facts" }, facts.join(" · ")), ...marks(slide).map(([name, words]) => badge(name, words))]);
  setText(byId("slide-title"), slide.title);
  byId("move-up").disabled = movedStep(state.slides, slide.key, -1) === state.slides;
  byId("move-down").disabled = movedStep(state.slides, slide.key, 1) === state.slides;
}

/** Show a slide, or nothing when the report has none. */
export function showSlide(state, slide) {
  byId("slide").hidden = !slide;
  byId("panel-slide").classList.toggle("without", !slide);
  if (!slide) return;
  showHeading(state, slide);
  showOn(byId("stage"), slide, state);
  showSlideProblems(state, slide);
  showFigures(slide, isBuilt(state));
  const beside = byId("stage").querySelector("img") !== null; // without a picture the stage itself has the outline
  for (const part of [byId("outline-heading"), byId("outline")]) part.hidden = !beside;
  renew(byId("outline"), [slide.outline, isBuilt(state)], () => outlineOf(slide.outline, isBuilt(state)));
}
