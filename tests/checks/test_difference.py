"""A stated difference is compared in its own unit, and refused where the units have nothing to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks import rules
from deckbuilder.checks.claims import broken
from deckbuilder.errors import ContentError

if TYPE_CHECKING:
    from tests.conftest import MakeBook

CONFIG = """\
sources: {a: {file: a.csv, header: Namn}}
figures:
  t:
    kind: table
    source: a
    key: Namn
    unit: UNIT
    columns: {a: A, b: B, mot: {from: Mot, unit: OTHER}}
    checks: [{kind: difference, column: mot, of: [a, b]}]
"""


def _told(make_book: MakeBook, unit: str, other: str, stated: str) -> list[str]:
    book = make_book(CONFIG.replace("UNIT", unit).replace("OTHER", other), a=f"Namn;A;B;Mot\nX;10;8;{stated}\n")
    book.table("t")
    return [finding.difference for _, claims in rules.claims(book) for finding in broken(claims or (), "Mkr")]


@pytest.mark.parametrize("other", ["enheter", "procent"])
def test_percentages_may_differ_in_points_or_in_per_cent(make_book: MakeBook, other: str) -> None:
    assert _told(make_book, "procent", other, "2") == []


@pytest.mark.parametrize("other", ["enheter", "procent"])
def test_a_wrong_difference_of_percentages_is_told_in_points(make_book: MakeBook, other: str) -> None:
    assert _told(make_book, "procent", other, "5") == ["3\u00a0%-enheter"]


def test_a_count_is_no_difference_of_money(make_book: MakeBook) -> None:
    with pytest.raises(ContentError) as caught:
        _told(make_book, "tkr", "antal", "2")
    (problem,) = caught.value.problems
    assert str(problem) == (
        "config/sources.yaml:9:41: X, mot (antal) och X, a (tkr) är i olika enheter och går inte att jämföra. "
        "Välj siffror i samma enhet."
    )
