from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.test_pages import build
from tests.golden import table_rows

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

NOTE = "Summor är räknade på oavrundade tal och kan skilja i sista siffran"
ADJUSTED = "Avrundade tal är justerade så att de summerar"
INVESTMENTS = "figures: investeringar\nunit: mkr\ncolumns: [Utfall ack. juli]\n"


def _source(slide: Any) -> str:
    (shape,) = [shape for shape in slide.placeholders if shape.name.endswith("/source")]
    return str(shape.text_frame.text)


def _alternative(slide: Any) -> str:
    (shape,) = [shape for shape in slide.shapes if shape.has_table]
    return str(shape._element.nvGraphicFramePr.cNvPr.get("descr"))


def _column(slide: Any) -> list[str]:
    return [row[1] for row in table_rows(slide)[1:]]


def test_a_table_is_plainly_rounded_and_says_that_its_sums_can_differ(workspace: Workspace) -> None:
    slide = build(workspace, f"type: table\n{INVESTMENTS}")
    assert _column(slide) == ["377", "59", "23", "20", "0", "1", "479"]
    assert _source(slide) == f"Källa: investeringar.xlsx. {NOTE}"


def test_a_table_that_adds_up_says_that_it_was_adjusted(workspace: Workspace) -> None:
    slide = build(workspace, f"type: table\nrounding: adds_up\n{INVESTMENTS}")
    assert _column(slide) == ["377", "59", "22", "20", "0", "1", "479"]
    assert _source(slide) == f"Källa: investeringar.xlsx. {ADJUSTED}"


def test_the_note_stands_also_beside_a_source_of_the_slides_own(workspace: Workspace) -> None:
    slide = build(workspace, f"type: table\nrounding: adds_up\nsource: Ekonomistaben.\n{INVESTMENTS}")
    assert _source(slide) == f"Ekonomistaben. {ADJUSTED}"


def test_a_number_in_the_slides_own_sentence_is_the_one_in_the_table(workspace: Workspace) -> None:
    told = 'subtitle: "IT har kostat {{ investeringar.it.utfall | mkr }}"'
    slide = build(workspace, f"type: table\nrounding: adds_up\n{told}\n{INVESTMENTS}")
    assert _column(slide)[2] == "23"
    assert sum(int(shown) for shown in _column(slide)[:-1]) == 479


@pytest.mark.parametrize(("figures", "headers"), [("regionstyrelsen", 2), ("region", 2)])
def test_every_column_of_a_budget_table_adds_up(workspace: Workspace, figures: str, headers: int) -> None:
    slide = build(workspace, f"type: budget_table\nrounding: adds_up\nfigures: {figures}")
    rows = {row[0]: [_number(text) for text in row[1:]] for row in table_rows(slide)[headers:]}
    for total, parts in _sums(list(rows)).items():
        columns = zip(*(rows[part] for part in parts), strict=True)
        assert rows[total] == [sum(column) for column in columns], total


def _sums(names: list[str]) -> dict[str, list[str]]:
    """Return what a person who reads the table takes each of its sums to be made of."""
    costs = names[: names.index("Verksamhetens nettokostnader")]
    result = {"Verksamhetens nettokostnader": costs}
    if "Totalt" in names:
        result |= {
            "Summa skatter och statsbidrag": ["Skatteintäkter", "Generella statsbidrag"],
            "Verksamhetens resultat": ["Verksamhetens nettokostnader", "Summa skatter och statsbidrag"],
            "Summa finansnetto": ["Finansiella likvidströmmar", "Finansiella värderingar"],
            "Totalt": ["Verksamhetens resultat", "Summa finansnetto"],
        }
    return result


def _number(text: str) -> int:
    return int(text.replace("\u00a0", "").replace("\u2212", "-"))


def test_the_alternative_text_reads_the_adjusted_cells(workspace: Workspace) -> None:
    rows = "rows: [Verksamhetens nettokostnader, Summa skatter och statsbidrag, Verksamhetens resultat]"
    slide = build(
        workspace, f"type: table\nrounding: adds_up\nfigures: region\ncolumns: [ack_avvikelse]\n{rows}\nunit: mkr"
    )
    assert [row[1] for row in table_rows(slide)[2:]] == ["−588", "137", "−451"]
    assert "Summa skatter och statsbidrag: ackumulerat juli avvikelse 137." in _alternative(slide)


def test_an_unknown_rounding_is_told(workspace: Workspace) -> None:
    fault = build(workspace, f"type: table\nrounding: adds-up\n{INVESTMENTS}")
    assert fault == (
        "config/prov.yaml:6:15: DB107 'adds-up' går inte att använda som 'rounding'. Menade du 'adds_up'? "
        "Välj bland plain och adds_up."
    )
