"""A calendar: a square for each day, weeks from left to right, darker the higher the value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.period import MONTHS
from deckbuilder.plots._canvas import DPI, drawn, mixed
from deckbuilder.value import Suppressed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from deckbuilder.plots import Colour, Theme

_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_LEVELS = 5
_STEPS = (1, 2, 2.5, 5, 10)
_LEAST_DAYS = 10  # of a month, for its name to stand above it
_ROW, _MONTHS, _LEFT, _BETWEEN = 0.34, 0.41, 0.6, 0.24  # inches
_MISSING, _WITHHELD = "////", "..."


@dataclass(frozen=True)
class Data:
    """A value for each day (None is missing), how they are written, and the day to bring out with its words."""

    days: tuple[tuple[date, Decimal | Suppressed | None], ...]
    unit: str = ""
    decimals: int = 0
    marked: date | None = None
    marked_label: str = ""


@dataclass(frozen=True)
class _Levels:
    """The limits between levels, and each level's colour: light to dark, so that it reads in grey too."""

    limits: tuple[Decimal, ...]
    colours: tuple[Colour, ...]

    def colour(self, value: Decimal) -> Colour:
        over = sum(value >= limit for limit in self.limits[1:-1])
        return self.colours[over]


@dataclass(frozen=True)
class _Mark:
    """A square of the key, and its words."""

    words: str
    look: dict[str, Any]


def draw(data: Data, theme: Theme, inches: tuple[float, float]) -> bytes:
    """Return the calendar as PNG."""
    return drawn(theme, inches, lambda figure: _paint(figure, data, theme, inches))


def _paint(figure: Figure, data: Data, theme: Theme, inches: tuple[float, float]) -> None:
    width, height = inches
    levels = _levels(data, theme)
    rows = _rows(figure, _marks(data, levels, theme), width - _LEFT)
    top = _ROW * len(rows) + _MONTHS
    grid = figure.add_axes((_LEFT / width, 0.01, 0.995 - _LEFT / width, 0.99 - top / height))
    monday = data.days[0][0] - timedelta(days=data.days[0][0].weekday())
    weeks = (data.days[-1][0] - monday).days // 7 + 1
    grid.set_xlim(0, weeks)
    grid.set_ylim(7, 0)
    grid.set_axis_off()
    for day, value in data.days:
        _square(grid, _place(day, monday), value, levels, theme)
    _months(grid, data, monday, theme)
    for number, name in enumerate(_WEEKDAYS):
        grid.text(-0.08 / (width - _LEFT) * weeks, number + 0.5, name, ha="right", va="center", color=theme.muted)
    if data.marked is not None:
        _outline(grid, _place(data.marked, monday), theme)
    for number, row in enumerate(rows):
        _key(figure, row, _LEFT, height - _ROW * number, inches)


def _place(day: date, monday: date) -> tuple[int, int]:
    return (day - monday).days // 7, day.weekday()


def _levels(data: Data, theme: Theme) -> _Levels:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 -- slow to load

    known = [value for _, value in data.days if isinstance(value, Decimal)]
    low, high = (min(known), max(known)) if known else (Decimal(0), Decimal(1))
    locator = MaxNLocator(_LEVELS, steps=list(_STEPS), min_n_ticks=2)
    limits = tuple(Decimal(str(round(limit, 9))) for limit in locator.tick_values(float(low), float(high)))
    shades = len(limits) - 1
    light, dark = mixed(theme.paper, theme.main, 0.15), mixed(theme.main, theme.deep, 0.9)
    ramp = tuple(mixed(light, dark, number / max(shades - 1, 1)) for number in range(shades))
    return _Levels(limits, ramp)


