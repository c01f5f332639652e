"""How values spread: a dot for each, with a box over the middle half and a line at the median, group by group."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from textwrap import fill
from typing import TYPE_CHECKING, Any

from deckbuilder import swedish
from deckbuilder.plots._canvas import DPI, drawn, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from deckbuilder.plots import Theme

_DOT = 0.1  # inches
_BOX = 0.34  # of a group's height, above and below its middle
_ROW, _GAP, _AIR = 0.36, 0.1, 0.3  # inches: a row of the key, below it, and beside the medians
_NAME = 26  # signs to a line
_FEWEST = 4  # values for a box to mean anything


@dataclass(frozen=True)
class Group:
    """A group's values (at least one), by whose they are; `marked` is the one to bring out."""

    name: str
    points: tuple[tuple[str, Decimal], ...]
    marked: str = ""


@dataclass(frozen=True)
class Data:
    """Groups on one scale, and how their values are written."""

    groups: tuple[Group, ...]
    unit: str = ""
    decimals: int = 0
    signed: bool = False


def draw(data: Data, theme: Theme, inches: tuple[float, float]) -> bytes:
    """Return the groups, the first at the top, as PNG."""
    return drawn(theme, inches, lambda figure: _paint(figure, data, theme, inches))


def _paint(figure: Figure, data: Data, theme: Theme, inches: tuple[float, float]) -> None:
    width, height = inches
    left = min(_widest(figure, [_name(group) for group in data.groups]) / width + 0.02, 0.4)
    right = 1 - (_widest(figure, ["median", *_middles(data)]) + _AIR) / width
    rows = _key(figure, data, theme, left, right)
    top, foot = (_ROW * rows + _GAP) / height, _ROW / height
    axes = figure.add_axes((left, foot, right - left, 1 - foot - top))
    axes.patch.set_alpha(0)
    _scale(axes, data, theme)
    per_value = width * (right - left) / (axes.get_xlim()[1] - axes.get_xlim()[0])
    per_group = height * (1 - foot - top) / len(data.groups)
    for number, group in enumerate(data.groups):
        _group(axes, number, group, data, theme, (_DOT / per_value, _DOT / per_group))
    _medians(axes, data, theme, 1 + (1 - right - 0.01) / (right - left))


def _widest(figure: Figure, words: Sequence[str]) -> float:
    """Return how wide the widest of some bold texts is, in inches."""
    texts = [figure.text(0, 0, text, weight="bold") for text in words]
    widths = [text.get_window_extent().width / DPI for text in texts]
    for text in texts:
        text.remove()
    return max(widths)


def _name(group: Group) -> str:
    return fill(group.name, _NAME)


def _middles(data: Data) -> list[str]:
    middles = [median(value for _, value in group.points) for group in data.groups]
    return [swedish.number(middle, data.decimals, sign=data.signed) + _suffix(data) for middle in middles]


def _medians(axes: Axes, data: Data, theme: Theme, end: float) -> None:
    """Write each group's median beside it, up to `end` in shares of the axes."""
    place: dict[str, Any] = {"transform": axes.get_yaxis_transform(), "ha": "right", "color": theme.deep}
    axes.text(end, -0.56, "median", va="bottom", **place)
    for number, words in enumerate(_middles(data)):
        axes.text(end, number, words, va="center", weight="bold", **place)


def _scale(axes: Axes, data: Data, theme: Theme) -> None:
    values = [float(value) for group in data.groups for _, value in group.points]
    low, high = min(values), max(values)
    air = (high - low or abs(high) or 1) * 0.04
    axes.set_xlim(low - air, high + air)
    axes.set_ylim(len(data.groups) - 0.5, -0.5)
    axes.set_yticks(range(len(data.groups)), [_name(group) for group in data.groups], color=theme.text)
    axes.xaxis.set_major_formatter(lambda value, _: _written(value, data))
    axes.tick_params(length=0, labelcolor=theme.muted, labelsize=theme.size - 1)
    axes.tick_params(axis="y", labelcolor=theme.text, labelsize=theme.size)
    axes.grid(axis="x", color=theme.rule, linewidth=0.8)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    if low < 0 < high:
        axes.axvline(0, color=theme.text, linewidth=1.4, zorder=1)


