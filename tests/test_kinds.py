from __future__ import annotations

from deckbuilder.kinds import kind, kinds


def test_the_kinds_of_a_package_are_its_modules_in_order() -> None:
    assert kinds("deckbuilder.figures.calculations")[:3] == ("budget", "history", "monthly")
    assert kinds("deckbuilder.sources.kinds") == ("csv", "excel")


def test_a_kind_is_the_module_of_its_name() -> None:
    assert kind("deckbuilder.sources.kinds", "csv").SUFFIXES == (".csv", ".txt", ".tsv")
