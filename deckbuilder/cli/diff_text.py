"""A comparison as text: the figures slide by slide, late corrections, statuses, rows and slides."""

from __future__ import annotations

import shutil
import textwrap
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from deckbuilder.cli.running import counted
from deckbuilder.errors import listed
from deckbuilder.value import SHAPES, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckbuilder.comparing import Compared, Side
    from deckbuilder.figures.figure import Figure
    from deckbuilder.records.comparison import Change, Comparison
    from deckbuilder.records.record import RecordedSlide
    from deckbuilder.records.rows import RowOfFigures

_MOST = 10
_WIDEST = 120
_NARROWEST = 40
_INDENT = "  "
_VERDICTS = {"good": "bättre", "bad": "sämre", "": ""}


class Line(NamedTuple):
    """A line before it is fitted to a window: what stands first in it, and in those that it becomes."""

    first: str
    rest: str
    words: str


_BLANK = Line("", "", "")


def as_text(found: Compared, *, every: bool, width: int | None = None) -> Iterator[str]:
    """Yield the lines; without `every` no more than ten figures of a slide, those in its sentences first.

    They fit the window, or `width` signs; 0 is as wide as they are, each value below its name.
    """
    width = _window() if width is None else width
    for line in _told(found, width, every=every):
        yield from _fitted(line, width) if width and line.words else (f"{line.first}{line.words}",)


def _told(found: Compared, width: int, *, every: bool) -> Iterator[Line]:
    comparison = found.comparison
    yield _paragraph("Före:  ", _side(found.before, found.before.record.report != found.after.record.report))
    yield _paragraph("Efter: ", _side(found.after, found.before.record.report != found.after.record.report))
    for side in (found.before, found.after):
        yield from [_paragraph("Obs: ", side.note)] if side.note else []
    yield from _names(found.before, found.after) if comparison.changes else ()
    corrections = [change for change in comparison.changes if change.is_correction]
    yield from _section("Rättat i efterhand", _changes(corrections, comparison, width))
    others = [change for change in comparison.changes if not change.is_correction]
    yield from _by_slide(others, comparison, width, every=every)
    yield from _section("Statusar som har flyttats", _changes(comparison.statuses, comparison, width))
    yield from _section("Nytt på bilderna", _rows(comparison.new))
    yield from _section("Borta från bilderna", _rows(comparison.gone))
    yield from _section("Bilder", _slides(comparison))
    yield from (_BLANK, _line(_summary(comparison), ""))


def _side(side: Side, named: bool) -> str:  # noqa: FBT001 -- whether the report must be named
    name = f"{side.record.report}, " if named else ""
    where = f"som rapporten byggdes ({side.origin})" if side.is_built else f"vad underlaget i {side.origin} säger nu"
    return f"{name}{side.record.period.name}, {where}"


def _names(before: Side, after: Side) -> list[Line]:
    """Say what `juli, utfall: 80 → 85` means when the 80 is June's."""
    was, now = before.record.period.name, after.record.period.name
    if was == now:
        return []
    return [_paragraph("Namn:  ", f"som i {now}. Före pilen står motsvarande siffra i {was}.")]


def _section(heading: str, lines: Iterable[Line]) -> Iterator[Line]:
    if found := list(lines):
        yield from (_BLANK, _line(heading, ""), *found)


def _by_slide(changes: Sequence[Change], comparison: Comparison, width: int, *, every: bool) -> Iterator[Line]:
    """Yield the changes under the first slide that shows each, in slide order."""
    under: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        under[change.slides[0].id if change.slides else ""].append(change)
    for slide in comparison.after.slides:
        own = sorted(under[slide.id], key=lambda change: change.after.id not in slide.told)
        shown = own if every else own[:_MOST]
        left = len(own) - len(shown)
        more = [_line(f"och {left} till (--all visar alla)", _INDENT)] if left else []
        yield from _section(f"{slide.id}: {slide.title}", [*_changes(shown, comparison, width, slide.id), *more])


