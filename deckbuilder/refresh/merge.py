"""Merges a newly generated deck into the one that people have edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from deckbuilder.errors import DeckbuilderError, did_you_mean
from deckbuilder.refresh.adding import add_slide
from deckbuilder.refresh.content import fingerprint
from deckbuilder.refresh.copies import stale_copies
from deckbuilder.refresh.identity import PRESENTATION, slide_parts, views
from deckbuilder.refresh.layouts import merge_layout
from deckbuilder.refresh.links import unlink
from deckbuilder.refresh.notes import merge_notes
from deckbuilder.refresh.order import merged_order
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.removal import is_untouched, mark_removed, unmark
from deckbuilder.refresh.report import Event, Events
from deckbuilder.refresh.sections import Wanted, names_of
from deckbuilder.refresh.shapes import merge_slide
from deckbuilder.refresh.slide_list import section_of, write_order
from deckbuilder.refresh.three import Three

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from deckbuilder.refresh.identity import SlideView

Take = Literal["", "data", "deck"]


class UnknownSlideError(DeckbuilderError):
    """A slide or shape that is to come back is none of the report's."""

    code = "DB708"


@dataclass(frozen=True)
class Merged:
    """A merged deck and what the merge did, in slide order."""

    content: bytes
    events: tuple[Event, ...]


@dataclass
class _Merge:
    """A merge under way."""

    parts: Three[Parts]
    views: Three[list[SlideView]]
    take: Take
    restore: Collection[str]
    events: list[Event]

    def by_id(self) -> Three[Mapping[str, SlideView]]:
        """Return the slides by id; of copies the first."""
        base, theirs, ours = ({view.id: view for view in reversed(found) if view.id} for found in self.views)
        return Three(base, theirs, ours)


def merge(base: bytes, theirs: bytes, ours: bytes, take: Take = "", restore: Collection[str] = ()) -> Merged:
    """Return the deck with the new data in it and people's edits kept.

    `base` is what was generated last (pictures may be digests), `theirs` the deck as it stands, `ours` what is
    generated now. `restore` are the ids of deleted slides, and the names of deleted shapes (`utfall/table`), to bring
    back. When neither data nor these ask for anything, the bytes are those of `theirs`. Raise NotADeckError for a file
    that is no deck, and UnknownSlideError when `restore` has what the report has not.
    """
    parts = Three(Parts.of(base), Parts.of(theirs), Parts.of(ours))
    there, shown = parts.theirs.reachable(), slide_parts(parts.theirs)
    before = views(parts.base)
    merging = _Merge(parts, Three(before, views(parts.theirs, before), views(parts.ours)), take, restore, [])
    _refuse_unknown(merging)
    for view in merging.views.theirs:
        _merge_known(view, merging)
    merging.events.extend(stale_copies(merging.views, parts))
    _place_slides(merging)
    unlink(parts.theirs, set(shown) - set(slide_parts(parts.theirs)))
    for orphan in there - parts.theirs.reachable():
        parts.theirs.drop(orphan)
    return Merged(parts.theirs.content(), tuple(merging.events))


def _refuse_unknown(merging: _Merge) -> None:
    ours = merging.views.ours
    known = [view.id for view in ours] + [f"{view.id}/{block}" for view in ours for block in view.shapes]
    for name in merging.restore:
        if name not in known:
            near = did_you_mean(name, known)
            raise UnknownSlideError(f"--restore: '{name}' finns inte i rapporten.{near} Skriv en bilds id ur config.")


def _merge_known(theirs: SlideView, merging: _Merge) -> None:
    """Merge one slide of the deck, if the data still has it; one that the base lacks is compared with nothing."""
    slides, parts = merging.by_id(), merging.parts
    ours = slides.ours.get(theirs.id)
    if ours is None:
        return
    if theirs.id in slides.base and _is_as_it_was(Three(slides.base[theirs.id], theirs, ours), parts):
        return
    events = Events(theirs.id, merging.take, blind=theirs.id not in slides.base)
    three = Three(slides.base.get(theirs.id, ours), theirs, ours)
    if events.blind:
        parts = Three(parts.ours, parts.theirs, parts.ours)
    unmark(theirs, parts.theirs)
    merge_layout(three, parts, events)
    merge_slide(three, parts, events, merging.restore)
    merge_notes(three, parts, events)
    merging.events.extend(events.found)


