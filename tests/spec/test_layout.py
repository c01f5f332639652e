from __future__ import annotations

import pytest

from deckbuilder.errors import ContentError
from deckbuilder.spec.document import read_document
from deckbuilder.spec.layout import ROLES, read_layout
from tests.conftest import ROOT, ReadYaml

SAMPLE = (ROOT / "layouts" / "region.yaml").read_text(encoding="utf-8")


def _fault(read_yaml: ReadYaml, text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_layout(read_yaml(text))
    return str(caught.value)


def test_the_sample_layout_has_every_role_and_place() -> None:
    spec = read_layout(read_document(ROOT / "layouts" / "region.yaml", "region.yaml"))
    assert spec.roles.keys() >= ROLES.keys()
    assert all(set(places) <= spec.roles[role].places.keys() for role, places in ROLES.items())


def test_missing_roles_are_told_one_by_one(read_yaml: ReadYaml) -> None:
    colours = SAMPLE[SAMPLE.index("colours:") :]
    faults = _fault(read_yaml, "template: region.pptx\nroles: {}\n" + colours).splitlines()
    assert faults == [f"fil.yaml:2:1: Rollen '{role}' saknas. Lägg till den under roles." for role in ROLES]


def test_a_role_without_a_place_is_told(read_yaml: ReadYaml) -> None:
    document = read_yaml(SAMPLE)
    places = document.data["roles"]["agenda"]["places"]
    del places["body"]
    with pytest.raises(ContentError) as caught:
        read_layout(document)
    place = document.place(("roles", "agenda"), key=True)
    assert str(caught.value) == f"{place}: Rollen 'agenda' saknar body. Lägg till under places."


def test_a_colour_that_is_not_of_the_theme_is_told_how_to_write_one(read_yaml: ReadYaml) -> None:
    document = read_yaml(SAMPLE)
    document.data["colours"]["good"] = "#00FF00"
    with pytest.raises(ContentError) as caught:
        read_layout(document)
    assert str(caught.value) == (
        f"{document.place(('colours', 'good'))}: '#00FF00' är ingen temafärg. "
        "Skriv en som accent1, eller en ljusare som tx1 65 35."
    )
