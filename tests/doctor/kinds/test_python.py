from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.doctor.looking import found

if TYPE_CHECKING:
    import pytest


def test_the_python_that_runs_is_new_enough() -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    assert found("python") == [("OK", f"Version {version}.", "")]


def test_an_old_python_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuilder.doctor.kinds.python.sys.version_info", (3, 10, 4, "final", 0))
    remedy = "Installera Python 3.11 eller senare från python.org."
    assert found("python") == [("Fel", "Version 3.10.4 är för gammal.", remedy)]
