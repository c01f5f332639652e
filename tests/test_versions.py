from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckbuilder.saving import save
from deckbuilder.versions import MOST, keep, remove_oldest, versions

NOON = 1_722_508_200.0
OTHERS = [
    "rapport-2024-07 egen.pptx",
    "rapport-2024-07-b 2024-08-01 12.30.00.pptx",
    "min rapport-2024-07 2024-08-01 12.30.00.pptx",
    "rapport-2024-07 2024-08-01 12.30.00.pdf",
    "rapport-2024-07 2024-08-01.pptx",
    "rapport-2024-07 2024-08-01 12.30.00 kopia.pptx",
]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "rapport-2024-07.pptx"
    path.write_bytes(b"ny")
    return path


def _kept(deck: Path) -> list[bytes]:
    return [version.path.read_bytes() for version in versions(deck)]


def _keep_many(deck: Path, count: int) -> None:
    """Keep versions whose files were put there a second apart."""
    for number in range(count):
        path, _ = keep(b"%d" % number, deck, NOON + number)
        os.utime(path, (NOON + number, NOON + number))


def test_a_deck_without_versions_has_none(deck: Path) -> None:
    assert versions(deck) == []


def test_a_version_is_named_by_when_it_was_saved_and_knows_its_size(deck: Path) -> None:
    path, is_new = keep(b"gammal", deck, NOON)
    (version,) = versions(deck)
    assert is_new
    assert (version.path, version.size) == (path, 6)
    assert path.name == f"rapport-2024-07 {version.saved}.pptx"
    assert version.saved.startswith("2024-08-01 ")
    assert version.saved.endswith(".30.00")


def test_the_one_kept_last_comes_first_also_when_it_was_saved_long_ago(deck: Path) -> None:
    _keep_many(deck, 3)
    keep(b"ur en reservkopia", deck, NOON - 1_000_000)
    assert _kept(deck) == [b"ur en reservkopia", b"2", b"1", b"0"]


def test_the_same_content_is_kept_once_and_counts_as_kept_last(deck: Path) -> None:
    _keep_many(deck, 3)
    path, is_new = keep(b"0", deck, NOON + 60)
    assert not is_new
    assert (versions(deck)[0].path, _kept(deck)) == (path, [b"0", b"2", b"1"])


def test_thirty_are_kept_and_only_files_of_this_decks_own_naming_are_removed(deck: Path) -> None:
    _keep_many(deck, MOST + 2)
    for name in OTHERS:
        (deck.parent / ".versions" / name).write_bytes(b"inte din")
        os.utime(deck.parent / ".versions" / name, (0, 0))
    remove_oldest(deck)
    assert (len(versions(deck)), MOST) == (30, 30)
    assert _kept(deck)[-1] == b"2"
    assert all((deck.parent / ".versions" / name).exists() for name in OTHERS)


def test_each_save_removes_the_oldest(deck: Path) -> None:
    _keep_many(deck, MOST)
    save(b"nyare", deck)
    assert (len(versions(deck)), _kept(deck)[0], _kept(deck)[-1]) == (MOST, b"ny", b"1")


def test_a_save_that_fails_removes_no_version(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep_many(deck, MOST + 2)
    before = _kept(deck)
    real = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == deck:
            raise PermissionError
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    assert save(b"nyare", deck).obstacle
    assert _kept(deck) == before


def test_a_version_that_cannot_be_removed_stays_until_the_next_time(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_many(deck, MOST + 1)

    def refused(self: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(self, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        remove_oldest(deck)
    assert len(versions(deck)) == MOST + 1
    remove_oldest(deck)
    assert len(versions(deck)) == MOST
