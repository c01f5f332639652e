"""A changed cell changes every slide, sentence and alternative text that shows it, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from deckbuilder.period import Period
from deckbuilder.sources.grid import CellRef
from tests.mutation import cells
from tests.mutation.following import SEED, Report, faults
from tests.mutation.seen import seen, visible
from tests.mutation.slides import parts_by_slide
from tests.workspace import REPO, Workspace, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from deckbuilder.page import Page
    from tests.mutation.following import State

pytestmark = pytest.mark.slow  # whole reports, again and again

JULY, AUGUST = "input/2024-07", "input/2022-08"
TOGETHER = 4  # files that are changed at once where it must be quick
EACH_OF_JULY, EACH_OF_AUGUST = 3, 2
NOT_SHOWN = {f"{JULY}/vardplatser.csv"}
_TEXTS = ("title", "subtitle", "caption", "label", "since", "text", "source", "left_title", "right_title")


def _files(folder: str) -> list[str]:
    """Return the files of a month's input that figures come from."""
    paths = (path for path in (REPO / folder).iterdir() if path.suffix in {".csv", ".xlsx"})
    return sorted({f"{folder}/{path.name}" for path in paths} - NOT_SHOWN)


@pytest.fixture(scope="module")
def july(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = copy_project(tmp_path_factory.mktemp("juli") / "projekt").root
    return Report.read(root, "manadsrapport", Period(2024, 7, 7))


@pytest.fixture(scope="module")
def august(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = copy_project(tmp_path_factory.mktemp("augusti") / "projekt").root
    return Report.read(root, "augusti-2022", Period.parse("2022-08"))


def followed(report: Report, changed: Iterable[CellRef]) -> list[str]:
    """Change cells all at once and return the faults, with the cells that they follow from."""
    changes = {cell: report.other(cell) for cell in changed}
    written = [f"{cell}: {cells.value(report.root, cell)!r} → {new!r}" for cell, new in changes.items()]
    return [
        f"{fault} (seed {SEED}; {'; '.join(written)})" for fault in faults(report.base, report.after(changes), changes)
    ]


@pytest.fixture(scope="module")
def sample_of_july(july: Report) -> list[CellRef]:
    return [cell for (cell,) in july.sample(1).values()]


def test_a_cell_of_each_file_changes_what_shows_it_and_nothing_else(
    july: Report, sample_of_july: list[CellRef]
) -> None:
    assert sorted(cell.file for cell in sample_of_july) == _files(JULY)
    for start in range(TOGETHER):
        assert followed(july, sample_of_july[start::TOGETHER]) == []


def test_the_same_holds_for_august(august: Report) -> None:
    sample = [cell for (cell,) in august.sample(1).values()]
    assert sorted(cell.file for cell in sample) == _files(AUGUST)
    for start in range(2):
        assert followed(august, sample[start::2]) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", _files(JULY))
def test_each_cell_changes_what_shows_it_and_nothing_else(july: Report, file: str) -> None:
    for cell in july.sample(EACH_OF_JULY)[file]:
        assert followed(july, [cell]) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", _files(AUGUST))
def test_each_cell_of_august_changes_what_shows_it_and_nothing_else(august: Report, file: str) -> None:
    for cell in august.sample(EACH_OF_AUGUST)[file]:
        assert followed(august, [cell]) == []


def test_what_no_slide_shows_changes_no_slide(july: Report) -> None:
    beds = CellRef(f"{JULY}/vardplatser.csv", "", 12, 3)
    who = CellRef(f"{JULY}/nyckeltal.xlsx", "Nyckeltal", 3, 4)
    printed_total = CellRef(f"{JULY}/resultat_region.csv", "", 14, 2)
    old = [cells.value(july.root, cell) for cell in (beds, who, printed_total)]
    assert old == ["613", "Ekonomistab", "−211\u00a0603"]
    assert visible_pages(july.after({beds: "999", who: "Någon annan", printed_total: "1"})) == visible_pages(july.base)


def test_a_renamed_row_changes_the_slides_that_show_the_row_and_nothing_else(july: Report) -> None:
    names = {
        CellRef(f"{JULY}/utvecklingsportfolj.xlsx", "Initiativ", 5, 1): {"utvecklingsportfolj"},
        CellRef(f"{JULY}/uppdrag.xlsx", "Uppdrag", 4, 1): {"uppdrag"},
        CellRef(f"{JULY}/objekteffekter.xlsx", "Effekter", 4, 1): {"objekteffekter"},
    }
    old = [cells.value(july.root, cell) for cell in names]
    after = july.after({cell: f"Nytt namn {cell.row}" for cell in names})
    changed = {name for name, page in visible_pages(july.base).items() if visible_pages(after)[name] != page}
    assert changed == set().union(*names.values())
    said = [text for name in changed for _, text in seen(after.pages[name]) if isinstance(text, str)]
    assert [text for text in said if any(name in text for name in old)] == []


def test_the_saved_slides_that_differ_are_those_that_show_the_cells(
    july: Report, sample_of_july: list[CellRef], july_deck: Path, workspace: Workspace
) -> None:
    changes = {cell: july.other(cell) for cell in sample_of_july[::6]}
    for cell, new in changes.items():
        cells.write(workspace.root, cell, new)
    assert workspace.build().exit_code == 0
    before, after = parts_by_slide(july_deck), parts_by_slide(workspace.deck)
    pages, now = visible_pages(july.base), visible_pages(july.after(changes))
    assert before.keys() == after.keys() == pages.keys()
    differ = {name for name, page in pages.items() if now[name] != page}
    assert len(differ) >= len(changes)
    assert {name for name in before if before[name] != after[name]} == differ


def test_a_number_that_is_typed_beside_its_figure_is_found_to_stand_still(july: Report) -> None:
    id_ = "nyckeltal.besparing_administration_tjanster.varde"
    (cell,) = july.base.figures[id_].cells
    after = july.after({cell: july.other(cell)})
    subtitle = f"Det är {july.base.figures[id_].shown()} tjänster"
    before, now = (_with_subtitle(state, "minskad-administration", subtitle) for state in (july.base, after))
    assert faults(before, now, [cell]) == [f"minskad-administration still has '{subtitle}' at ('subtitle',)"]


def test_a_slide_that_shows_a_figure_unnoted_is_found(july: Report) -> None:
    id_ = "nyckeltal.besparing_administration_tjanster.varde"
    (cell,) = july.base.figures[id_].cells
    after = july.after({cell: july.other(cell)})
    before = replace(july.base, pages=july.base.pages | {"slut": july.base.pages["minskad-administration"]})
    silent = replace(before.pages["slut"], figures=())
    now = after.pages | {"slut": after.pages["minskad-administration"]}
    found = faults(replace(before, pages=before.pages | {"slut": silent}), replace(after, pages=now), [cell])
    assert found == ["slut changes, and notes no figure that does"]


@pytest.mark.parametrize(
    ("file", "explained"),
    [
        # the guarantee, from when months are no examples, how the plan was made, when the portfolio started, short
        # absence, a year's agreements
        (
            "config/manadsrapport.yaml",
            (
                "2024, 90 dagar, 90 dagar, 15 procent, 1 december, 2023, 1–14 dagar, 2024, "
                "90 dagar, 2024, 90 dagar, 2024, 90 dagar, 2024"
            ),
        ),
        # what the new finance policy says, years, and how many regions there are
        (f"{JULY}/kommentarer.md", "2024, 3,5 %, 2040, 60 %, 40 %, 20 %, 2025, 2019, 21 län, 2025, 2025, 2025, 2025"),
    ],
)
def test_the_only_numbers_typed_in_sentences_are_no_figures_of_the_input(file: str, explained: str) -> None:
    text = (REPO / file).read_text(encoding="utf-8")
    if file.endswith(".yaml"):
        text = "\n".join(_texts(yaml.safe_load(text)["slides"]))
    text = re.sub(r"\{\{.*?\}\}", "", text)
    assert ", ".join(re.findall(r"(?<!\w)\d[\d–]*(?:,\d+)?(?: (?:%|procent|dagar|december|län))?", text)) == explained


def _with_subtitle(state: State, name: str, subtitle: str) -> State:
    return replace(state, pages=state.pages | {name: replace(state.pages[name], subtitle=subtitle)})


def _texts(data: object) -> Iterator[str]:
    """Yield the texts of slides that people read, as YAML has them."""
    if isinstance(data, list):
        for one in data:
            yield from _texts(one)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in _TEXTS and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)


def visible_pages(state: State) -> dict[str, Page]:
    """Return what people see and hear of each page, by id."""
    return {name: visible(page) for name, page in state.pages.items()}
