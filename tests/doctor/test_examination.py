from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.doctor import examination
from deckbuilder.doctor.examination import KINDS, Examined, examine
from deckbuilder.doctor.finding import fault
from deckbuilder.kinds import kind, kinds
from deckbuilder.project import Project
from tests.workspace import REPO

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", kinds(KINDS))
def test_every_check_has_its_own_name_and_order_and_a_test(name: str) -> None:
    others = [kind(KINDS, other) for other in kinds(KINDS) if other != name]
    own = kind(KINDS, name)
    assert (own.NAME, own.ORDER) not in {(other.NAME, other.ORDER) for other in others}
    assert own.ORDER not in {other.ORDER for other in others}
    assert (REPO / "tests/doctor/kinds" / f"test_{name}.py").is_file()


def test_outside_a_project_only_the_computer_is_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    names = {one.name for one in examine(None)}
    assert names == {"Python", "Bibliotek", "Programmet", "Terminalen", "Office", "Disken", "Rapportmappen", "Skriva"}


def test_a_check_that_fails_itself_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = kind(KINDS, "python")
    monkeypatch.setattr(examination, "kinds", lambda _: ("python", "disk"))

    def look(_: object) -> None:
        raise ValueError("oväntat")

    monkeypatch.setattr(broken, "look", look)
    first, second = examine(Project(tmp_path))
    remedy = "Skicka raden till den som förvaltar verktyget."
    assert first == Examined("Python", fault("Kontrollen själv gick fel (ValueError: oväntat).", remedy))
    assert second.name == "Disken"
