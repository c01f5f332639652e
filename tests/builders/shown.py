"""Reads what people see and hear of a slide with charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.golden import charts

if TYPE_CHECKING:
    from typing import Any


def series(slide: Any, number: int = 0) -> dict[str, list[float | None]]:
    """Return the series of a slide's chart by name."""
    chart = list(charts(slide))[number]
    return {one.name: list(one.values) for plot in chart.plots for one in plot.series}


def categories(slide: Any, number: int = 0) -> list[str]:
    """Return the categories of a slide's chart."""
    return [str(category) for category in list(charts(slide))[number].plots[0].categories]


def body(slide: Any) -> list[str]:
    """Return the lines of the text beside the chart."""
    (shape,) = [shape for shape in slide.placeholders if shape.name.endswith("/body")]
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def subtitle(slide: Any) -> str:
    """Return the line under the title."""
    (shape,) = [shape for shape in slide.placeholders if shape.name.endswith("/subtitle")]
    return str(shape.text_frame.text)


def alternatives(slide: Any) -> list[str]:
    """Return the alternative texts of a slide's charts."""
    return [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in slide.shapes if shape.has_chart]


def end_place(slide: Any) -> float:
    """Return how far the first name at a line's end is moved to the right, as a share of the chart's width."""
    xml = next(iter(charts(slide)))._chartSpace
    (first, *_) = [one for one in xml.iter("{*}dLbl") if one.find("{*}dLblPos").get("val") == "r"]
    moved = first.find("{*}layout/{*}manualLayout/{*}x")
    return 0 if moved is None else float(moved.get("val"))
