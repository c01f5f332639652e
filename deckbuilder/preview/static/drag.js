// Dragging a thumbnail to another place in the list, with mouse, pen or trackpad. Touch scrolls as usual.

import { byId } from "./dom.js";

const FAR_ENOUGH = 6; // px before a press is a drag
const EDGE = 48; // px from the list's edge where it begins to scroll
const list = byId("list");

let drag = null;
let dropped = false; // the click that follows a drop chooses nothing

const sideways = () => getComputedStyle(list).flexDirection === "row";

/** Return the option that the dragged slide would be put before (null: last). */
function placeAt(event) {
  const across = sideways();
  for (const option of list.querySelectorAll(".movable")) {
    const box = option.getBoundingClientRect();
    const middle = across ? box.left + box.width / 2 : box.top + box.height / 2;
    if ((across ? event.clientX : event.clientY) < middle) return option;
  }
  return null;
}

function mark(before) {
  for (const option of list.children) option.classList.toggle("drop-before", option === before);
  list.classList.toggle("drop-last", before === null);
}

function scrolledBy(event) {
  const box = list.getBoundingClientRect();
  const [at, low, high] = sideways() ? [event.clientX, box.left, box.right] : [event.clientY, box.top, box.bottom];
  const by = at < low + EDGE ? -12 : at > high - EDGE ? 12 : 0;
  if (sideways()) list.scrollLeft += by;
  else list.scrollTop += by;
  return by !== 0;
}

function keepScrolling() {
  if (!drag?.moving) return;
  if (scrolledBy(drag.at)) mark((drag.before = placeAt(drag.at)));
  requestAnimationFrame(keepScrolling);
}

function begin(event) {
  drag.moving = true;
  drag.option.classList.add("dragged");
  list.classList.add("dragging");
  list.setPointerCapture(event.pointerId);
  requestAnimationFrame(keepScrolling);
}

function end() {
  if (!drag) return null;
  const ended = drag;
  drag = null;
  ended.option.classList.remove("dragged");
  list.classList.remove("dragging", "drop-last");
  for (const option of list.children) option.classList.remove("drop-before");
  return ended.moving ? ended : null;
}

/** Call `moveBefore(key, key or null)` when a slide has been dragged to another place. */
export function listenToDrag(moveBefore) {
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest(".movable");
    if (!option || event.button !== 0 || event.pointerType === "touch") return;
    drag = { option, x: event.clientX, y: event.clientY, at: event, moving: false, before: option };
  });
  list.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.at = event;
    if (!drag.moving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > FAR_ENOUGH) begin(event);
    if (drag.moving) mark((drag.before = placeAt(event)));
  });
  list.addEventListener("pointerup", () => {
    const done = end();
    if (!done) return;
    dropped = true;
    setTimeout(() => (dropped = false), 0);
    if (done.before !== done.option) moveBefore(done.option.dataset.key, done.before?.dataset.key ?? null);
  });
  list.addEventListener("click", (event) => dropped && event.stopPropagation(), { capture: true });
  list.addEventListener("pointercancel", end);
  window.addEventListener("blur", end);
  document.addEventListener("keydown", (event) => event.key === "Escape" && end());
}
