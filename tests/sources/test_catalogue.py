from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError, Place
from deckbuilder.sources.catalogue import Sources
from deckbuilder.spec.data import SourceSpec

if TYPE_CHECKING:
    from pathlib import Path


def _sources(folder: Path, **files: str) -> Sources:
    (folder / "in").mkdir(exist_ok=True)
    specs = {name: SourceSpec(file=file, header="Namn") for name, file in files.items()}
    places = {name: Place("sources.yaml", number, 3) for number, name in enumerate(specs, start=2)}
    return Sources(folder / "in", "input/2024-07", specs, places)


def _fault(folder: Path, file: str) -> str:
    with pytest.raises(ContentError) as caught:
        _sources(folder, a=file).table("a")
    return str(caught.value)


def test_a_source_is_read_by_the_ending_of_its_file(tmp_path: Path) -> None:
    sources = _sources(tmp_path, region="Resultat.CSV")
    (tmp_path / "in" / "Resultat.CSV").write_text("Namn;Utfall\na;1\n")
    table = sources.table("region")
    assert (table.name, table.file, table.columns) == ("region", "input/2024-07/Resultat.CSV", ("Namn", "Utfall"))


def test_a_file_is_read_once(tmp_path: Path) -> None:
    sources = _sources(tmp_path, a="a.csv", b="a.csv")
    path = tmp_path / "in" / "a.csv"
    path.write_text("Namn\nförst\n")
    first = sources.table("a")
    path.write_text("Namn\nsedan\n")
    assert sources.table("a") is first
    assert sources.table("b").rows[0][0].text == "först"


def test_a_missing_file_is_told_with_the_nearest_and_all_but_locks(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("resultat.csv", "vantande.csv", "~$bok.xlsx", ".DS_Store", "kommentarer.md"):
        (tmp_path / "in" / name).touch()
    assert _fault(tmp_path, "resutat.csv") == (
        "sources.yaml:2:3: Filen 'resutat.csv' saknas i input/2024-07. Menade du 'resultat.csv'? "
        "Lägg den i mappen, eller ta bort bilderna som behöver den. "
        "Filer som finns: resultat.csv och vantande.csv."
    )


@pytest.mark.parametrize("file", ["../hemlig.csv", "/etc/passwd"])
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / "hemlig.csv").write_text("Namn\n")
    assert _fault(tmp_path, file) == (
        f"sources.yaml:2:3: Filen '{file}' ligger utanför input/2024-07. Lägg den i mappen."
    )


def test_a_file_of_another_kind_is_refused_with_the_kinds_there_are(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "rapport.pdf").touch()
    assert _fault(tmp_path, "rapport.pdf") == (
        "sources.yaml:2:3: Filer av slaget '.pdf' går inte att läsa. "
        "Spara filen som något av .csv, .txt, .tsv, .xlsx och .xlsm."
    )


def test_a_file_name_that_no_disk_can_hold_is_told_as_missing(tmp_path: Path) -> None:
    file = "a" * 300 + ".csv"
    assert _fault(tmp_path, file) == (
        f"sources.yaml:2:3: Filen '{file}' saknas i input/2024-07. "
        "Lägg den i mappen, eller ta bort bilderna som behöver den. Filer som finns: inga."
    )
