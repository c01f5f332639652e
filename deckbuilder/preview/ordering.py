"""Writes the slides' new order to the report's YAML, unless it has changed since the page was shown."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuilder.atomic import write
from deckbuilder.errors import DeckbuilderError
from deckbuilder.spec.reordering import reordered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MARK = "\ufeff"


class OrderError(DeckbuilderError):
    """The order could not be saved; the sentence tells why."""

    code = "DB872"


def digest(path: Path) -> str:
    """Return the digest of a file's content; "" when it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def save_order(path: Path, shown_as: str, ids: Sequence[str], shown: str | None) -> None:
    """Put a report's slides in an order of their ids; `shown` is the digest of the file when the page showed it.

    Raise OrderError when the file is another by now or cannot be written, ContentError when it cannot be reordered.
    """
    if not shown or digest(path) != shown:
        raise OrderError(f"{shown_as} har ändrats sedan sidan visades. Flytta bilden igen om det fortfarande behövs.")
    before = path.read_bytes()
    try:
        text = before.decode()
    except UnicodeDecodeError as error:
        raise OrderError(
            f"{shown_as} är inte sparad i UTF-8. Rätta felet som sidan visar, och flytta sedan."
        ) from error
    mark = _MARK if text.startswith(_MARK) else ""
    content = f"{mark}{reordered(text.removeprefix(_MARK), ids, shown_as)}".encode()
    if content == before:
        return

    def refuse_news() -> None:
        if digest(path) != shown:
            raise OrderError(f"{shown_as} sparades av någon annan samtidigt. Flytta bilden igen.")

    try:
        write(content, path, refuse_news)
    except OSError as error:
        sentence = (
            f"{shown_as} går inte att skriva. Kontrollera att du har rätt till filen och att disken inte är full."
        )
        raise OrderError(sentence) from error
