// The preview page: holds the latest state, the chosen slide and an order that is on its way to the YAML.

import { getState, listen, sendOrder } from "./api.js";
import { showChanges } from "./changes.js";
import { byId } from "./dom.js";
import { listenToDrag } from "./drag.js";
import { listenToSearch } from "./figures.js";
import { listenToLarge, openLarge, showLarge } from "./large.js";
import { listenToList, reveal, showList } from "./list.js";
import { announce, closeToast, tellFound, tellLost, toast } from "./notices.js";
import { movableIds, movedBefore, movedStep, ordered } from "./order.js";
import { showProblems } from "./problems.js";
import { showSlide } from "./slide.js";
import { remember } from "./stage.js";
import { listenToTabs, openTab } from "./tabs.js";
import { showBanner, showTop } from "./top.js";
import { status } from "./words.js";

const PATIENCE = 10000; // ms that an order of ours stands before the server's is believed again

let state = null;
let chosen = decodeURIComponent(location.hash.slice(1));
let pending = null; // {ids, until}: an order that was sent and is not yet in the state
let undone = null; // the order before the latest move
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

/** Take in a state; an order that is on its way stays as people see it until the server has it. */
function receive(next) {
  const before = state;
  remember(next);
  if (pending) {
    const slides = ordered(next.slides, pending.ids);
    const arrived = movableIds(next.slides).join("\n") === pending.ids.join("\n");
    if (!slides || arrived || Date.now() > pending.until) pending = null;
    else next = { ...next, slides };
  }
  state = next;
  keepChosen(before);
  show();
  if (!before && chosen) reveal(chosen, false);
  if (state.status === "broken" && !state.slides.length && before?.status !== "broken") openTab(byId("tab-problems"));
  if (status(state) !== said) announce((said = status(state)));
  if (before && state.status !== "building") {
    searchAgain();
    if (!byId("panel-changes").hidden) showChanges(slidesOf, choose);
  }
}

let asking = false;
let askAgain = false;

/** Fetch the state, once at a time; a change meanwhile is fetched after. */
async function refresh() {
  if (asking) return void (askAgain = true);
  asking = true;
  try {
    receive(await getState());
  } catch (fault) {
    if (!(fault instanceof TypeError)) console.error(fault); // a TypeError is fetch's: the server is gone, which is told
  }
  asking = false;
  if (askAgain) {
    askAgain = false;
    refresh();
  }
}

/** Show slides in a new order at once, and ask for it; take it back if it is refused. */
async function reorder(slides, sentence, undoable) {
  const before = movableIds(state.slides);
  const ids = movableIds(slides);
  if (ids.join("\n") === before.join("\n")) return;
  const { version } = state;
  pending = { ids, until: Date.now() + PATIENCE };
  state = { ...state, slides };
  show();
  reveal(chosen, false);
  closeToast();
  const refused = await sendOrder(ids, version);
  if (refused) {
    pending = null;
    state = { ...state, slides: ordered(state.slides, before) ?? state.slides };
    show();
    toast(refused);
    refresh();
  } else {
    undone = undoable ? before : null;
    toast(sentence, undoable ? undo : null);
  }
}

function undo() {
  const slides = undone && ordered(state.slides, undone);
  undone = null;
  if (slides) reorder(slides, "Flytten är ångrad.", false);
}

function moved(key, slides) {
  chosen = key;
  const at = slides.findIndex((slide) => slide.key === key);
  if (slides === state.slides) {
    const slide = slides[at];
    announce(slide.movable ? "Bilden kan inte flyttas längre åt det hållet." : "Bilden kan inte flyttas för sig. Den följer bilden före.");
    return show();
  }
  return reorder(slides, `Bilden är flyttad till plats ${at + 1} av ${slides.length}.`, true);
}

const moveStep = (key, by) => moved(key, movedStep(state.slides, key, by));

function enlarge(key) {
  openLarge();
  choose(key);
}

function start() {
  listenToTabs();
  listenToList({ choose, step, moveStep, enlarge, undo });
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
  listen({ changed: refresh, lost: () => tellLost(state?.period ?? ""), found: () => (tellFound(), refresh()) });
}

start();
