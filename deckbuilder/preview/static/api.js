// What the page asks of its server. All addresses are below the page's own, which holds the token.

/** The server's own sentence on why there is no answer. */
export class Refusal extends Error {}

async function asked(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (answer.ok) return answer.json();
  const { message } = await answer.json().catch(() => ({}));
  throw new Refusal(message || "Det gick inte att hämta det här just nu.");
}

/** Return what to tell people when something could not be fetched. */
export const reason = (fault) => (fault instanceof Refusal ? fault.message : "Förhandsvisningen svarar inte.");

export const pictureOf = (digest) => `picture/${digest}.png`;
export const getState = () => asked("state");
export const getChanges = () => asked("changes");
export const getFigure = (id) => asked(`figure/${encodeURIComponent(id)}`);
export const findFigures = (words, all) => asked(`figures?q=${encodeURIComponent(words)}&all=${all ? 1 : 0}`);

/** Ask for a new order of slides; return "" when it is written, else the reason why not. */
export async function sendOrder(slides, version) {
  try {
    const answer = await fetch("order", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ slides, version }),
    });
    if (answer.ok) return "";
    const told = await answer.json().catch(() => ({}));
    return told.message || "Ordningen kunde inte sparas. Försök igen.";
  } catch {
    return "Ordningen kunde inte sparas, eftersom förhandsvisningen är avslutad.";
  }
}

/** Listen for new states, and tell when the server is gone and when it is back. */
export function listen({ changed, lost, found }) {
  let gone = 0;
  const connect = () => {
    const events = new EventSource("events");
    events.addEventListener("state", changed);
    events.addEventListener("open", () => {
      clearTimeout(gone);
      gone = 0;
      found();
    });
    events.addEventListener("error", () => {
      events.close();
      gone ||= setTimeout(lost, 1500);
      setTimeout(connect, 2000);
    });
  };
  connect();
}
