from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.doctor.looking import found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a library of a version before all others."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(name: str, version: str) -> None:
        folder = tmp_path / f"{name}-{version}.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")

    return put


def test_all_are_there_where_the_tests_run() -> None:
    assert [level for level, _, _ in found("libraries")] == ["OK"] * 4


@pytest.mark.parametrize(("version", "does"), [("2.9", False), ("2.14", True), ("3.0", False)])
def test_one_of_the_wrong_version_is_a_fault(
    installed: Callable[[str, str], None], version: str, *, does: bool
) -> None:
    installed("babel", version)
    level, sentence, remedy = found("libraries")[0]
    missing = ("Fel", "babel saknas eller har fel version.", 'Installera: pip install "babel<3,>=2.14"')
    assert (level, sentence, remedy) == (("OK", "De som bygget behöver finns.", "") if does else missing)


def test_one_that_is_missing_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["finns-inte>=1,<2", "babel>=2"]
    monkeypatch.setattr("deckbuilder.doctor.kinds.libraries.requires", lambda _: needed)
    remedy = 'Installera: pip install "finns-inte>=1,<2"'
    assert found("libraries")[0] == ("Fel", "finns-inte saknas eller har fel version.", remedy)


def test_one_that_only_a_command_needs_is_worth_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["babel>=2", "finns-inte>=1; extra == 'preview'", "uvicorn>=999; extra == 'preview'"]
    monkeypatch.setattr("deckbuilder.doctor.kinds.libraries.requires", lambda _: needed)
    assert found("libraries")[1] == (
        "Obs",
        "För deckbuilder preview saknas finns-inte och uvicorn.",
        'Installera: pip install "finns-inte>=1" "uvicorn>=999"',
    )


def test_what_is_installed_is_never_our_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package has it."""
    needed = ["finns-inte; extra == 'preview'", "deckbuilder[pdf]; extra == 'preview'"]
    monkeypatch.setattr("deckbuilder.doctor.kinds.libraries.requires", lambda _: needed)
    assert all("pip install deckbuilder" not in remedy for _, _, remedy in found("libraries"))
