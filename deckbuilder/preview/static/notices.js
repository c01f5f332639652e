// What is told: to screen readers, in the message at the bottom, and when the server is gone.

import { byId, setText } from "./dom.js";

const USUAL = "manadsrapport"; // the report that commands take when none is named

/** Say a sentence politely to screen readers. */
export function announce(sentence) {
  const live = byId("live");
  live.textContent = "";
  setTimeout(() => setText(live, sentence), 50); // an emptied region is read again even when the sentence is the same
}

/** Show a message at the bottom until it is closed or replaced; with `undo` it can be undone. */
export function toast(sentence, undo = null) {
  const box = byId("toast");
  setText(box.querySelector("p"), sentence);
  const button = box.querySelector("[data-undo]");
  button.hidden = undo === null;
  button.onclick = () => {
    closeToast();
    undo();
  };
  box.querySelector("[data-close]").onclick = closeToast;
  box.hidden = false;
  announce(undo ? `${sentence} Ctrl+Z i listan ångrar.` : sentence);
}

export function closeToast() {
  const box = byId("toast");
  if (box.contains(document.activeElement)) byId("list").querySelector("[tabindex='0']")?.focus();
  box.hidden = true;
}

/** Tell that the server is gone, with the command that starts it for the report of a state. */
export function tellLost(state) {
  const line = byId("lost");
  const command = document.createElement("code");
  const named = !state || state.report === USUAL ? "" : ` --report ${state.report}`;
  command.textContent = `deckbuilder preview ${state?.period ?? "PERIOD"}${named}`;
  line.replaceChildren("Förhandsvisningen är avslutad. Starta den igen med ", command, " och öppna adressen som skrivs ut.");
  line.hidden = false;
  announce(line.textContent);
}

export function tellFound() {
  byId("lost").hidden = true;
}
