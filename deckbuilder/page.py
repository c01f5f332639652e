"""What a slide says, as plain frozen data. Builders make pages, render turns them into slides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from deckbuilder.value import Level, Trend

Tone = Literal["", "good", "bad", "muted"]
Align = Literal["left", "right", "center"]
Anchor = Literal["top", "middle", "bottom"]
ChartKind = Literal["column", "stacked", "share", "bar", "line"]
SeriesRole = Literal[
    "actual", "previous", "budget", "forecast", "second", "third", "fourth", "target", "limit", "hidden",
]  # fmt: skip
Fill = str
"""A colour by its name in the layout, and how strong it is in per cent: `good`, `good 40`; "" is none."""
Area = tuple[float, float, float, float]
"""Left, top, width and height as shares (0 to 1) of the place that a block stands in."""


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
    """One cell: its text, whether it is good or bad news, and the status whose shape stands before the text.

    `fill` is its background, `spark` the values of a small line drawn in it (None is a gap).
    """

    text: str
    tone: Tone = ""
    level: Level | None = None
    trend: Trend | None = None
    fill: Fill = ""
    spark: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells; totals are bold with a rule above, subtotals lighter, `indent` sets the label in.

    A `group` is the heading of the rows below it, over all columns; `strong` brings a row out of the others.
    """

    cells: tuple[TableCell, ...]
    kind: Literal["row", "group", "subtotal", "total"] = "row"
    indent: bool = False
    strong: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether the row's text is bold."""
        return self.strong or self.kind != "row"


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with a header row."""

    name: str
    place: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    alt: str
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A chart's series: a value per category, None where it is missing; `tones` tell good from bad points.

    `mark` is how it is drawn ("" as the chart's kind says; dots are large and have no line), on the axis to the right
    when `second`. `labels` are its points' labels ("" as the chart says); `texts` are what they say in place of the
    values, kept in the workbook. `dots` marks every point of a line. A role `hidden` is not seen: it only carries
    others, or their labels.
    `shade` is a colour of its own. `formulas` are those by which the workbook computes the values, where it does.
    """

    name: str
    values: tuple[Decimal | None, ...]
    role: SeriesRole = "actual"
    tones: tuple[Tone, ...] = ()
    mark: Literal["", "bar", "line", "dots"] = ""
    second: bool = False
    labels: Literal["", "all", "last", "none"] = ""
    texts: tuple[str, ...] = ()
    dots: bool = False
    shade: Fill = ""
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a chart's workbook: its heading, a value per category, and formulas where it is computed."""

    name: str
    values: tuple[Decimal | str | None, ...]
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native chart. `highlight` is the number of the category to bring out, `target` a line across.

    `title` is a line above it, for one chart among several; `ends` are the ends of its value axis where several
    charts share one scale. `second_decimals` and `second_unit` are of the axis to the right. `sheet` are columns that
    the workbook has before the series, from B; `text_formulas` compute the series' label texts. `lying` turns stacked
    columns and shares into bars. `frame` is where in the chart its bars are drawn, as shares of it; `names` and
    `legend` say whether its categories and series are named.
    """

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
    area: Area | None = None
    title: str = ""
    ends: tuple[Decimal, Decimal] | None = None
    second_decimals: int = 0
    second_unit: str = ""
    sheet: tuple[SheetColumn, ...] = ()
    text_formulas: tuple[str, ...] = ()
    lying: bool = False
    frame: Area | None = None
    names: bool = True
    legend: bool = True


ShapeKind = Literal[
    "text", "rectangle", "rounded", "ellipse", "chevron", "pentagon", "arrow", "arrow_both", "line", "arc", "spark",
]  # fmt: skip
TextStep = Literal["display", "value", "text", "head", "body", "note"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A native shape of a drawing: its frame in the drawing's units, its look and the text in it.

    `step` names a ladder of text sizes: all texts of a drawing with the same step have the same size, the largest at
    which each fits its shape. `ink` is the text's colour; "" is whatever reads best on `fill`, or on `behind`: the
    fill of the shape that it lies on. `angles` are the start and end of an `arc`, in degrees clockwise from twelve
    o'clock, `thickness` the share of its radius that is filled.
    `values` are those of a `spark` (a small line; None is a gap). A `line` goes from corner to corner, with an arrow
    at its end when `arrowhead`; a negative height goes upwards, a negative width to the left.
    """

    name: str
    kind: ShapeKind
    left: float
    top: float
    width: float
    height: float
    text: tuple[Paragraph, ...] = ()
    fill: Fill = ""
    outline: Fill = ""
    ink: Fill = ""
    behind: Fill = ""
    step: TextStep = "body"
    align: Align = "center"
    anchor: Anchor = "middle"
    angles: tuple[float, float] = (0, 360)
    thickness: float = 0.3
    values: tuple[Decimal | None, ...] = ()
    weight: float = 1.5
    dashed: bool = False
    arrowhead: bool = False


@dataclass(frozen=True, slots=True)
class DrawingBlock:
    """Native shapes in one group. `canvas` is the width and height of its units, laid over the place.

    With `keep_shape` a unit is as high as it is wide, and the drawing is centred; otherwise it fills the place.
    """

    name: str
    place: str
    shapes: tuple[Shape, ...]
    alt: str
    canvas: tuple[float, float] = (1200, 500)
    keep_shape: bool = False
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture: its bytes (PNG or JPEG), its size in pixels, and the text for those who cannot see it.

    It is shown whole, at the top of its place and centred.
    """

    name: str
    place: str
    content: bytes
    format: Literal["png", "jpeg"]
    pixels: tuple[int, int]
    alt: str
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class PlotBlock:
    """A picture that `plots/KIND.py` draws in the layout's colours and font; `data` is what that kind draws."""

    name: str
    place: str
    kind: str
    data: object
    alt: str
    area: Area | None = None


Block = TextBlock | TableBlock | ChartBlock | DrawingBlock | PictureBlock | PlotBlock


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: the role of its layout, its title and the line under it, its blocks and its source line.

    `figures` are the ids of the figures that it shows, `told` of those that stand in its sentences. `notes` are the
    lines of its speaker notes.
    """

    id: str
    role: str
    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    source: str = ""
    section: str = ""
    figures: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
