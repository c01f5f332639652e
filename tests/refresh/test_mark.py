from __future__ import annotations

import pytest

from deckbuilder.refresh.mark import mark_of, put_mark
from deckbuilder.refresh.parts import Parts
from tests.refresh.project import BEFORE, build

CUSTOM = "docProps/custom1.xml"
LABELLED = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="MSIP_Label"><vt:lpwstr>Intern</vt:lpwstr>'
    "</property></Properties>"
)


@pytest.fixture
def parts() -> Parts:
    return Parts.of(build(BEFORE))


def test_a_deck_gets_a_mark_and_then_another(parts: Parts) -> None:
    assert mark_of(parts) == ""
    for mark in ("0123456789abcdef", "fedcba9876543210"):
        put_mark(parts, mark)
        parts = Parts.of(parts.content())
        assert mark_of(parts) == mark
    assert parts.blobs[CUSTOM].count(b"<property ") == 1


def test_the_same_mark_changes_nothing(parts: Parts) -> None:
    put_mark(parts, "0123456789abcdef")
    content = parts.content()
    again = Parts.of(content)
    put_mark(again, "0123456789abcdef")
    assert again.content() is content


def test_other_properties_of_the_document_stay(parts: Parts) -> None:
    put_mark(parts, "0")
    parts.put(CUSTOM, LABELLED.encode())
    put_mark(parts, "0123456789abcdef")
    again = Parts.of(parts.content())
    assert mark_of(again) == "0123456789abcdef"
    assert LABELLED.removesuffix("</Properties>").encode() in again.blobs[CUSTOM]
    assert b'pid="8" name="deckbuilder-base"' in again.blobs[CUSTOM]
