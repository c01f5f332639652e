"""Form that people and the data have both changed."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from deckbuilder.refresh.trees import merge_form
from deckbuilder.refresh.xml import A, same


def form(text: str) -> Any:
    """Return a shape's form of what stands in it."""
    return etree.fromstring(f'<a:spPr xmlns:a="{A}">{text}</a:spPr>')


def place(x: int, y: int) -> str:
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="1" cy="1"/></a:xfrm>'


def fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def tabs(places: str) -> Any:
    """Return a form with tabs at places of one digit each."""
    return form("<a:tabLst>" + "".join(f'<a:tab pos="{one}"/>' for one in places) + "</a:tabLst>")


SQUARE, ROUND = '<a:prstGeom prst="rect"/>', '<a:prstGeom prst="ellipse"/>'
LINE, WIDE = '<a:ln w="1"/>', '<a:ln w="9"/>'


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected"),
    [
        (place(1, 1), place(1, 1), place(2, 1), place(2, 1)),  # the data's, where people have done nothing
        (place(1, 1), place(5, 5), place(1, 1), place(5, 5)),  # people's, where the data stands still
        (place(1, 1), place(5, 5), place(2, 2), place(5, 5)),  # people's, where both have moved it
        (fill("good"), fill("good"), fill("bad"), fill("bad")),
        (fill("good"), fill("accent1"), fill("good"), fill("accent1")),
        (fill("good"), fill("accent1"), fill("bad"), fill("bad")),  # good and bad news are the data's
        (fill("good"), fill("good"), "<a:noFill/>", "<a:noFill/>"),
        (SQUARE, SQUARE, ROUND, ROUND),
        (SQUARE, ROUND, SQUARE, ROUND),
        (SQUARE, SQUARE + WIDE, ROUND, ROUND + WIDE),
        ("", "", LINE, LINE),
        (LINE, WIDE, "", WIDE),
        (LINE, LINE, "", ""),
        (SQUARE, SQUARE, SQUARE + fill("bad") + LINE, SQUARE + fill("bad") + LINE),
        (SQUARE + LINE, SQUARE + LINE, SQUARE + fill("bad") + LINE, SQUARE + fill("bad") + LINE),
    ],
)
def test_form_is_the_datas_until_people_change_it(base: str, theirs: str, ours: str, expected: str) -> None:
    there = form(theirs)
    merge_form(form(base), there, form(ours))
    assert etree.tostring(there) == etree.tostring(form(expected))


def test_only_what_has_changed_is_told() -> None:
    assert merge_form(form(place(1, 1)), form(place(1, 1)), form(place(2, 1)))
    assert not merge_form(form(place(1, 1)), form(place(5, 5)), form(place(2, 2)))
    assert not merge_form(form(SQUARE), form(SQUARE), form(SQUARE))


@pytest.mark.parametrize(("theirs", "expected"), [("12", "13"), ("14", "14")])
def test_several_alike_are_the_datas_together_or_peoples_together(theirs: str, expected: str) -> None:
    there = tabs(theirs)
    merge_form(tabs("12"), there, tabs("13"))
    assert same(there, tabs(expected))


def test_what_programs_write_by_themselves_is_left_as_it_is() -> None:
    base, ours = (etree.fromstring(f'<a:rPr xmlns:a="{A}" lang="sv-SE" dirty="{n}"/>') for n in (0, 1))
    theirs = etree.fromstring(f'<a:rPr xmlns:a="{A}" lang="en-US" err="1"/>')
    assert not merge_form(base, theirs, ours)
    assert dict(theirs.attrib) == {"lang": "en-US", "err": "1"}
