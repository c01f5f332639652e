"""Tables that are not in the monthly report come out as published, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.test_pages import build
from tests.golden import facts, plain, table_rows

if TYPE_CHECKING:
    from tests.workspace import Workspace


def test_agency_staff_is_as_published_with_its_groups_and_sums(workspace: Workspace) -> None:
    slide = build(
        workspace, "type: table\nfigures: hyrpersonal\nlabel: Verksamhet\nunit: mkr\ndecimals: 1\nsum_decimals: 0"
    )
    rows = [[plain(text) for text in row] for row in table_rows(slide)[1:]]
    groups = [row[0] for row in rows if not any(row[1:])]
    assert groups == ["Primärvård", "Sjukhusvård"]
    published = [[*row[2:-1], row[-1].removesuffix("%")] for row in facts("hyrpersonal_mkr")]
    assert [row[1:] for row in rows if any(row[1:])] == published
    labels = [(row[1] or row[0]).capitalize() for row in facts("hyrpersonal_mkr")]
    assert [row[0].capitalize() for row in rows if any(row[1:])] == labels
    assert len(published) * len(published[0]) == 28
