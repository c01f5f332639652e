// One slide over the whole window: arrow keys step, Esc leaves.

import { byId, setText } from "./dom.js";
import { showOn } from "./stage.js";

const dialog = byId("large");
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };

/** Bring the large view up to the state, when it is open. */
export function showLarge(state, slide) {
  if (!dialog.open) return;
  showOn(dialog.querySelector(".stage"), slide, state);
  setText(byId("large-caption"), `${slide.number} av ${state.slides.length}. ${slide.title}`);
}

export function openLarge() {
  if (!dialog.open) dialog.showModal();
}

/** Listen to keys and buttons; `left` is called when the view is closed. */
export function listenToLarge({ step, left }) {
  dialog.addEventListener("keydown", (event) => {
    const onButton = event.key === " " && event.target.closest("button");
    if (STEPS[event.key] === undefined || onButton || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    step(STEPS[event.key], { announced: true });
  });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.step) step(Number(button.dataset.step), { announced: true });
    else if (button) dialog.close();
  });
  dialog.addEventListener("close", left);
}
