// The page's Swedish sentences that depend on numbers and states.

const KINDS = { error: ["fel", "fel"], warning: ["varning", "varningar"], hint: ["tips", "tips"] };
export const KIND_NAMES = { error: "Fel", warning: "Varning", hint: "Tips" };

/** "1 bild", "3 bilder". */
export const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** How many there are of each kind of problem: [{kind, words}], the worst first. */
export function tally(problems) {
  return Object.entries(KINDS)
    .map(([kind, [one, many]]) => [kind, problems.filter((problem) => problem.kind === kind).length, one, many])
    .filter(([, number]) => number > 0)
    .map(([kind, number, one, many]) => ({ kind, words: count(number, one, many) }));
}

/** The state of the report in one sentence, for the eye and for screen readers. */
export function status(state) {
  const found = tally(state.problems).map(({ words }) => words);
  if (state.status === "building") return state.slides.length ? "Bygger …" : "Bygger rapporten …";
  if (state.status === "broken") return `Fel som hindrar bygget. ${found.join(", ")}.`;
  return ["Klar: " + count(state.slides.length, "bild", "bilder"), ...found].join(", ");
}

/** What a slide is marked with, in words. */
export function marks(slide) {
  const marked = [];
  if (slide.hidden) marked.push(["hidden", "Dold"]);
  if (slide.own) marked.push(["own", "Egen bild"]);
  else if (!slide.movable && slide.key.includes("~")) marked.push(["continued", "Fortsättning"]);
  return marked;
}

/** Whether the slides come from a build, or from the YAML alone because nothing could be built. */
export const isBuilt = (state) => state.status !== "broken" || state.slides.some((slide) => slide.figures.length || slide.picture);
