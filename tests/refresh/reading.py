"""What a deck says, shape by shape, whatever it looks like; and whether a file is whole."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pptx import Presentation

from deckbuilder.refresh.base import digest
from deckbuilder.refresh.identity import PRESENTATION, name_of, properties_of, slide_parts, views
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.runs import paragraph_text
from deckbuilder.refresh.xml import A, C, P, R, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckbuilder.refresh.report import Event

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SHAPES = ("sp", "graphicFrame", "pic", "grpSp", "cxnSp")
NOTES = "anteckningar"
Facts = dict[tuple[str, str], "Counter[str]"]
"""What is said, by slide's part and shape's name."""


def shapes(root: Any) -> Iterator[Any]:
    """Yield the shapes of a slide, those in groups too."""
    return (one for one in root.iter() if local(one) in SHAPES)


def slide(deck: Parts, id_: str) -> str:
    """Return the part of the first slide that is ours under an id."""
    return next(view.part for view in views(deck) if view.id == id_)


def shape(deck: Parts, name: str) -> Any:
    """Return the shape of a name (`utfall/table`), on the slide that it is made for; None when it is not there."""
    found = (one for one in shapes(deck.tree(slide(deck, name.partition("/")[0]))) if name_of(one) == name)
    return next(found, None)


def lines(element: Any) -> list[str]:
    """Return the paragraphs of an element."""
    return [paragraph_text(one) for one in element.iter(f"{{{A}}}p")]


def words(element: Any) -> str:
    """Return an element's text, a line per paragraph."""
    return "\n".join(lines(element))


def chart_of(deck: Parts, part: str, frame: Any) -> str:
    """Return the chart's part of a graphic frame; "" when it shows none."""
    found = next(frame.iter(f"{{{C}}}chart"), None)
    return "" if found is None else target(deck, part, found.get(f"{{{R}}}id"))


def target(deck: Parts, part: str, id_: str) -> str:
    """Return the part that a relationship points at."""
    return next(one.target for one in deck.relations(part) if one.id == id_)


def notes_of(deck: Parts, part: str) -> Any:
    """Return the text body of a slide's notes; None when it has none."""
    pages = deck.related(part, "notesSlide")
    found = [one for one in shapes(deck.tree(pages[0])) if one.find(f".//{{{P}}}ph[@type='body']") is not None]
    return found[0].find(f"{{{P}}}txBody") if found else None


def facts(deck: Parts) -> Facts:
    """Return what every shape of ours says: paragraphs, cells by row and column, points by series, pictures."""
    found: Facts = {}
    for part in slide_parts(deck):
        for one in shapes(deck.tree(part)):
            if "/" in name_of(one) and local(one) != "grpSp":
                found.setdefault((part, name_of(one)), Counter()).update(_said(deck, part, one))
        if deck.related(part, "notesSlide") and (body := notes_of(deck, part)) is not None:
            found[part, NOTES] = Counter(filter(None, lines(body)))
    return found


def _said(deck: Parts, part: str, one: Any) -> Iterator[str]:
    table, chart = next(one.iter(f"{{{A}}}tbl"), None), chart_of(deck, part, one)
    if table is not None:
        yield from _cells(table)
    elif chart:
        yield from _points(deck.tree(chart))
    elif local(one) == "pic":
        yield digest(deck, target(deck, part, next(one.iter(f"{{{A}}}blip")).get(f"{{{R}}}embed")))
    else:
        yield from filter(None, lines(one))


def _cells(table: Any) -> Iterator[str]:
    rows = [[lines(cell) for cell in row.iter(f"{{{A}}}tc")] for row in table.iter(f"{{{A}}}tr")]
    for row in rows[1:]:
        for head, cell in zip(rows[0][1:], row[1:], strict=True):
            yield from (f"{row[0][0]}, {head[0]}: {text}" for text in cell)


def _points(chart: Any) -> Iterator[str]:
    for series in chart.iter(f"{{{C}}}ser"):
        name = series.findtext(f"{{{C}}}tx//{{{C}}}v")
        names, values = ([*series.iterfind(f"{{{C}}}{tag}//{{{C}}}pt")] for tag in ("cat", "val"))
        labels = {one.get("idx"): one.findtext(f"{{{C}}}v") for one in names}
        yield from (f"{name}, {labels.get(one.get('idx'))}: {float(one.findtext(f'{{{C}}}v'))}" for one in values)


def silent(base: Parts, merged: Parts, ours: Parts, events: Sequence[Event]) -> list[str]:
    """Return what the data has changed and the merged deck neither says nor is told of.

    A shape must say all that is new in the data and nothing that the data no longer says, or be named by an event.
    """
    before, now, ids = said_by_name(base), said_by_name(ours), _ids(merged)
    told = [one for one in events if one.kind in {"kept", "conflict", "unclear"}]
    found = []
    for (part, name), says in facts(merged).items():
        id_ = ids[part]
        key = (id_, name) if name == NOTES else (name.partition("/")[0], name)
        if key not in before or key not in now:
            continue
        new, gone = now[key] - before[key], before[key] - now[key]
        wrong = (new - says) + (says & gone)
        if wrong and not _told(id_, name, told):
            found.append(f"{part} {name}: {dict(wrong)}")
    return found + _absent(before, now, merged, told)