def _written(value: float, data: Data) -> str:
    from decimal import Decimal  # noqa: PLC0415 -- elsewhere only a type

    exact = Decimal(str(round(value, 9)))
    number = swedish.number(exact, swedish.decimals_of(exact), sign=data.signed)
    return number + _suffix(data)


def _suffix(data: Data) -> str:
    return f"{swedish.NBSP}%" if data.unit == "%" else ""


def _group(axes: Axes, number: int, group: Group, data: Data, theme: Theme, dot: tuple[float, float]) -> None:
    values = sorted(value for _, value in group.points)
    if len(values) >= _FEWEST:
        low, _, high = quantiles(map(float, values), n=4, method="inclusive")
        shade = mixed(theme.paper, theme.main, 0.16)
        axes.barh(number, high - low, left=low, height=2 * _BOX, color=shade, zorder=1.5)
    middle = float(median(values))
    axes.plot([middle, middle], [number - _BOX, number + _BOX], color=theme.deep, linewidth=3, zorder=2)
    others = [value for name, value in group.points if name != group.marked]
    xs, ys = _swarm(others, number, dot)
    axes.scatter(xs, ys, s=(_DOT * 72) ** 2 * 0.8, color=theme.main, edgecolor=theme.paper, linewidth=0.8, zorder=3)
    for value in (value for name, value in group.points if name == group.marked):
        axes.scatter(
            [float(value)], [number], s=220, marker="D", color=theme.highlight, edgecolor=theme.paper, zorder=4
        )
        words = swedish.number(value, data.decimals, sign=data.signed)
        halo = {"facecolor": theme.paper, "edgecolor": "none", "pad": 1.5, "alpha": 0.85}
        axes.annotate(
            words, (float(value), number), (0, 13), textcoords="offset points", ha="center", va="bottom",
            color=theme.text, weight="bold", bbox=halo, zorder=5,
        )  # fmt: skip


def _swarm(values: Sequence[Decimal], number: int, dot: tuple[float, float]) -> tuple[list[float], list[float]]:
    """Return where the dots go: at their value, and beside each other where they would overlap."""
    across, down = dot
    placed: list[tuple[float, float]] = []
    for x in sorted(map(float, values)):
        steps = [0] + [sign * step for step in range(1, 40) for sign in (1, -1)]
        free = (
            number + step * down * 0.9
            for step in steps
            if not any(abs(x - x0) < across and abs(number + step * down * 0.9 - y0) < down * 0.89 for x0, y0 in placed)
        )
        y = next(free, float(number))
        placed.append((x, min(max(y, number - 0.47), number + 0.47)))
    return [x for x, _ in placed], [y for _, y in placed]


def _key(figure: Figure, data: Data, theme: Theme, left: float, right: float) -> int:
    """Say above the groups what the marks mean, in the number of rows that is returned."""
    from matplotlib.lines import Line2D  # noqa: PLC0415 -- slow to load
    from matplotlib.patches import Patch  # noqa: PLC0415

    marked = next((group.marked for group in data.groups if group.marked), "")
    dot: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": 8, "color": theme.main}
    marks: list[Line2D | Patch] = [
        Line2D([], [], color=theme.deep, linewidth=3, label="median"),
        Patch(color=mixed(theme.paper, theme.main, 0.16), label="mittersta hälften"),
        Line2D([], [], **dot, label="varje värde"),
    ]
    if marked:
        marks.append(Line2D([], [], **{**dot, "marker": "D", "color": theme.highlight}, label=marked))
    look = {"frameon": False, "handlelength": 1.4, "handletextpad": 0.5, "columnspacing": 1.6, "borderaxespad": 0.2}
    for columns, start in ((len(marks), left - 0.01), (2, left - 0.01), (2, 0)):
        key = figure.legend(handles=marks, loc="upper left", bbox_to_anchor=(start, 1.015), ncols=columns, **look)
        if key.get_window_extent().x1 <= right * figure.bbox.width or start == 0:
            break
        key.remove()
    return -(-len(marks) // columns)
