from __future__ import annotations

from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from tests.doctor.looking import found

if TYPE_CHECKING:
    import pytest


def test_utf_8_has_all_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", TextIOWrapper(BytesIO(), encoding="utf-8"))
    assert found("console") == [("OK", "Utskriften har teckenkodningen utf-8.", "")]


def test_an_encoding_without_our_signs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", TextIOWrapper(BytesIO(), encoding="cp1252"))
    sentence = "Utskriften har teckenkodningen cp1252, som saknar några av våra tecken. De byts mot enklare."
    remedy = "Ta bort miljövariabeln PYTHONIOENCODING, eller sätt den till utf-8."
    assert found("console") == [("Obs", sentence, remedy)]
