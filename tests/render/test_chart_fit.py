"""Names in charts that would be cut off or laid over each other give a warning."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from deckbuilder.page import Page, Series
from deckbuilder.render.fit import fitted
from deckbuilder.render.metrics import font
from tests.render.make import chart, layout

if TYPE_CHECKING:
    from deckbuilder.page import ChartBlock, ChartKind
    from deckbuilder.render.misfit import Misfit

LONG = "Ett namn som fortsätter långt efter att alla har slutat läsa det, "


def warnings(block: ChartBlock) -> tuple[Misfit, ...]:
    return fitted(Page("a", "chart", "Diagram", (block,)), layout(), font("Calibri"))[0].warnings


def of(kind: ChartKind, *categories: str, names: tuple[str, ...] = ("Utfall",)) -> ChartBlock:
    values = tuple(Decimal(n) for n in range(len(categories)))
    return replace(chart(kind), categories=categories, series=tuple(Series(name, values) for name in names))


@pytest.mark.parametrize("kind", ["column", "stacked", "share", "bar", "line"])
def test_names_of_a_usual_length_fit(kind: ChartKind) -> None:
    assert warnings(of(kind, *["Hälso- och sjukvårdsnämnden"] * 8, names=("Utfall 2024", "Budget 2024"))) == ()


def test_a_word_wider_than_its_column_is_told_of() -> None:
    name = "Psykiatriförvaltningsområdeschefen"
    assert warnings(of("column", *[name] * 12)) == (
        (f"Namnet '{name}' får inte plats i diagrammet. Korta det, eller visa färre kategorier.", "DB618"),
    )


def test_a_name_of_more_lines_than_its_bar_is_high_is_told_of() -> None:
    assert warnings(of("bar", *[f"Rad {n}" for n in range(20)])) == ()
    assert len(warnings(of("bar", *[f"Rad {n}" for n in range(20)], LONG * 3))) == 1


@pytest.mark.parametrize("kind", ["column", "line"])
def test_names_of_series_that_do_not_fit_are_told_of(kind: ChartKind) -> None:
    assert warnings(of(kind, "jan", "feb", names=("Utfall", LONG * 3, LONG * 3))) == (
        (f"Seriernas namn får inte plats i diagrammet. Korta '{LONG[:40]}'.", "DB618"),
    )


def test_names_beside_bars_that_lie_have_the_room_of_bars() -> None:
    names = ["Regionala utvecklingsförvaltningen"] * 12
    assert warnings(replace(of("stacked", *names), lying=True)) == ()
    assert warnings(of("stacked", *names)) != ()
