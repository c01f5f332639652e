// Small helpers over the DOM. Text is always set as text, never as markup.

/** Return an element with attributes and children; strings among the children become text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null && child !== ""));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Set a node's text unless it is that already, so that a selection in it stays. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Replace a node's children when `data` differs from what they were made of; tell whether it did. */
export function renew(node, data, make) {
  const made = JSON.stringify(data);
  if (renewed.get(node) === made) return false;
  renewed.set(node, made);
  node.replaceChildren(...[make(data)].flat());
  return true;
}
const renewed = new WeakMap();

/** Give `parent` one child per item, in their order; children of known keys are kept, moved and updated. */
export function keyed(parent, items, { key, create, update }) {
  const old = known.get(parent) ?? new Map();
  const nodes = new Map();
  for (const item of items) nodes.set(key(item), old.get(key(item)) ?? create(item));
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  for (const [name, node] of old) if (!nodes.has(name)) node.remove();
  let place = parent.firstChild;
  for (const node of nodes.values()) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
  known.set(parent, nodes);
  for (const item of items) update(nodes.get(key(item)), item);
}
const known = new WeakMap();

/** Return a function that runs `action` when it has not been called for `wait` ms. */
export function debounced(action, wait) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), wait);
  };
}
