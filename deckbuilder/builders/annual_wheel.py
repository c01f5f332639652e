"""A year's wheel: the months in a ring with the present one marked, and what goes on when, numbered and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from deckbuilder import swedish
from deckbuilder.compose.context import source_line
from deckbuilder.compose.drawing import words
from deckbuilder.compose.history import one_column
from deckbuilder.compose.wheel import MOST_RINGS, SIZE, Span, fill_of, rings, wheel
from deckbuilder.errors import SpecError, did_you_mean
from deckbuilder.page import DrawingBlock, Page, Shape
from deckbuilder.period import MONTHS
from deckbuilder.spec.report import SlideSpec
from deckbuilder.spec.validation import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.compose.context import Context
    from deckbuilder.figures.figure import FigureTable
    from deckbuilder.page import Area
    from deckbuilder.spec.document import Path

SUMMARY = "Ett årshjul: månaderna i en ring, och vad som pågår när, numrerat i ringar och i en lista."
EXAMPLE = """\
- type: annual_wheel
  id: arshjul
  title: Årets arbete med budget och uppföljning
  activities:
    - {title: Årsredovisning, from: januari, to: mars}
    - {title: Budget och regionplan, from: mars, to: juni}
    - {title: Delårsrapport, from: september, to: oktober}
"""
MOST = 14
_WHEEL: Area = (0, 0, 0.45, 1)
_LIST: Area = (0.5, 0, 0.5, 1)
_WIDE, _CHIP, _WHEN = 600.0, 38.0, 212.0
_TALLEST = 76.0


class Activity(Model):
    """Something that goes on in one month or several."""

    title: Annotated[str, Field(min_length=1)]
    """Vad som görs."""
    from_: Annotated[str | int, Field(alias="from")]
    """Första månaden: namn (mars) eller nummer (3)."""
    to: str | int | None = None
    """Sista månaden. Utan den en enda månad. En månad före den första är nästa år."""


class Options(SlideSpec):
    """Activities in the order that they start, from here or from figures with a row for each."""

    activities: tuple[Activity, ...] = ()
    """Aktiviteterna, högst fjorton."""
    figures: str | None = None
    """Siffrorna i config/sources.yaml, med en rad per aktivitet, i stället för 'activities'."""
    from_column: str = "Från"
    """Kolumnen med första månaden, när 'figures' används."""
    to_column: str = "Till"
    """Kolumnen med sista månaden, när 'figures' används."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur aktiviteterna."""


@dataclass(frozen=True)
class _Listed:
    """An activity with its months."""

    title: str
    span: Span

    def words(self, now: int) -> str:
        """Return the activity, and that it goes on now when it does."""
        return f"{self.title} (pågår)" if now in self.span.months else self.title


def compose(options: Options, context: Context) -> Page:
    """Return a page with wheel and list; raise SpecError for months that are none, or activities that are not there."""
    now = context.period.last_month
    tables: list[FigureTable] = []
    if options.figures is not None:
        tables.append(context.table(options.figures))
        found = _from_table(options, tables[0])
    else:
        found = [_from_yaml(one, ("activities", n)) for n, one in enumerate(options.activities)]
    key = "figures" if options.figures is not None else "activities"
    if not found:
        raise SpecError(
            ("id",), "Årshjulet har inga aktiviteter. Skriv dem i 'activities', eller hämta dem med 'figures'.", "DB416"
        )
    if len(found) > MOST:
        raise SpecError(
            (key,), f"Årshjulet har {len(found)} aktiviteter, men högst {MOST} går att läsa. Ta bort några.", "DB414"
        )
    if max(rings([one.span for one in found])) >= MOST_RINGS:
        sentence = f"Fler än {MOST_RINGS} aktiviteter pågår samtidigt och får inte plats. Dela hjulet på två bilder."
        raise SpecError((key,), sentence, "DB414")
    found.sort(key=lambda one: (one.span.first, len(one.span.months)))
    shapes = wheel([one.span for one in found], now, swedish.capital(context.period.name).replace(" ", "\n"))
    alt = options.alt or _alt(found, now)
    blocks = (
        DrawingBlock("wheel", "content", tuple(shapes), alt, (SIZE, SIZE), keep_shape=True, area=_WHEEL),
        _list(found, now),
    )
    source = source_line(options.source, *tables)
    return Page(options.id, "free", options.title, blocks, options.subtitle, source)


def _from_yaml(activity: Activity, path: Path) -> _Listed:
    first = _month(activity.from_, (*path, "from"))
    last = first if activity.to is None else _month(activity.to, (*path, "to"))
    return _Listed(activity.title, Span(first, last))


def _from_table(options: Options, table: FigureTable) -> list[_Listed]:
    first = one_column(table, options.from_column, "from_column").key
    last = one_column(table, options.to_column, "to_column").key
    found = []
    for row in table.rows:
        starts, ends = (table.figure(row.key, key) for key in (first, last))
        where = ("figures",)
        start = _month(starts.unmarked.shown(), where, f" på raden '{row.label}'")
        end = start if ends.value is None else _month(ends.unmarked.shown(), where, f" på raden '{row.label}'")
        found.append(_Listed(row.label, Span(start, end)))
    return found


def _month(word: str | int, path: Path, where: str = "") -> int:
    """Return a month's number, 1 to 12, from its number, name or the first three letters of that."""
    text = str(word).strip().casefold()
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    for number, name in enumerate(MONTHS, start=1):
        if text in {name, name[:3]}:
            return number
    raise SpecError(
        path, f"'{word}'{where} är ingen månad.{did_you_mean(text, MONTHS)} Skriv namnet eller 1 till 12.", "DB419"
    )


def _list(found: Sequence[_Listed], now: int) -> DrawingBlock:
    """Return the activities as numbered lines; those that go on now are bold and say so."""
    high = min(_TALLEST, SIZE / len(found))
    shapes: list[Shape] = []
    for number, one in enumerate(found, start=1):
        top, bold = high * (number - 1), now in one.span.months
        chip = high - 6
        shapes += [
            Shape(f"nummer-{number}", "rectangle", 0, top + 3, _CHIP, chip, text=words(str(number), bold=True),
                  fill=fill_of(number), step="note"),
            Shape(f"aktivitet-{number}", "text", _CHIP + 14, top, _WIDE - _CHIP - _WHEN - 24, high,
                  text=words(one.words(now), bold=bold), align="left", step="text"),
            Shape(f"tid-{number}", "text", _WIDE - _WHEN, top, _WHEN, high, text=words(one.span.words), align="left",
                  ink="muted"),
        ]  # fmt: skip
    return DrawingBlock(
        "list", "content", tuple(shapes), "Årshjulets aktiviteter i nummerordning.", (_WIDE, SIZE), area=_LIST
    )


def _alt(found: Sequence[_Listed], now: int) -> str:
    listed = "; ".join(f"{number} {one.words(now)}, {one.span.words}" for number, one in enumerate(found, start=1))
    return f"Årshjul med {len(found)} aktiviteter. Nu är det {MONTHS[now - 1]}. {listed}."