def _changes(changes: Sequence[Change], comparison: Comparison, width: int, slide: str = "") -> Iterator[Line]:
    """Yield `label: before → after (change) [slides]`, the values aligned where `width` has room, else below.

    The slides are all that show the figure but the one that the changes stand under.
    """
    labels = [f"{change.after.label}:" for change in changes]
    values = [f"{_values(change, comparison)}{_others(change, slide)}" for change in changes]
    widest = max(map(len, labels), default=0)
    aligned = len(_INDENT) + widest + 1 + max(map(len, values), default=0) <= width
    for label, value in zip(labels, values, strict=True):
        if aligned:
            yield _line(f"{label:<{widest}} {value}", _INDENT)
        else:
            yield _line(label, _INDENT)
            yield _line(value, _INDENT * 2)


def _others(change: Change, slide: str) -> str:
    others = [one.id for one in change.slides if one.id != slide]
    return f" [{'även ' if slide else ''}{', '.join(others)}]" if others else ""


def _values(change: Change, comparison: Comparison) -> str:
    """Return `4,8 % → 5,5 % (+0,7 %-enheter, sämre)`, with the decimals that it takes to see a change."""
    decimals = change.telling_decimals()
    before = _written(change.before, comparison.before.money_label, decimals)
    after = _written(change.after, comparison.after.money_label, decimals)
    difference = ""
    if change.difference is not None:
        difference = _written(change.difference, comparison.after.money_label, decimals, sign=True)
    told = ", ".join(filter(None, (difference, _VERDICTS[change.verdict])))
    return f"{before} → {after}" + (f" ({told})" if told else "")


def _written(figure: Figure, money_label: str, decimals: int | None, *, sign: bool = False) -> str:
    value = figure.value
    if value is None:
        return "saknas"
    if isinstance(value, Status):
        return f"{SHAPES[value.level]} {value}"
    shown = figure if decimals is None else figure.as_shown(figure.unit, decimals, figure.better)
    return shown.written(money_label, sign=sign)


def _rows(rows: Iterable[RowOfFigures]) -> Iterator[Line]:
    for row in rows:
        yield _line(f"{row.label} ({listed(slide.id for slide in row.slides)})", _INDENT)


def _slides(comparison: Comparison) -> Iterator[Line]:
    with_figures = {slide.id for change in (*comparison.changes, *comparison.statuses) for slide in change.slides}
    otherwise = [slide for slide in comparison.changed_slides if slide.id not in with_figures]
    kinds: tuple[tuple[str, Sequence[RecordedSlide]], ...] = (
        ("Nya", comparison.new_slides),
        ("Borta", comparison.gone_slides),
        ("Flyttade", comparison.moved_slides),
        ("Andra ord, samma siffror", otherwise),
    )
    for heading, slides in kinds:
        if slides:
            yield _line(f"{heading}: {listed(slide.id for slide in slides)}", _INDENT)


def _summary(comparison: Comparison) -> str:
    if not any((comparison.changes, comparison.statuses, comparison.new, comparison.gone, *_slides(comparison))):
        return "Inget skiljer."
    corrected = sum(change.is_correction for change in comparison.changes)
    parts = [
        counted(len(comparison.changes), "ändrad siffra", "ändrade siffror"),
        f"varav {corrected} i efterhand" if corrected else "",
        counted(len(comparison.statuses), "flyttad status", "flyttade statusar"),
        counted(len(comparison.changed_slides), "ändrad bild", "ändrade bilder"),
    ]
    return ", ".join(filter(None, parts)) + "."


def _paragraph(first: str, words: str) -> Line:
    return Line(first, " " * len(first), words)


def _line(words: str, indent: str) -> Line:
    return Line(indent, f"{indent}{_INDENT}", words)


def _fitted(line: Line, width: int) -> list[str]:
    """Return the lines that a line becomes; ids, which have hyphens, are not divided."""
    wrapper = textwrap.TextWrapper(width, line.first, line.rest, break_on_hyphens=False, break_long_words=False)
    return wrapper.wrap(line.words)


def _window() -> int:
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