def _absent(before: Facts, now: Facts, merged: Parts, told: Sequence[Event]) -> list[str]:
    """Return the shapes with changed data that are not in the deck, and of which nothing is told."""
    there = said_by_name(merged)
    changed = [key for key in now if key not in there and now[key] and now[key] != before.get(key)]
    return [f"{name} saknas" for id_, name in changed if not _told(id_, name, told)]


def _told(id_: str, name: str, told: Sequence[Event]) -> bool:
    if name == NOTES:
        return any(one.slide == id_ and one.block in {"", "notes"} for one in told)
    block = name.partition("/")[2] if name.startswith(f"{id_}/") else name
    return any(one.slide == id_ and (not one.block or f"{block}/".startswith(f"{one.block}/")) for one in told)


def said_by_name(deck: Parts) -> Facts:
    """Return what every shape of ours says, by its slide's id and its name."""
    ids = _ids(deck)
    return {(ids[part], name): says for (part, name), says in facts(deck).items()}


def _ids(deck: Parts) -> dict[str, str]:
    """Return the slides' ids by their parts; people's own are told by their numbers."""
    return {view.part: view.id or f"bild {number}" for number, view in enumerate(views(deck), start=1)}


def broken(content: bytes) -> list[str]:
    """Return what is wrong with a file as a package and as a deck; nothing when it is whole."""
    Presentation(BytesIO(content))
    deck = Parts.of(content)
    wrong = [
        f"{name} has no content type" for name in deck.blobs if name != "[Content_Types].xml" and not _typed(deck, name)
    ]
    for name in ("", *(one for one in deck.blobs if not one.endswith(".rels"))):
        relations = deck.relations(name)
        wrong += [f"{name} → {one.target}" for one in relations if not one.external and one.target not in deck]
        wrong += [f"{name} has {id_} {n} times" for id_, n in Counter(one.id for one in relations).items() if n > 1]
        wrong += _loose(deck, name, {one.id for one in relations})
    wrong += [f"{name} is an orphan" for name in deck.blobs.keys() - deck.reachable() if _is_content(name)]
    root = deck.tree(PRESENTATION)
    numbers = [one.get("id") for one in root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")]
    wrong += [f"slide number {one}" for one, n in Counter(numbers).items() if n > 1]
    sections = [one.get("id") for one in root.iter(f"{{{P14}}}sldId")]
    if sections and sections != numbers:
        wrong.append(f"sections list {sections}, the deck {numbers}")
    for part in slide_parts(deck):
        ids = Counter(one.get("id") for one in deck.tree(part).iter(f"{{{P}}}cNvPr"))
        wrong += [f"{part}: shape number {one}" for one, n in ids.items() if n > 1]
    return wrong


def _typed(deck: Parts, name: str) -> bool:
    return bool(deck.content_type(name))


def _is_content(name: str) -> bool:
    return not name.endswith(".rels") and name != "[Content_Types].xml"


def _loose(deck: Parts, name: str, ids: set[str]) -> list[str]:
    """Return the relationships that a part's XML uses and does not have."""
    if not name.endswith(".xml"):
        return []
    used = {value for one in deck.tree(name).iter() for key, value in one.attrib.items() if key.startswith(f"{{{R}}}")}
    return [f"{name} uses {one}" for one in used - ids - {""}]


def order(deck: Parts) -> list[str]:
    """Return the slides' ids in order, people's own as their parts."""
    return [view.id or view.part for view in views(deck)]


def sections(deck: Parts) -> dict[str, list[str]]:
    """Return the slides' ids by section."""
    by_number = dict(zip(_numbers(deck), order(deck), strict=True))
    listed = deck.tree(PRESENTATION).iter(f"{{{P14}}}section")
    return {one.get("name"): [by_number[entry.get("id")] for entry in one.iter(f"{{{P14}}}sldId")] for one in listed}


def _numbers(deck: Parts) -> list[str]:
    return [one.get("id") for one in deck.tree(PRESENTATION).iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")]


def stands_before(names: Sequence[str], *expected: str) -> bool:
    """Tell whether names stand in an order, with others between them or not."""
    places = [names.index(one) for one in expected]
    return all(first < second for first, second in pairwise(places))


def free_number(root: Any) -> str:
    """Return a shape number that a slide does not use, as PowerPoint gives a new shape."""
    return str(max(int(properties_of(one).get("id")) for one in shapes(root)) + 1)
