"""A column that is brought over by hand is compared with the report before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.checks import rules
from deckbuilder.checks.claims import broken
from deckbuilder.errors import ContentError
from deckbuilder.period import Period
from deckbuilder.project import Project
from tests.conftest import opened

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
sources: {a: {file: a.csv, header: Namn}}
figures:
  t:
    kind: table
    source: a
    key: Namn
    unit_column: Enhet
    columns: {nu: Nu, fore: Före}
    checks: [{kind: previous, column: fore, of: nu}]
"""


def _told(root: Path, june: str | None, july: str, config: str = CONFIG) -> list[str]:
    """Return what does not hold in July, and `?` for a rule that is left out, with ordinary spaces."""
    (root / "config").mkdir()
    (root / "config" / "sources.yaml").write_text(config, encoding="utf-8")
    for code, rows in (("2024-06", june), ("2024-07", july)):
        (root / "input" / code).mkdir(parents=True)
        if rows is not None:
            (root / "input" / code / "a.csv").write_text(f"Namn;Nu;Före;Enhet\n{rows}\n", encoding="utf-8")
    book = opened(Project(root))
    book.table("t")
    ((_, found),) = rules.claims(book, book.at(Period(2024, 6, 6)))
    return ["?"] if found is None else [str(one.problem).replace("\u00a0", " ") for one in broken(found, "Mkr")]


def test_a_column_that_nobody_brought_over_is_told_with_what_the_report_before_had(tmp_path: Path) -> None:
    (told,) = _told(tmp_path, "Frånvaro;5,4;5,6;procent", "Frånvaro;5,1;5,6;procent")
    assert told == (
        "input/2024-07/a.csv:2: Frånvaro, före är 5,6 %, men rapporten för juni 2024 ger 5,4 % "
        "(input/2024-06/a.csv, B2). Skillnaden är 0,2 %-enheter, avrundning förklarar högst 0,05 %-enheter. "
        "Skriv förra rapportens värde i cellen. [förra.t.franvaro.fore]"
    )


def test_a_step_of_the_last_decimal_is_told(tmp_path: Path) -> None:
    assert len(_told(tmp_path, "Frånvaro;5,4;5,6;procent", "Frånvaro;5,1;5,5;procent")) == 1


@pytest.mark.parametrize(
    "july",
    [
        "Frånvaro;5,1;5,4;procent",
        "Frånvaro;5,1;;procent",
        "Frånvaro;5,1;5,6;antal",
        "Ny rad;5,1;5,6;procent",
    ],
    ids=["brought over", "left empty", "another unit", "a row that was not there"],
)
def test_nothing_is_told_of(tmp_path: Path, july: str) -> None:
    assert _told(tmp_path, "Frånvaro;5,4;5,6;procent", july) == []


def test_without_the_file_of_the_report_before_the_rule_is_left_out(tmp_path: Path) -> None:
    assert _told(tmp_path, None, "Frånvaro;5,1;5,6;procent") == ["?"]


def test_a_column_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        _told(tmp_path, "A;1;1;antal", "A;1;1;antal", CONFIG.replace("of: nu", "of: nuu"))
    (problem,) = caught.value.problems
    assert str(problem).startswith("config/sources.yaml:9:49: Kolumnen 'nuu' finns inte i siffrorna. Menade du 'nu'?")
