from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.spec.data import Catalogue, SourceSpec, read_catalogue

if TYPE_CHECKING:
    from tests.conftest import ReadYaml


def _fault(read_yaml: ReadYaml, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_catalogue(read_yaml(text))
    return str(caught.value)


def test_an_empty_file_declares_nothing(read_yaml: ReadYaml) -> None:
    assert read_catalogue(read_yaml("")) == Catalogue(sources={}, figures={})


def test_a_source_is_a_file_and_its_header(read_yaml: ReadYaml) -> None:
    catalogue = read_catalogue(read_yaml("sources:\n  region: {file: a.csv, header: Nämnd}\nfigures:\n  a: 1\n"))
    assert catalogue.sources == {"region": SourceSpec(file="a.csv", header="Nämnd", decimal="komma")}
    assert catalogue.figures == {"a": 1}


def test_a_source_without_header_is_told_at_its_line(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "sources:\n  region:\n    file: a.csv\n") == (
        "fil.yaml:3:5: Nyckeln 'header' saknas. Lägg till 'header: …'."
    )


def test_a_source_with_a_capital_letter_is_told_at_its_line_too(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "sources:\n  a: {file: a.csv, header: b}\n  Region:\n    file: a.csv\n") == (
        "fil.yaml:4:5: Nyckeln 'header' saknas. Lägg till 'header: …'."
    )


def test_a_misspelt_key_of_a_source_is_told_with_the_nearest(read_yaml: ReadYaml) -> None:
    assert _fault(read_yaml, "sources:\n  region: {file: a.csv, header: b, skiprows: [c]}\n") == (
        "fil.yaml:2:36: Nyckeln 'skiprows' finns inte här. Menade du 'skip_rows'? "
        "Nycklar som finns: file, sheet, header, skip_rows, fill_down och decimal."
    )