def _square(
    axes: Axes, at: tuple[float, float], value: Decimal | Suppressed | None, levels: _Levels, theme: Theme
) -> None:
    """Draw a day; a missing one is hatched, a withheld one dotted, so that neither looks like a low value."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 -- slow to load

    if isinstance(value, Decimal):
        axes.add_patch(Rectangle(at, 1, 1, facecolor=levels.colour(value), edgecolor=theme.paper, linewidth=2))
        return
    hatch = _WITHHELD if isinstance(value, Suppressed) else _MISSING
    axes.add_patch(Rectangle(at, 1, 1, facecolor=theme.paper, edgecolor=theme.rule, linewidth=0, hatch=hatch))


def _outline(axes: Axes, at: tuple[float, float], theme: Theme) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 -- slow to load

    axes.add_patch(Rectangle(at, 1, 1, fill=False, edgecolor=theme.highlight, linewidth=3.5, clip_on=False, zorder=4))


def _months(axes: Axes, data: Data, monday: date, theme: Theme) -> None:
    """Name each month above its weeks, and draw a line where a new one begins."""
    months = [[day for day, _ in days] for _, days in groupby(data.days, key=lambda day: (day[0].year, day[0].month))]
    for number, days in enumerate(months):
        week, weekday = _place(days[0], monday)
        if number:
            corners = (
                [(week + 1, 0), (week + 1, weekday), (week, weekday), (week, 7)] if weekday else [(week, 0), (week, 7)]
            )
            axes.plot(*zip(*corners, strict=True), color=theme.text, linewidth=1.6, solid_joinstyle="miter", zorder=3)
        if len(days) >= _LEAST_DAYS or len(months) == 1:
            year = f" {days[0].year}" if number == 0 or days[0].month == 1 else ""
            words = f" {MONTHS[days[0].month - 1][:3]}{year}"
            axes.text(week + bool(weekday), -0.12, words, ha="left", va="bottom", color=theme.text)


def _marks(data: Data, levels: _Levels, theme: Theme) -> list[_Mark]:
    """Return what the key explains: each level with its limits, then the other marks that are used."""
    spans = zip(levels.limits, levels.limits[1:], levels.colours, strict=False)
    marks = [_Mark(_span(low, high, data), {"facecolor": colour}) for low, high, colour in spans]
    for kind, words, hatch in ((type(None), "saknas", _MISSING), (Suppressed, "visas inte", _WITHHELD)):
        if any(isinstance(value, kind) for _, value in data.days):
            marks.append(_Mark(words, {"facecolor": theme.paper, "edgecolor": theme.rule, "hatch": hatch}))
    if data.marked is not None:
        outline = {"fill": False, "edgecolor": theme.highlight, "linewidth": 3}
        marks.append(_Mark(data.marked_label, outline))
    return marks


def _span(low: Decimal, high: Decimal, data: Data) -> str:
    written = [swedish.number(limit, max(data.decimals, swedish.decimals_of(limit))) for limit in (low, high)]
    return f"{written[0]}–{written[1]}" + (f" {data.unit}" if data.unit else "")


def _rows(figure: Figure, marks: list[_Mark], room: float) -> list[list[tuple[float, _Mark]]]:
    """Return the marks in as many rows as they need, each with where it begins in inches."""
    rows: list[list[tuple[float, _Mark]]] = [[]]
    at = 0.0
    for mark in marks:
        text = figure.text(0, 0, mark.words)
        wide = _ROW + text.get_window_extent().width / DPI
        text.remove()
        if rows[-1] and at + wide > room:
            rows.append([])
            at = 0.0
        rows[-1].append((at, mark))
        at += wide + _BETWEEN
    return rows


def _key(figure: Figure, row: list[tuple[float, _Mark]], left: float, top: float, inches: tuple[float, float]) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 -- slow to load

    width, height = inches
    side = _ROW * 0.72
    for at, mark in row:
        x, y = left + at + 0.02, top - _ROW * 0.86
        square = Rectangle((x / width, y / height), side / width, side / height, transform=figure.transFigure)
        square.set(**{"linewidth": 0, **mark.look})
        figure.add_artist(square)
        figure.text((left + at + _ROW) / width, (top - _ROW / 2) / height, mark.words, ha="left", va="center")
