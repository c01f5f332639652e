"""A waterfall leads from one total to another, and its workbook computes it anew when a change is edited."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.builders.shown import alternatives, categories, series
from tests.builders.test_pages import build
from tests.golden import charts, disagreements

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

REGION = "type: waterfall\nfigures: region\nstart: ack_budget\nend: ack_utfall\nstep: ack_avvikelse\nunit: mkr\n"
OWN = "type: waterfall\nfigures: prov\nstart: plan\nend: utfall\n"
SOURCE = "\n  prov:\n    file: prov.csv\n    header: Orsak\n    skip_rows: [Summa]"
FIGURES = """
  prov:
    kind: table
    source: prov
    key: Orsak
    unit: mkr
    columns: {plan: Plan, utfall: Utfall}
    total: Summa
"""


def own(workspace: Workspace, rows: str, slide: str = OWN) -> Any:
    """Build a waterfall of rows of a plan and an outcome."""
    workspace.edit("config/sources.yaml", "sources:", f"sources:{SOURCE}")
    path = workspace.root / "config/sources.yaml"
    path.write_text(path.read_text(encoding="utf-8") + FIGURES, encoding="utf-8")
    (workspace.root / "input/2024-07/prov.csv").write_text(f"Orsak;Plan;Utfall\n{rows}", encoding="utf-8")
    return build(workspace, slide)


def test_it_leads_from_the_start_by_every_row_to_the_end(workspace: Workspace) -> None:
    slide = build(workspace, REGION)
    names = categories(slide)
    assert (names[0], names[1], names[-1]) == ("Budget", "Regionstyrelsen", "Utfall")
    assert alternatives(slide)[0].startswith(
        "Vattenfallsdiagram: Resultat och budgetavvikelse per nämnd. Mkr, juli 2024. "
        "Budget \u2212143, Utfall \u2212100. Uppåt: Finansiella värderingar +475, Generella statsbidrag +176, "
    )


def test_bars_that_cross_zero_are_parted_there(workspace: Workspace) -> None:
    slide = own(workspace, "Löner;100;-80\nHyror;-30;70\n")
    found = series(slide)
    assert found["Minskning över noll"] == [None, 70, 0, None]
    assert found["Minskning under noll"] == [None, -110, 0, None]
    assert found["Ökning under noll"] == [None, 0, -100, None]
    assert found["Bas"] == [None, 0, -10, None]
    assert found["Utfall"] == [None, None, None, -10]


def test_good_and_bad_are_as_the_figures_or_the_slide_say(workspace: Workspace) -> None:
    slide = own(workspace, "Löner;100;-80\nHyror;-30;70\n", f"{OWN}better: lower")
    (chart,) = charts(slide)
    bars = [one for one in chart.plots[0].series if one.name != "Bas"]
    shown = {one.name: one.format.fill.fore_color.theme_color.name for one in bars}
    assert shown["Minskning över noll"] == "ACCENT_5"
    assert shown["Ökning över noll"] == "ACCENT_6"


def test_rows_may_become_one_step(workspace: Workspace) -> None:
    slide = build(workspace, f"{REGION}together: {{Små: [Revision, Patientnämnd]}}")
    assert "Små" in categories(slide)
    assert not {"Revision", "Patientnämnd"} & set(categories(slide))


def test_changes_that_do_not_add_up_are_refused_with_the_difference(workspace: Workspace) -> None:
    fault = build(workspace, f"{REGION}rows: [Regionstyrelsen, Revision]")
    assert fault.replace("\u00a0", " ") == (
        "config/prov.yaml:11:11: DB425 Stegen blir \u221252,310 Mkr tillsammans, men från Budget till Utfall "
        "är det 42,987 Mkr. 95,297 Mkr saknas. "
        "Ta med alla rader som summan består av i 'rows', och ingen rad två gånger."
    )


def test_changes_with_the_other_sign_are_told_as_that(workspace: Workspace) -> None:
    workspace.edit("config/sources.yaml", "sources:", f"sources:{SOURCE}")
    path = workspace.root / "config/sources.yaml"
    figures = FIGURES.replace("Utfall}", "Utfall, mot: {difference: [plan, utfall], label: Mot plan}}")
    path.write_text(path.read_text(encoding="utf-8") + figures, encoding="utf-8")
    (workspace.root / "input/2024-07/prov.csv").write_text("Orsak;Plan;Utfall\nA;1;3\nB;2;1\n", encoding="utf-8")
    assert build(workspace, f"{OWN}step: mot\n").replace("\u00a0", " ") == (
        "config/prov.yaml:9:11: DB425 Stegen blir −1 Mkr tillsammans, men från Plan till Utfall är det 1 Mkr. "
        "'mot' har omvänt tecken. Ta bort 'step', så räknas stegen som slutet minus början."
    )


def test_a_step_without_a_number_is_refused(workspace: Workspace) -> None:
    assert own(workspace, "Löner;100;\nHyror;-30;70\n").endswith("kan inte visas. Rätta siffrorna, eller välj andra.")


def test_more_steps_than_can_be_read_are_refused(workspace: Workspace) -> None:
    fault = own(workspace, "".join(f"R{n};1;2\n" for n in range(13)))
    assert fault.endswith(
        "Vattenfallet får 13 steg, men högst 12 går att läsa. "
        "Lägg ihop rader med 'together', eller välj summor i 'rows'."
    )


def test_the_workbook_holds_formulas_that_give_what_the_chart_shows(workspace: Workspace) -> None:
    (chart,) = charts(own(workspace, "Löner;100;-80\nHyror;-30;70\nLäkemedel;0;5\n"))
    assert disagreements(chart) == []
    blob = chart.part.chart_workbook.xlsx_part.blob
    formulas, kept = (load_workbook(BytesIO(blob), data_only=only)["Data"] for only in (False, True))
    assert [formulas["B3"].value, formulas["B6"].value] == [-180, "=SUM(B2:B5)"]
    computed = [cell.coordinate for row in formulas["C2:P6"] for cell in row if cell.value is not None]
    assert len(computed) > 30
    assert [cell for cell in computed if calculated(formulas, cell) != kept[cell].value] == []


FUNCTIONS = {
    "MAX": max,
    "MIN": min,
    "SUM": lambda *cells: sum(cells),
    "IF": lambda test, yes, no: yes if test else no,
    "ROUND": round,
    "ABS": abs,
    "FIXED": lambda number, places: f"{number:.{places}f}",
}


def calculated(sheet: Any, cell: str) -> Any:
    """Return what a spreadsheet would make of a cell's formula."""
    value = sheet[cell].value
    if not str(value).startswith("="):
        return value
    text = re.sub(r"B\$?2:B(\d+)", lambda m: ",".join(f"B{row}" for row in range(2, int(m[1]) + 1)), value[1:])
    text = text.replace("&", "+").replace('"', "'")
    names = {found: calculated(sheet, found) for found in re.findall(r"\b[A-Z]\d+\b", text)}
    return eval(text, {"__builtins__": {}}, {**FUNCTIONS, **names})  # noqa: S307 -- formulas that we wrote


def test_a_total_that_people_keep_is_reached_by_a_step_of_its_own(workspace: Workspace) -> None:
    kept = "- {figure: region.totalt.ack_utfall, value: -95 Mkr, was: '-99 816 tkr', reason: Nytt., by: ekonomichef}\n"
    (workspace.root / "input/2024-07/behallna.yaml").write_text(kept, encoding="utf-8")
    slide = build(workspace, REGION)
    assert categories(slide)[-2:] == ["Behållet värde*", "Utfall"]
    assert "Utfall \u221295. " in alternatives(slide)[0]
    assert "Behållet värde* +5" in alternatives(slide)[0]
