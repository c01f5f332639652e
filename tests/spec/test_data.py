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
        "Nycklar som finns: file, sheet, header, skip_rows, fill_down, decimal, owner, due, carry, done, clear "
        "och months."
    )


def test_who_delivers_a_source_and_what_follows_from_month_to_month_is_said_at_it(read_yaml: ReadYaml) -> None:
    catalogue = read_catalogue(
        read_yaml(
            "sources:\n  a:\n    file: a.xlsx\n    header: b\n    owner: kanslichef\n    due: 10\n    carry: true\n"
            "    done: {Status: Klar, Läge: [Avslutat, Avskrivet]}\n    clear: [Nytt]\n    months: [januari, juli]\n"
            "comments: {owner: kommunikatör, due: 20}\n"
        )
    )
    source = catalogue.sources["a"]
    assert (source.owner, source.due, source.carry) == ("kanslichef", 10, True)
    assert source.done == {"Status": ("Klar",), "Läge": ("Avslutat", "Avskrivet")}
    assert (source.clear, source.months) == (("Nytt",), ("januari", "juli"))
    assert (catalogue.comments.owner, catalogue.comments.due) == ("kommunikatör", 20)


@pytest.mark.parametrize(("name", "value"), [("done", "{Status: klar}"), ("clear", "[Nytt]"), ("months", "[juli]")])
def test_what_follows_from_carrying_is_refused_where_nothing_is_carried(
    read_yaml: ReadYaml, name: str, value: str
) -> None:
    text = f"sources:\n  a:\n    file: a.xlsx\n    header: b\n    {name}: {value}\n"
    assert _fault(read_yaml, text) == (
        f"fil.yaml:5:{len(name) + 7}: '{name}' gäller filer som kopieras. Lägg till 'carry: true', eller ta bort den."
    )


def test_a_month_that_is_none_and_a_day_that_no_month_has_are_told(read_yaml: ReadYaml) -> None:
    told = _fault(read_yaml, "sources:\n  a: {file: a, header: b, due: 32, carry: true, months: [julli]}\n")
    assert "fil.yaml:2:32: 'due' ska vara högst 31." in told
    assert "'julli' går inte att använda som 'months'. Menade du 'juli'?" in told
