"""What the slide types make of figures, where it is easily made wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden import charts, slides_by_id, table_rows

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace


def build(workspace: Workspace, slide: str) -> Any:
    """Build a report of one slide, given as the lines below its id and title."""
    lines = "".join(f"    {line}\n" for line in slide.splitlines())
    text = f"title: Prov\nslides:\n  - id: prov\n    title: Prov\n{lines}"
    (workspace.root / "config" / "prov.yaml").write_text(text, encoding="utf-8")
    result = workspace.build("2024-07", "--report", "prov")
    if result.exit_code:
        return result.output.splitlines()[1]
    return slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")["prov"]


def test_a_label_that_several_columns_share_is_not_guessed_at(workspace: Workspace) -> None:
    fault = build(workspace, "type: table\nfigures: region\ncolumns: [Avvikelse]")
    assert fault == (
        "config/prov.yaml:7:15: DB403 Kolumnen 'Avvikelse' finns flera gånger i siffrorna. "
        "Välj bland ack_avvikelse och helar_avvikelse."
    )


def test_statuses_are_counted_as_they_are_shown(workspace: Workspace) -> None:
    slide = build(
        workspace, "type: portfolio_status\nfigures: utvecklingsportfolj\nrows: [FVIS programmet]\ncolumns: [Tid]"
    )
    assert table_rows(slide)[1:] == [["FVIS programmet", "▲ Delvis →"]]
    assert slide.placeholders[13].text == "1 delvis av 1 bedömningar, juli 2024"


def test_a_target_keeps_its_decimals(workspace: Workspace) -> None:
    slide = build(
        workspace, "type: chart\nfigures: minskad_administration\ncolumns: [uppnatt]\ntarget: 99.5\ntarget_label: Mål"
    )
    (chart,) = charts(slide)
    assert [series.name for plot in chart.plots for series in plot.series] == ["Uppnått", "Mål 99,5"]


@pytest.mark.parametrize("kind", ["bar", "stacked"])
def test_a_target_where_it_cannot_be_drawn_is_refused(workspace: Workspace, kind: str) -> None:
    fault = build(workspace, f"type: chart\nfigures: minskad_administration\nkind: {kind}\ntarget: 100")
    assert fault.endswith(
        f": DB421 En mållinje kan inte visas i {kind}. Välj kind: column eller line, eller ta bort target."
    )


def test_text_beside_a_chart_goes_on_over_the_whole_slide(workspace: Workspace) -> None:
    text = "".join(f"\n  - Punkt {n} med en hel del text som tar plats på bilden" for n in range(30))
    build(workspace, f"type: chart\nfigures: minskad_administration\ntext: |{text}")
    slides = slides_by_id(workspace.root / "output" / "prov-2024-07.pptx")
    assert len(slides) > 1
    assert slides["prov"].slide_layout.name == "Diagram och text"
    assert {slides[name].slide_layout.name for name in list(slides)[1:]} == {"Rubrik och innehåll"}


def test_a_chart_of_more_categories_than_can_be_read_is_refused(workspace: Workspace) -> None:
    rows = "".join(f"R{n};1\r\n" for n in range(40))
    (workspace.root / "input/2024-07/personalkostnad_arlig.csv").write_text(f"År;Ökning\r\n{rows}", encoding="utf-8")
    assert build(workspace, "type: chart\nfigures: personalkostnad_arlig") == (
        "config/prov.yaml:3:5: DB413 Diagrammet får 40 kategorier, men högst 31 går att läsa. "
        "Välj kategorier i 'rows', eller visa siffrorna med bildtypen table."
    )


def test_the_reports_title_may_hold_a_template(workspace: Workspace) -> None:
    workspace.edit(
        "config/manadsrapport.yaml",
        "title: Regiondirektörens månadsrapport\nmeeting",
        'title: "Rapport {{ period }}"\nmeeting',
    )
    workspace.build()
    footers = {
        s.text for slide in slides_by_id(workspace.deck).values() for s in slide.placeholders if "footer" in s.name
    }
    assert footers == {"Rapport juli 2024"}
