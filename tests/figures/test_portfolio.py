from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.value import Level, Status, Trend

if TYPE_CHECKING:
    from deckbuilder.figures.figure import FigureTable
    from tests.conftest import MakeBook

CONFIG = """
sources:
  data: {file: data.csv, header: Projekt}
figures:
  p: {kind: portfolio, source: data, key: Projekt, texts: [Nr], statuses: [Tid]}
"""


def _table(make_book: MakeBook, *rows: str) -> FigureTable:
    return make_book(CONFIG, data="\n".join(["Projekt;Nr;Tid", *rows])).table("p")


def _fault(make_book: MakeBook, *rows: str) -> str:
    with pytest.raises(ContentError) as caught:
        _table(make_book, *rows)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Enligt plan", Status(Level.ON_PLAN)),
        ("grön", Status(Level.ON_PLAN)),
        ("Delvis →", Status(Level.PARTLY, Trend.STEADY)),
        ("↗ gul.", Status(Level.PARTLY, Trend.RISING)),
        ("EJ ENLIGT PLAN↓", Status(Level.OFF_PLAN, Trend.DOWN)),
        ("Behöver  stöd", Status(Level.OFF_PLAN)),
        ("Klart", Status(Level.ON_PLAN, is_done=True)),
        ("", None),
    ],
)
def test_statuses_are_read_as_people_write_them(make_book: MakeBook, text: str, status: Status | None) -> None:
    assert _table(make_book, f"Hus;1;{text}").figure("hus", "tid").value == status


@pytest.mark.parametrize(
    ("text", "near"), [("Devis", " Menade du 'delvis'?"), ("blå", ""), ("→", ""), ("delvis ↑↓", " Menade du 'delvis'?")]
)
def test_what_is_no_status_is_told_at_its_cell(make_book: MakeBook, text: str, near: str) -> None:
    assert _fault(make_book, f"Hus;1;{text}") == (
        f"input/2024-07/data.csv:2: '{text}' i kolumnen 'Tid' är ingen status.{near} "
        "Skriv enligt plan, delvis eller ej enligt plan, gärna med en pil efter (→)."
    )


def test_texts_stand_as_written_and_empty_ones_are_missing(make_book: MakeBook) -> None:
    table = _table(make_book, "Hus;Pågår;grön", "Bro;;grön")
    assert [figure.value for figure in table.column("nr")] == ["Pågår", None]


def test_all_faults_are_told_at_once(make_book: MakeBook) -> None:
    assert len(_fault(make_book, "Hus;1;x", "Bro;2;y").splitlines()) == 2


def test_projects_that_cannot_be_told_apart_are_refused(make_book: MakeBook) -> None:
    """Both would get the status of the last."""
    assert _fault(make_book, "Hus A;1;grön", "Hus-A;2;röd") == (
        "config/sources.yaml:5:43: Raderna 'Hus A' och 'Hus-A' går inte att skilja åt. Ge dem olika namn."
    )


def test_a_misspelt_column_is_told_once(make_book: MakeBook) -> None:
    with pytest.raises(ContentError) as caught:
        make_book(CONFIG, data="Projekt;Nr;Tidplan\nHus;1;grön\nBro;2;grön\n").table("p")
    assert str(caught.value) == (
        "input/2024-07/data.csv: Kolumnen 'Tid' saknas. Menade du 'Tidplan'? "
        "Kolumner i filen: 'Projekt', 'Nr' och 'Tidplan'. "
        "Rätta rubriken i filen, eller kolumnens namn i config/sources.yaml."
    )


def test_statuses_are_counted_by_level_and_those_not_set_are_left_out(make_book: MakeBook) -> None:
    counts = _table(make_book, "A;1;grön", "B;2;gul", "C;3;", "D;4;grön").parts["antal"]
    assert [(row.key, counts.figure(row.key, "antal").shown()) for row in counts.rows] == [
        ("enligt_plan", "2"),
        ("delvis", "1"),
        ("ej_enligt_plan", "0"),
        ("alla", "3"),
    ]


def test_status_columns_may_have_labels_and_stand_under_a_heading(make_book: MakeBook) -> None:
    config = CONFIG.replace("statuses: [Tid]", "statuses: [Tid, {from: Kost, label: Kostnad, group: Läge}]")
    table = make_book(config, data="Projekt;Nr;Tid;Kost\nHus;1;grön;gul\n").table("p")
    assert [(column.key, column.label, column.group) for column in table.columns] == [
        ("nr", "Nr", ""),
        ("tid", "Tid", ""),
        ("kost", "Kostnad", "Läge"),
    ]
    assert table.figure("hus", "kost").value == Status(Level.PARTLY)


def test_a_date_that_is_none_is_told_at_its_cell(make_book: MakeBook) -> None:
    config = CONFIG.replace("statuses: [Tid]", "statuses: [Tid], dates: [Klart]")
    with pytest.raises(ContentError) as caught:
        make_book(config, data="Projekt;Nr;Tid;Klart\nHus;1;grön;2024-12-31\nBro;2;grön;2024-13-31\n").table("p")
    assert str(caught.value) == (
        "input/2024-07/data.csv:3: '2024-13-31' i kolumnen 'Klart' är inget datum. Skriv det som 2024-08-27."
    )
