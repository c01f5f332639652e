"""docs/felkoder.md has all pages on message codes."""

from __future__ import annotations

from docs.make_codes import CODES, written


def test_the_page_is_as_the_script_makes_it() -> None:
    assert CODES.read_text(encoding="utf-8") == written(), "Run python -m docs.make_codes"
