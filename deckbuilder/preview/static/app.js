// The preview page: holds the latest state and the chosen slide, and brings everything up to them.

import { getState, listen } from "./api.js";
import { showChanges } from "./changes.js";
import { byId } from "./dom.js";
import { listenToDrag } from "./drag.js";
import { listenToSearch } from "./figures.js";
import { listenToLarge, openLarge, showLarge } from "./large.js";
import { listenToList, reveal, showList } from "./list.js";
import { makeMoves } from "./moves.js";
import { announce, tellFound, tellLost } from "./notices.js";
import { movedBefore, movedStep } from "./order.js";
import { renewOrigin } from "./origin.js";
import { showProblems } from "./problems.js";
import { showSlide } from "./slide.js";
import { remember } from "./stage.js";
import { listenToTabs, openTab } from "./tabs.js";
import { showBanner, showTop } from "./top.js";
import { status } from "./words.js";

let state = null;
let chosen = decodeURIComponent(location.hash.slice(1));
let said = "";
let searchAgain = () => {};

const chosenSlide = () => state.slides.find((slide) => slide.key === chosen);
const slidesOf = (id) => (state?.slides ?? []).filter((slide) => slide.id === id && (slide.movable || slide.own || slide.key === id));

/** Keep a slide chosen: the same, else the one that now stands where it stood. */
function keepChosen(before) {
  if (chosenSlide() || !state.slides.length) return;
  const at = before?.slides.findIndex((slide) => slide.key === chosen) ?? -1;
  chosen = state.slides[Math.min(Math.max(at, 0), state.slides.length - 1)].key;
}

function showAllProblems() {
  openTab(byId("tab-problems"));
  byId("tab-problems").focus();
}

function show() {
  showTop(state);
  showBanner(state, showAllProblems);
  showList(state, chosen);
  showSlide(state, chosenSlide());
  showProblems(state, (key) => choose(key));
  if (chosenSlide()) showLarge(state, chosenSlide());
}

function choose(key, { focus = false, announced = false } = {}) {
  chosen = key;
  history.replaceState(null, "", `#${encodeURIComponent(key)}`);
  show();
  reveal(key, focus);
  byId("stage").scrollIntoView({ block: "nearest" });
  if (announced) announce(`Bild ${chosenSlide().number} av ${state.slides.length}. ${chosenSlide().title}`);
}

function step(by, how) {
  const at = state.slides.findIndex((slide) => slide.key === chosen);
  const to = Math.min(Math.max(at + by, 0), state.slides.length - 1);
  if (state.slides[to]) choose(state.slides[to].key, how);
}

/** Take in a state. */
function receive(next) {
  const before = state;
  remember(next);
  state = moves.overlaid(next);
  keepChosen(before);
  show();
  if (!before && chosen) reveal(chosen, false);
  if (state.status === "broken" && !state.slides.length && before?.status !== "broken") openTab(byId("tab-problems"));
  if ((state.status !== "building" || !said) && status(state) !== said) announce((said = status(state)));
  if (before && state.status !== "building") {
    searchAgain();
    renewOrigin();
    if (!byId("panel-changes").hidden) showChanges(slidesOf, choose);
  }
}

let asking = false;
let askAgain = false;

/** Fetch the state, once at a time; a change meanwhile is fetched after. */
async function refresh() {
  if (asking) return void (askAgain = true);
  asking = true;
  const next = await getState().catch(() => null); // when the server is gone, `listen` tells it
  asking = false;
  if (next) receive(next);
  if (askAgain) {
    askAgain = false;
    refresh();
  }
}

const moves = makeMoves({
  current: () => state,
  display: (slides) => {
    state = { ...state, slides };
    show();
    reveal(chosen, false);
  },
  refresh,
});

function moved(key, slides) {
  chosen = key;
  if (slides !== state.slides) {
    const place = slides.findIndex((slide) => slide.key === key) + 1;
    return moves.move(slides, `Bilden är flyttad till plats ${place} av ${slides.length}.`);
  }
  show();
  return announce(
    chosenSlide().movable ? "Bilden kan inte flyttas längre åt det hållet." : "Bilden kan inte flyttas för sig. Den följer bilden före.",
  );
}

const moveStep = (key, by) => moved(key, movedStep(state.slides, key, by));

function enlarge(key) {
  openLarge();
  choose(key);
}

function start() {
  listenToTabs();
  listenToList({ choose, step, moveStep, enlarge, undo: moves.undo });
  listenToDrag((key, before) => {
    moved(key, movedBefore(state.slides, key, before));
    reveal(key, true);
  });
  listenToLarge({ step, left: () => reveal(chosen, true) });
  byId("show-large").addEventListener("click", () => enlarge(chosen));
  byId("move-up").addEventListener("click", () => moveStep(chosen, -1));
  byId("move-down").addEventListener("click", () => moveStep(chosen, 1));
  searchAgain = listenToSearch(slidesOf, choose);
  byId("tab-changes").addEventListener("opened", () => showChanges(slidesOf, choose));
  listen({ changed: refresh, lost: () => tellLost(state), found: () => (tellFound(), refresh()) });
}

start();