def _is_as_it_was(slides: Three[SlideView], parts: Three[Parts]) -> bool:
    """Tell whether neither the data nor people have changed a slide in any way, so that there is nothing to do."""
    base, theirs, ours = (fingerprint(own, view.part) for own, view in zip(parts, slides, strict=True))
    return base == theirs == ours


def _place_slides(merging: _Merge) -> None:
    """Add what is new, take out what is gone, and order the slides."""
    slides, events = merging.by_id(), merging.events
    names = _names(merging.views.theirs)
    deleted = [view for view in merging.views.ours if _is_deleted(view.id, slides, merging.restore)]
    events.extend(_deleted(view, merging) for view in deleted)
    wanted = [view.id for view in merging.views.ours if view not in deleted]
    added = {view.id: view for view in merging.views.ours if view.id in wanted and view.id not in slides.theirs}
    new_parts = {id_: add_slide(view, merging.parts) for id_, view in added.items()}
    events.extend(Event("added", id_, data=view.title) for id_, view in added.items())
    kept = [name for name, view in names.items() if not _is_gone(view, merging)]
    order = merged_order([view.id for view in merging.views.base], kept, wanted)
    part_of = {name: view.part for name, view in names.items()} | new_parts
    write_order(merging.parts.theirs, [part_of[name] for name in order], _sections(merging, new_parts))


def _deleted(ours: SlideView, merging: _Merge) -> Event:
    """Return the event of a slide that is not in the deck, or that may be one of those that cannot be told apart."""
    base = merging.by_id().base.get(ours.id)
    titles = enumerate((view.title if not view.id else "" for view in merging.views.theirs), start=1)
    alike = [str(number) for number, title in titles if base is not None and title and title == base.title]
    if alike:
        return Event("unclear", ours.id, what=f"kan vara bild {' eller '.join(alike)}", data=ours.title)
    return Event("kept", ours.id, what="borttagen", data=ours.title)


def _is_deleted(id_: str, slides: Three[Mapping[str, SlideView]], restore: Collection[str]) -> bool:
    """Tell whether people have deleted a slide, or that which it continues, and it is not to come back."""
    first = id_.partition("~")[0]
    gone = any(one in slides.base and one not in slides.theirs for one in (id_, first))
    return gone and id_ not in slides.theirs and id_ not in restore and first not in restore


def _sections(merging: _Merge, new_parts: Mapping[str, str]) -> Wanted:
    """Return where new slides go, and those that the data has moved to another section and people have not."""
    parts, slides = merging.parts, merging.by_id()
    before, there, now = (section_of(own) for own in parts)
    homes = {part: now.get(slides.ours[id_].part, "") for id_, part in new_parts.items()}
    for view in merging.views.theirs:
        if view.id in slides.base and view.id in slides.ours:
            was, data = before.get(slides.base[view.id].part, ""), now.get(slides.ours[view.id].part, "")
            if was != data and there.get(view.part, "") == was:
                homes[view.part] = data
    names = [names_of(own.tree(PRESENTATION)) for own in parts]
    new = [section for name, section in names[2].items() if name not in names[0] and name not in names[1]]
    return Wanted(homes, new, frozenset(names[0].keys() - names[2].keys()))


def _names(found: Sequence[SlideView]) -> dict[str, SlideView]:
    """Return the deck's slides by name: their id, and for people's own and for copies the part."""
    count: Counter[str] = Counter()
    names = {}
    for view in found:
        count[view.id] += 1
        names[view.id if view.id and count[view.id] == 1 else view.part] = view
    return names


def _is_gone(theirs: SlideView, merging: _Merge) -> bool:
    """Tell whether a slide goes since the report no longer has it; one that people have edited is kept and marked."""
    slides = merging.by_id()
    base = slides.base.get(theirs.id)
    if base is None or theirs.id in slides.ours:
        return False
    is_copied = sum(view.id == theirs.id for view in merging.views.theirs) > 1  # a copy is people's doing
    if not is_copied and is_untouched(base, theirs, merging.parts):
        merging.events.append(Event("removed", theirs.id, was=theirs.title))
        return True
    mark_removed(theirs, merging.parts.theirs)
    merging.events.append(Event("kept", theirs.id, what="finns inte längre i underlaget", deck=theirs.title))
    return False
