// The top of the page: which report, how it is, and what stands in the way.

import { byId, el, renew, setText } from "./dom.js";
import { badge } from "./icons.js";
import { count, tally } from "./words.js";

const isError = (problem) => problem.kind === "error";

function counters(state) {
  const told = [];
  if (state.status === "building") told.push(["building", state.slides.length ? "Bygger …" : "Bygger rapporten …"]);
  else if (state.status === "broken") told.push(["error", `Fel som hindrar bygget: ${state.problems.filter(isError).length}`]);
  else told.push(["ready", "Klar"]);
  if (state.slides.length) told.push(["plain", count(state.slides.length, "bild", "bilder")]);
  for (const { kind, words } of tally(state.problems)) if (kind !== "error" || state.status !== "broken") told.push([kind, words]);
  const { conflicts, kept } = state.merge;
  if (conflicts) told.push(["conflict", count(conflicts, "krock med en handändring", "krockar med handändringar")]);
  if (kept) told.push(["own", count(kept, "handändring står kvar", "handändringar står kvar")]);
  return told;
}

/** Show title, period, state and counters. */
export function showTop(state) {
  setText(byId("report"), state.title || state.report);
  setText(byId("period"), state.period_name);
  document.title = `${state.title || state.report}, ${state.period_name}: förhandsvisning`;
  renew(byId("counters"), counters(state), (told) =>
    told.map(([name, words]) => (name === "plain" ? el("li", { class: "badge" }, words) : badge(name, words, "li"))),
  );
}

function banner(state) {
  if (state.status === "building" && !state.slides.length)
    return ["Rapporten byggs för första gången", "Det tar några sekunder. Bilderna visas här så snart de är ritade."];
  if (state.status === "broken") {
    const drawn = state.slides.some((slide) => slide.picture);
    const rest = drawn ? "Bilderna visar rapporten som den var när den senast gick att bygga." : "Inga bilder är ritade än.";
    return ["Rapporten går inte att bygga just nu", `${rest} Rätta felen och spara, så byggs den igen av sig själv.`, "Visa felen"];
  }
  if (!state.slides.length)
    return ["Rapporten har inga bilder", `Lägg till bilder under slides: i config/${state.report}.yaml och spara.`];
  if (!state.pictures.available) return ["Bilderna visas som text och tabeller", state.pictures.message];
  return [];
}

/** Show what people must know before they look at the slides, if anything. */
export function showBanner(state, showErrors) {
  const told = banner(state);
  byId("banner").classList.toggle("broken", state.status === "broken");
  byId("banner").classList.toggle("alone", !state.slides.length && state.status !== "broken");
  renew(byId("banner"), told, ([heading, sentence, button]) =>
    heading
      ? [
          el("div", {}, el("h2", {}, heading), el("p", {}, sentence)),
          ...(button ? [el("button", { type: "button", onclick: showErrors }, button)] : []),
        ]
      : [],
  );
}
