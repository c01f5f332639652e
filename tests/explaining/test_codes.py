"""Every error in the program has a code, every code a page, and every page an error."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import deckbuilder
from deckbuilder.errors import CodedError, ContentError, DeckbuilderError
from deckbuilder.explaining.pages import codes
from tests.workspace import REPO

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

PACKAGE = REPO / "deckbuilder"


def _errors(of: type[DeckbuilderError]) -> Iterator[type[DeckbuilderError]]:
    for error in of.__subclasses__():
        yield from (error, *_errors(error))


def test_every_error_that_is_told_in_a_sentence_has_a_code() -> None:
    for module in walk_packages(deckbuilder.__path__, "deckbuilder."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    several = CodedError, ContentError  # each has its own code, which mypy sees to
    lacking = [one for one in _errors(DeckbuilderError) if not issubclass(one, several) and not hasattr(one, "code")]
    assert lacking == []


def _used() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return set(re.findall(r'"(DB[0-9]{3})[" ]', text)) | set(re.findall(r"\((DB[0-9]{3})\)", text))


def test_every_code_has_a_page() -> None:
    assert sorted(_used() - set(codes())) == []


def test_every_page_is_of_a_code_that_is_used() -> None:
    assert sorted(set(codes()) - _used()) == []
