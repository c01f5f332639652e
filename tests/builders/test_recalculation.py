"""A spreadsheet program makes of edited cells what a new build makes of the same figures."""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.builders.test_pages import build
from tests.builders.test_waterfall import OWN, own
from tests.golden import charts
from tests.rendering import needs

if TYPE_CHECKING:
    from typing import Any

    from tests.workspace import Workspace

pytestmark = [pytest.mark.rendering, needs("soffice")]

BULLET = "type: bullet\nfigures: prov\noutcome: utfall\ntarget: plan\n"


@pytest.mark.parametrize(
    ("slide", "before", "after"),
    [
        (OWN, "Löner;100;-80\nHyror;-30;70\nLäkemedel;0;5\n", "Löner;120;90\nHyror;-90;-200\nLäkemedel;0;240\n"),
        (BULLET, "Löner;100;80\nHyror;100;130\nResor;50;20\n", "Löner;100;130\nHyror;90;90\nResor;50;0\n"),
    ],
    ids=["waterfall", "bullet"],
)
def test_edited_cells_give_the_chart_of_the_new_figures(
    workspace: Workspace, slide: str, before: str, after: str
) -> None:
    edited = _workbook(own(workspace, before, slide), values=False)
    (workspace.root / "input/2024-07/prov.csv").write_text(f"Orsak;Plan;Utfall\n{after}", encoding="utf-8")
    wanted = _workbook(build(workspace, slide), values=True)["Data"]
    changed = 0
    for cell in (cell for row in edited["Data"].iter_rows(min_row=2, max_col=3) for cell in row):
        if isinstance(cell.value, int | float):
            changed += cell.value != wanted[cell.coordinate].value
            cell.value = wanted[cell.coordinate].value
    assert changed >= 3
    found = _recalculated(edited)["Data"]
    assert _shown(found) == _shown(wanted)


def _workbook(slide: Any, *, values: bool) -> Any:
    (chart,) = charts(slide)
    return load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob), data_only=values)


def _recalculated(book: Any) -> Any:
    """Return a workbook's values as LibreOffice computes them: openpyxl saves formulas without any."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ny").mkdir()
        book.save(folder / "bok.xlsx")
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "ny")]
        subprocess.run([*convert, str(folder / "bok.xlsx")], check=True, capture_output=True, timeout=300)
        return load_workbook(folder / "ny" / "bok.xlsx", data_only=True)


def _shown(sheet: Any) -> dict[str, str | float]:
    """Return the cells that hold something, numbers without what floating point adds."""
    cells = {cell.coordinate: cell.value for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row}
    return {
        at: round(value, 9) if isinstance(value, int | float) else value
        for at, value in cells.items()
        if value is not None
    }
