// How a figure came about, down to the cells, as `deckbuilder figures` tells it.

import { getFigure, reason } from "./api.js";
import { byId, setText } from "./dom.js";

const dialog = byId("origin");
let shown = null;

async function tell() {
  const figure = shown;
  const told = await getFigure(figure.id).then(({ lines }) => lines.join("\n"), reason);
  if (figure === shown) setText(dialog.querySelector("pre"), told);
}

/** Open the window that tells how a figure came about. */
export function openOrigin(figure) {
  shown = figure;
  setText(byId("origin-heading"), `Så räknades ${figure.label}`);
  setText(dialog.querySelector("pre"), "Hämtar …");
  dialog.showModal();
  tell();
}

/** Tell it again, when the report has been built anew behind it. */
export function renewOrigin() {
  if (dialog.open) tell();
}

dialog.querySelector("button").addEventListener("click", () => dialog.close());
