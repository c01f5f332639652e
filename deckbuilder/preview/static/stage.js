// One slide, large: its picture, or its outline where there is none.

import { pictureOf } from "./api.js";
import { el, renew } from "./dom.js";
import { outlineOf } from "./outline.js";
import { isBuilt } from "./words.js";

const last = new Map(); // the latest picture of each slide, shown while the next is being made

/** Remember the pictures of a new state. */
export function remember(state) {
  for (const slide of state.slides) if (slide.picture) last.set(slide.key, slide.picture);
}

/** Return which picture to show of a slide, and whether it is about to be replaced. */
export function pictureFor(slide, pictures) {
  if (!pictures.available) return { digest: "", waiting: false };
  return { digest: slide.picture || last.get(slide.key) || "", waiting: !slide.picture };
}

function sheet({ slide, waiting, built }) {
  const note = waiting ? el("p", { class: "drawn-soon" }, "Bilden ritas …") : null;
  return el("div", { class: "sheet outline" }, el("p", { class: "sheet-title" }, slide.title), ...outlineOf(slide.outline, built), note);
}

/** Show a slide on a stage; an image element that is there gets the new picture, so nothing flickers. */
export function showOn(stage, slide, state) {
  const { digest, waiting } = pictureFor(slide, state.pictures);
  const redrawn = waiting && digest !== "" && state.status !== "broken";
  stage.classList.toggle("waiting", redrawn);
  const image = stage.querySelector("img");
  if (digest && image) {
    if (!image.src.endsWith(pictureOf(digest))) image.src = pictureOf(digest);
    image.alt = slide.alt || slide.title;
    return;
  }
  const soon = waiting && state.status !== "broken";
  const data = digest ? { digest } : { slide: { title: slide.title, outline: slide.outline }, waiting: soon, built: isBuilt(state) };
  renew(stage, data, () =>
    digest
      ? [el("img", { src: pictureOf(digest), alt: slide.alt || slide.title, width: 1600, height: 900 }), el("p", { class: "redrawn" }, "Ritas om")]
      : sheet(data),
  );
}
