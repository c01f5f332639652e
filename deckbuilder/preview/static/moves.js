// Moves of slides: shown at once, sent to the YAML one at a time, and taken back when they are refused.

import { sendOrder } from "./api.js";
import { closeToast, toast } from "./notices.js";
import { movableIds, ordered } from "./order.js";

const PATIENCE = 10000; // ms that a move stands before the server's order is believed again

let sent = null; // {ids, until}: the order that the server was asked for, until a state has it
let next = null; // the latest move after that one; it waits for the version that the first one gives
let undone = null; // the order before the latest move

const same = (one, other) => one.join("\n") === other.join("\n");

/** Return the moves of a page: `current()` is its state, `display(slides)` shows another order, `refresh()` asks anew. */
export function makeMoves({ current, display, refresh }) {
  async function send(move, version) {
    sent = { ids: move.ids, until: Date.now() + PATIENCE };
    const refused = await sendOrder(move.ids, version);
    if (refused) {
      sent = next = null;
      display(ordered(current().slides, move.before) ?? current().slides);
      toast(refused);
      refresh();
    } else {
      undone = move.undoable ? move.before : null;
      toast(move.sentence, move.undoable ? undo : null);
    }
  }

  /** Move slides to a new order, and say so with a sentence once it is written. */
  function move(slides, sentence, undoable = true) {
    const [before, ids] = [movableIds(current().slides), movableIds(slides)];
    if (same(before, ids)) return;
    display(slides);
    closeToast();
    const moving = { ids, before, sentence, undoable };
    if (sent) next = moving;
    else send(moving, current().version);
  }

  function undo() {
    const slides = undone && ordered(current().slides, undone);
    undone = null;
    if (slides) move(slides, "Flytten är ångrad.", false);
  }

  /** Return a state as people should see it: in the order that is on its way, if there is one. */
  function overlaid(state) {
    if (!sent) return state;
    const arrived = same(movableIds(state.slides), sent.ids);
    const slides = ordered(state.slides, (next ?? sent).ids);
    if (!slides || (!arrived && Date.now() > sent.until)) {
      sent = next = null;
      return state;
    }
    if (arrived) {
      const waiting = next;
      sent = next = null;
      if (waiting) send(waiting, state.version);
    }
    return { ...state, slides };
  }

  return { move, undo, overlaid };
}
