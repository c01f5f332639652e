from __future__ import annotations

import pytest

from deckbuilder.compose.regions import ACROSS, DOWN, REGIONS, region


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Västra Götaland", "Västra Götaland"),
        ("Västra Götalandsregionen", "Västra Götaland"),
        ("VGR", "Västra Götaland"),
        ("Jämtland Härjedalen", "Jämtland"),
        ("Region Jämtland/Härjedalen", "Jämtland"),
        ("Region Jönköpings län", "Jönköping"),
        ("Region Örebro län", "Örebro"),
        ("Västmanlands län", "Västmanland"),
        ("Dalarnas län", "Dalarna"),
        ("Södermanlands län", "Sörmland"),
        ("  region  SÖRMLAND ", "Sörmland"),
        ("Region Skåne", "Skåne"),
    ],
)
def test_a_region_is_known_by_every_name_that_files_have(written: str, name: str) -> None:
    found = region(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["Riket", "", "Län", "Region", "Umeå", "Totalt"])
def test_what_is_no_region_is_none(written: str) -> None:
    assert region(written) is None


def test_there_are_21_each_with_a_place_of_its_own() -> None:
    places = {(one.column, one.row) for one in REGIONS}
    assert len(REGIONS) == len(places) == len({one.name for one in REGIONS}) == 21
    assert all(0 <= column < ACROSS and 0 <= row < DOWN for column, row in places)
