"""A run chart: a course with its target and median, and which of its points met the target said in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from pydantic import model_validator

from deckbuilder import swedish
from deckbuilder.compose import charts, references, scales, words
from deckbuilder.compose.comments import optional_text
from deckbuilder.compose.history import History, bullets, history, some, span_of
from deckbuilder.compose.options import NumberOptions, OptionsError, TextOptions
from deckbuilder.compose.pages import chart_page
from deckbuilder.errors import SpecError
from deckbuilder.figures import arithmetic
from deckbuilder.figures.figure import Figure
from deckbuilder.page import ChartBlock, Series
from deckbuilder.spec.numbers import Number
from deckbuilder.value import convert

if TYPE_CHECKING:
    from deckbuilder.compose.context import Context
    from deckbuilder.page import Page

SUMMARY = "En linje över tid med mål och median, och när målet nåddes."
EXAMPLE = """\
- type: run_chart
  id: vardgaranti-over-tid
  title: Vårdgarantin nås inte någon månad för den som väntar på åtgärd
  figures: vantande.andel
  column: Åtgärd
  target: 100
"""


class Options(NumberOptions, TextOptions):
    """For figures with one row per month, or other points in order."""

    figures: str
    """Siffrorna i config/sources.yaml, med en rad för varje punkt."""
    column: str | None = None
    """Kolumnen som visas, när siffrorna har flera."""
    target: Number | None = None
    """Målet, i diagrammets enhet."""
    target_from: str | None = None
    """Målet som en siffra i config/sources.yaml: siffror, rad och kolumn med punkt mellan."""
    target_label: str = "Mål"
    """Mållinjens text."""
    better: Literal["higher", "lower"] = "higher"
    """Om målet nås på eller över (higher), eller på eller under (lower)."""
    median: bool = True
    """Visa medianen."""
    zero: bool = False
    """Låt axeln börja på noll."""
    text: str | None = None
    """Text under det som diagrammet visar. Utan den tas texten i kommentarer.md under bildens id, om det finns en."""
    alt: str = ""
    """Alternativtext. Utan den skrivs en ur siffrorna."""

    @model_validator(mode="after")
    def _has_one_target(self) -> Options:
        if (self.target is None) == (self.target_from is None):
            sentence = "Ange målet, antingen som ett tal i 'target' eller som en siffra i 'target_from'."
            raise OptionsError(sentence, "DB421")
        return self


def compose(options: Options, context: Context) -> Page:
    """Return a page with the chart and when the target was met; raise SpecError for figures that are no course."""
    course = history(context.table(options.figures), options.column, options.unit, options.decimals)
    target = _target(options, course, context)
    middle = arithmetic.median(f"{course.table.name}.median", course.figures, "medianen av värdena")
    if options.median:
        context.shows(middle, options.id, course.column.label, "median")
    said = [*_said(course, target, middle, options, context)]
    subtitle = words.subtitle(context.unit_label(course.unit), span_of(course))
    what = f"{words.described(course.table, options.title)}, {course.column.label}, {subtitle}"
    alt = options.alt or f"Linjediagram: {what}. {' '.join(f'{swedish.capital(sentence)}.' for sentence in said)}"
    block = _block(course, target, middle, options, alt)
    text = (*bullets(said), *optional_text(options.text, context))
    return chart_page(options, course.table, [block], text, subtitle)


def _target(options: Options, course: History, context: Context) -> Figure:
    """Return the target in the chart's unit; raise SpecError for a figure that is none."""
    if options.target is not None:
        return Figure("", options.target, course.unit).with_decimals_as_written()
    figure, _ = references.figure(options.target_from or "", ("target_from",), context)
    if figure.number is None:
        raise SpecError(
            ("target_from",), f"'{options.target_from}' är inget tal. Välj en siffra som har ett värde.", "DB406"
        )
    try:
        number = convert(figure.number, figure.unit, course.unit)
    except ValueError as error:
        remedy = "Välj ett mål i samma enhet som kolumnen."
        raise SpecError(
            ("target_from",), f"Målet är i {figure.unit}, men diagrammet inte. {remedy}", "DB410"
        ) from error
    decimals = figure.decimals if figure.unit is course.unit else course.decimals
    return replace(figure, value=number, unit=course.unit, decimals=decimals)


def _block(course: History, target: Figure, middle: Figure, options: Options, alt: str) -> ChartBlock:
    series = [Series(course.column.label, course.series.values, "actual", dots=True)]
    if options.median:
        series.append(Series("Median", course.across(middle), "second"))
    values = [target.number, *(value for one in series for value in one.values)]
    return ChartBlock(
        name="chart",
        place="chart",
        kind="line",
        categories=charts.axis_labels(course.rows),
        series=tuple(series),
        alt=alt,
        decimals=max(course.decimals, target.decimals),
        target=target.number,
        target_label=options.target_label,
        labels="last",
        ends=scales.ends(values, zero=options.zero),
    )


def _said(course: History, target: Figure, middle: Figure, options: Options, context: Context) -> list[str]:
    latest = course.figures[course.latest]
    goal = course.with_unit(target, context, target.decimals)
    said = [f"{course.names[course.latest]}: {course.with_unit(latest, context)}", _met(course, target, goal, options)]
    if options.median:
        said.append(f"medianen är {course.with_unit(middle, context)}")
    lacking: dict[str, list[str]] = {}
    for name, figure in zip(course.names, course.figures, strict=True):
        if gap := words.gap([figure]):
            lacking.setdefault(gap, []).append(name)
    return [*said, *(f"{gap} för {some(names)}" for gap, names in lacking.items())]


def _met(course: History, target: Figure, goal: str, options: Options) -> str:
    """Say which points met the target, by their unrounded values."""
    aim = target.number or Decimal(0)
    pairs = zip(course.names, course.series.values, strict=True)
    known = [(name, value) for name, value in pairs if value is not None]
    met = [name for name, value in known if (value >= aim if options.better == "higher" else value <= aim)]
    if not met:
        return f"målet {goal} nåddes inte någon av {len(known)} {course.noun[1]}"
    if len(met) == len(known):
        return f"målet {goal} nåddes alla {len(known)} {course.noun[1]}"
    return f"målet {goal} nåddes {len(met)} av {len(known)} {course.noun[1]}: {some(met)}"
