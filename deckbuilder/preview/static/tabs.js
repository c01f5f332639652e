// The panel's tabs: arrow keys change tab, Tab goes into its panel.

import { byId } from "./dom.js";

const tabs = [...byId("tabs").children];

/** Show the panel of a tab. */
export function openTab(tab) {
  for (const other of tabs) {
    const open = other === tab;
    other.setAttribute("aria-selected", String(open));
    other.tabIndex = open ? 0 : -1;
    byId(other.getAttribute("aria-controls")).hidden = !open;
  }
  tab.dispatchEvent(new Event("opened"));
}

/** Listen to clicks and keys on the tabs. */
export function listenToTabs() {
  for (const tab of tabs) tab.addEventListener("click", () => openTab(tab));
  byId("tabs").addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    openTab(tab);
    tab.focus();
  });
}
