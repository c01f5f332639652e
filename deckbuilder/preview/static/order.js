// The order of slides, as pure functions. Slides that cannot be moved follow the one before them.

/** Return slides in groups that move together; a group without a movable slide stands first and stays there. */
export function groups(slides) {
  const made = [];
  for (const slide of slides) {
    if (slide.movable || made.length === 0) made.push([slide]);
    else made.at(-1).push(slide);
  }
  return made;
}

const movable = (group) => group[0].movable;
const numbered = (slides) => slides.map((slide, index) => ({ ...slide, number: index + 1 }));

/** The ids that are sent to the server. */
export const movableIds = (slides) => slides.filter((slide) => slide.movable).map((slide) => slide.id);

/** Return slides with the group of `key` moved to before the group of `before` (null: last). */
export function movedBefore(slides, key, before) {
  const all = groups(slides);
  const moving = all.find((group) => movable(group) && group[0].key === key);
  if (!moving || key === before) return slides;
  const rest = all.filter((group) => group !== moving);
  const at = before === null ? rest.length : rest.findIndex((group) => group[0].key === before);
  rest.splice(at < 0 ? rest.length : at, 0, moving);
  return numbered(rest.flat());
}

/** Return slides with the group of `key` moved one group up (-1) or down (1). */
export function movedStep(slides, key, step) {
  const all = groups(slides).filter(movable);
  const at = all.findIndex((group) => group[0].key === key);
  const next = at + step;
  if (at < 0 || next < 0 || next >= all.length) return slides;
  const before = step < 0 ? all[next] : all[next + 1];
  return movedBefore(slides, key, before ? before[0].key : null);
}

/** Return slides in the order of `ids`, or null when they are not the slides that can be moved. */
export function ordered(slides, ids) {
  const all = groups(slides);
  const byId = new Map(all.filter(movable).map((group) => [group[0].id, group]));
  if (byId.size !== ids.length || !ids.every((id) => byId.has(id))) return null;
  const fixed = all.filter((group) => !movable(group));
  return numbered([...fixed, ...ids.map((id) => byId.get(id))].flat());
}
