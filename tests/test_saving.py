from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from deckbuilder.saving import ChangedError, ObstacleError, Saved, SaveError, replace, save, save_beside, standing

OPEN = "den är öppen i ett annat program"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tmp_path / "output" / "rapport-2024-07.pptx"


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _saved_before(deck: Path, content: bytes) -> None:
    deck.parent.mkdir(exist_ok=True)
    deck.write_bytes(content)
    os.utime(deck, (1_722_500_000, 1_722_500_000))


def test_a_first_deck_is_saved_and_nothing_else_is_left(deck: Path) -> None:
    assert save(b"ny", deck) == Saved(deck, None, "")
    assert deck.read_bytes() == b"ny"
    assert _files(deck.parent) == [deck.name]


def test_a_different_deck_is_kept_under_when_it_was_saved(deck: Path) -> None:
    _saved_before(deck, b"redigerad")
    saved = save(b"ny", deck)
    assert saved.previous is not None
    assert saved.previous.read_bytes() == b"redigerad"
    assert saved.previous.parent == deck.parent / ".versions"
    assert saved.previous.name.startswith("rapport-2024-07 2024-08-01 ")
    assert deck.read_bytes() == b"ny"


def test_the_same_deck_is_not_kept_twice(deck: Path) -> None:
    save(b"samma", deck)
    assert save(b"samma", deck) == Saved(deck, None, "")
    assert _files(deck.parent) == [deck.name]


def test_versions_of_the_same_second_are_all_kept(deck: Path) -> None:
    kept = set()
    for number in range(3):
        _saved_before(deck, b"%d" % number)
        previous = save(b"ny", deck).previous
        assert previous is not None
        kept.add(previous)
    assert {path.read_bytes() for path in kept} == {b"0", b"1", b"2"}


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_a_deck_that_is_open_stays_as_it_is_and_the_new_one_gets_another_name(deck: Path, lock: str) -> None:
    _saved_before(deck, b"i visning")
    (deck.parent / lock.format(deck.name)).touch()
    assert save(b"ny", deck) == Saved(deck.parent / "rapport-2024-07 (2).pptx", None, OPEN)
    assert save(b"nyare", deck).path.name == "rapport-2024-07 (3).pptx"
    assert deck.read_bytes() == b"i visning"


def test_a_write_protected_deck_is_never_replaced(deck: Path) -> None:
    _saved_before(deck, b"arkiverad")
    deck.chmod(0o444)
    saved = save(b"ny", deck)
    assert (saved.path.name, saved.obstacle) == ("rapport-2024-07 (2).pptx", "den är skrivskyddad")
    assert deck.read_bytes() == b"arkiverad"


def test_a_deck_that_cannot_be_replaced_gets_another_name(deck: Path) -> None:
    """A folder of its name stands in the way."""
    deck.mkdir(parents=True)
    assert save(b"ny", deck) == Saved(deck.parent / "rapport-2024-07 (2).pptx", None, "den går inte att skriva över")


def test_without_a_folder_to_write_in_the_deck_is_kept_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tillfälligt").mkdir()
    (tmp_path / "output").write_bytes(b"ingen mapp")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tillfälligt"))
    saved = save(b"ny", tmp_path / "output" / "rapport.pptx")
    assert saved == Saved(tmp_path / "tillfälligt" / "rapport.pptx", None, "den går inte att skriva över")
    assert saved.path.read_bytes() == b"ny"


def test_with_nowhere_to_write_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "output").write_bytes(b"ingen mapp")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "output"))
    with pytest.raises(SaveError, match=r"Rapporten kunde inte sparas som .*rapport\.pptx\. Kontrollera diskutrymme"):
        save(b"ny", tmp_path / "output" / "rapport.pptx")


def test_a_save_that_fails_at_the_last_step_leaves_no_copy_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.pptx"
    path.write_bytes(b"gammal")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    saved = save(b"ny", path)
    assert path.read_bytes() == b"gammal"
    assert saved.path.read_bytes() == b"ny"
    assert list((tmp_path / ".versions").iterdir()) == []


def test_what_goes_with_a_deck_is_put_beside_it_in_place_of_an_earlier_one_and_no_version_is_kept(deck: Path) -> None:
    save(b"ny", deck)
    for content in (b"en", b"en till"):
        assert save_beside(content, deck.with_suffix(".siffror.json"))
    assert deck.with_suffix(".siffror.json").read_bytes() == b"en till"
    assert _files(deck.parent) == [deck.name, "rapport-2024-07.siffror.json"]


def test_what_cannot_be_put_beside_a_deck_leaves_it_and_no_half_file(deck: Path) -> None:
    save(b"ny", deck)
    (deck.parent / "rapport-2024-07.siffror.json").mkdir()
    assert not save_beside(b"siffror", deck.with_suffix(".siffror.json"))
    assert deck.read_bytes() == b"ny"
    assert _files(deck.parent) == [deck.name]


def test_a_deck_that_someone_saved_since_it_was_read_is_left(deck: Path) -> None:
    _saved_before(deck, b"som den var")
    read = standing(deck)
    deck.write_bytes(b"redigerad")
    with pytest.raises(ChangedError):
        save(b"ny", deck, read)
    assert deck.read_bytes() == b"redigerad"
    assert _files(deck.parent) == [deck.name]


def test_a_deck_that_appeared_since_there_was_none_is_left(deck: Path) -> None:
    read = standing(deck)
    _saved_before(deck, b"fr\xc3\xa5n en kollega")
    with pytest.raises(ChangedError):
        save(b"ny", deck, read)
    assert deck.read_bytes() == b"fr\xc3\xa5n en kollega"


def test_a_deck_that_someone_saves_while_the_new_one_is_written_is_left(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just before it is replaced it is compared once more."""
    _saved_before(deck, b"som den var")
    real = os.fsync

    def fsync(opened: int) -> None:
        real(opened)
        deck.write_bytes(b"redigerad")

    monkeypatch.setattr(os, "fsync", fsync)
    assert save(b"ny", deck) == Saved(
        deck.parent / "rapport-2024-07 (2).pptx", None, "den sparades av någon annan medan den nya skrevs"
    )
    assert deck.read_bytes() == b"redigerad"


def test_the_same_deck_need_not_be_written_so_one_that_is_open_is_no_obstacle(deck: Path) -> None:
    _saved_before(deck, b"samma")
    (deck.parent / f"~${deck.name}").touch()
    assert save(b"samma", deck) == Saved(deck)
    assert deck.stat().st_mtime == 1_722_500_000


def test_who_may_read_and_write_a_deck_stays(deck: Path) -> None:
    _saved_before(deck, b"gammal")
    deck.chmod(0o664)
    save(b"ny", deck)
    assert deck.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_replacing_tells_an_obstacle_and_writes_nothing(deck: Path, lock: str) -> None:
    _saved_before(deck, b"i visning")
    (deck.parent / lock.format(deck.name)).touch()
    before = _files(deck.parent)
    with pytest.raises(ObstacleError, match=OPEN):
        replace(b"ny", deck)
    assert _files(deck.parent) == before
