// The list of slides: a listbox in which the arrow keys choose and Alt with them moves.

import { pictureOf } from "./api.js";
import { byId, el, keyed, renew, setText } from "./dom.js";
import { badge } from "./icons.js";
import { pictureFor } from "./stage.js";
import { marks, tally } from "./words.js";

const ROOM = 8; // px between a revealed option and the list's edge
const list = byId("list");
const keyOf = (node) => node?.dataset.key;
const optionOf = (key) => list.querySelector(`[data-key="${CSS.escape(key)}"]`);

function create(slide) {
  return el(
    "li",
    { role: "option", class: "thumb", "data-key": slide.key },
    el("span", { class: "number" }),
    el("span", { class: "picture" }),
    el("span", { class: "name" }),
    el("span", { class: "badges" }),
  );
}

function thumbnail({ digest }) {
  if (!digest) return el("span", { class: "blank" });
  return el("img", { src: pictureOf(digest), alt: "", loading: "lazy", decoding: "async", draggable: "false", width: 1600, height: 900 });
}

function update(node, slide, state, chosen) {
  const { digest, waiting } = pictureFor(slide, state.pictures);
  const problems = slide.problems.map((index) => state.problems[index]).filter(Boolean);
  const soon = waiting && state.status !== "broken";
  setText(node.children[0], String(slide.number));
  renew(node.children[1], { digest }, thumbnail);
  setText(node.children[2], slide.title);
  const told = [...tally(problems).map(({ kind, words }) => [kind, words]), ...marks(slide)];
  if (soon && digest) told.push(["building", "Ritas om"]);
  renew(node.children[3], told, (all) => all.map(([name, words]) => badge(name, words)));
  node.classList.toggle("waiting", soon);
  node.classList.toggle("movable", slide.movable);
  node.classList.toggle("hidden-slide", slide.hidden);
  const selected = slide.key === chosen;
  node.setAttribute("aria-selected", String(selected));
  node.tabIndex = selected ? 0 : -1;
}

/** Bring the list up to the state. */
export function showList(state, chosen) {
  const drawn = state.slides.some((slide) => pictureFor(slide, state.pictures).digest);
  list.classList.toggle("textual", !drawn && (state.status === "broken" || !state.pictures.available));
  keyed(list, state.slides, { key: (slide) => slide.key, create, update: (node, slide) => update(node, slide, state, chosen) });
}

/** Scroll the list, and nothing around it, until all of an option is seen. */
function scrollTo(option) {
  const [inner, outer] = [option.getBoundingClientRect(), list.getBoundingClientRect()];
  const past = (low, high, min, max) => (low < min ? low - min - ROOM : high > max ? high - max + ROOM : 0);
  list.scrollTop += past(inner.top, inner.bottom, outer.top, outer.bottom);
  list.scrollLeft += past(inner.left, inner.right, outer.left, outer.right);
}

/** Bring a slide's thumbnail into view, and the focus to it when asked. */
export function reveal(key, focus) {
  const option = optionOf(key);
  if (focus) option?.focus({ preventScroll: true });
  if (option) scrollTo(option);
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 5, PageUp: -5, Home: -Infinity, End: Infinity };

function pressed(event, actions) {
  const key = keyOf(event.target.closest("[role=option]"));
  if (key === undefined) return false;
  const step = STEPS[event.key];
  if (event.key === "Enter" || event.key === " ") actions.enlarge(key);
  else if (event.ctrlKey && event.key.toLowerCase() === "z") actions.undo();
  else if (event.ctrlKey || event.metaKey || step === undefined) return false;
  else if (event.altKey) {
    if (Math.abs(step) !== 1) return false;
    actions.moveStep(key, step);
  } else actions.step(step, { focus: true });
  return true;
}

/** Listen to clicks and keys in the list. */
export function listenToList(actions) {
  list.addEventListener("click", (event) => {
    const key = keyOf(event.target.closest("[role=option]"));
    if (key !== undefined) actions.choose(key, { focus: true });
  });
  list.addEventListener("dblclick", (event) => {
    const key = keyOf(event.target.closest("[role=option]"));
    if (key !== undefined) actions.enlarge(key);
  });
  list.addEventListener("keydown", (event) => {
    if (pressed(event, actions)) event.preventDefault();
  });
}
