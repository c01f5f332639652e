"""What a slide says, as plain frozen data. Builders make pages, render turns them into slides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from deckbuilder.value import Level, Trend

Tone = Literal["", "good", "bad", "muted"]
Align = Literal["left", "right", "center"]
ChartKind = Literal["column", "stacked", "bar", "line"]
SeriesRole = Literal["actual", "previous", "budget", "forecast", "second", "third", "fourth"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text at a level (0 or 1); `bullet` False is a plain line."""

    runs: tuple[Run, ...]
    level: int = 0
    bullet: bool = True

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs for one placeholder."""

    name: str
    place: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A table's column: its header, its alignment, and the spanning header above it."""

    header: str
    align: Align = "right"
    group: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its text, whether it is good or bad news, and the status whose shape stands before the text."""

    text: str
    tone: Tone = ""
    level: Level | None = None
    trend: Trend | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells; totals are bold with a rule above, subtotals lighter, `indent` sets the label in."""

    cells: tuple[TableCell, ...]
    kind: Literal["row", "subtotal", "total"] = "row"
    indent: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with a header row."""

    name: str
    place: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Series:
    """A chart's series: a value per category, None where it is missing; `tones` tell good from bad deviations."""

    name: str
    values: tuple[Decimal | None, ...]
    role: SeriesRole = "actual"
    tones: tuple[Tone, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native chart. `highlight` is the number of the category to bring out, `target` a line across."""

    name: str
    place: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    decimals: int = 0
    target: Decimal | None = None
    target_label: str = ""
    highlight: int | None = None
    labels: Literal["all", "last", "none"] = "all"
    signed: bool = False


Block = TextBlock | TableBlock | ChartBlock


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: the role of its layout, its title and the line under it, its blocks and its source line."""

    id: str
    role: str
    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    source: str = ""
    section: str = ""
