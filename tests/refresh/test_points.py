"""A series is read and written in place, whatever program wrote it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckbuilder.refresh.points import CATEGORIES, NAME, VALUES, Points, is_number, number
from deckbuilder.refresh.xml import C
from tests.refresh.charting import element

SERIES = """<c:ser><c:idx val="0"/><c:order val="0"/>{name}<c:cat>{cat}</c:cat><c:val>{val}</c:val></c:ser>"""
NAMED = (
    "<c:tx><c:strRef><c:f>Data!$B$1</c:f><c:strCache><c:ptCount val='1'/><c:pt idx='0'><c:v>Utfall</c:v></c:pt>"
    "</c:strCache></c:strRef></c:tx>"
)


def cached(kind: str, *texts: str | None, reference: bool = True) -> str:
    points = "".join(f"<c:pt idx='{n}'><c:v>{text}</c:v></c:pt>" for n, text in enumerate(texts) if text is not None)
    code = "<c:formatCode>General</c:formatCode>" if kind == "num" else ""
    inner = f"{code}<c:ptCount val='{len(texts)}'/>{points}"
    if not reference:
        return f"<c:{kind}Lit>{inner}</c:{kind}Lit>"
    return f"<c:{kind}Ref><c:f>Data!$A$2:$A$9</c:f><c:{kind}Cache>{inner}</c:{kind}Cache></c:{kind}Ref>"


def series(*values: str | None, reference: bool = True, categories: str = "", name: str = NAMED) -> Points:
    cat = categories or cached("str", *"abcdefgh"[: len(values)], reference=reference)
    return Points(element(SERIES.format(name=name, cat=cat, val=cached("num", *values, reference=reference))))


def xml(points: Points) -> str:
    return str(etree.tostring(points.element).decode())


@pytest.mark.parametrize("text", ["155", "155.0", "1.55E2", "155.00000000000000001", "1.55e+02"])
def test_a_number_is_the_same_however_it_is_written(text: str) -> None:
    assert number(text) == "155"


@pytest.mark.parametrize("text", ["+50", "1 000", "NaN", "Infinity", "1_0", "", "−5", "2024-07"])
def test_what_only_looks_like_a_number_is_a_text(text: str) -> None:
    assert not is_number(text)
    assert number(text) == text


@given(st.floats(-9.99e307, 9.99e307))
def test_a_number_in_one_form_is_in_one_form_and_has_the_digits_that_excel_keeps(value: float) -> None:
    assert number(number(repr(value))) == number(repr(value)) == f"{value:.15g}"


def test_gaps_are_no_values() -> None:
    points = series("1", None, "3")
    assert points.values == ["1", "", "3"]
    points.write(VALUES, ["", "2", ""])
    assert Points(points.element).values == ["", "2", ""]
    assert '<c:ptCount val="3"/>' in xml(points)


def test_the_format_of_a_cache_and_of_a_point_stays() -> None:
    points = series("1", "2")
    points.element.find(f".//{{{C}}}numCache/{{{C}}}pt").set("formatCode", "0.0")
    points.write(VALUES, ["5", "6", "7"])
    assert '<c:pt idx="0" formatCode="0.0"><c:v>5</c:v></c:pt>' in xml(points)
    assert "<c:formatCode>General</c:formatCode>" in xml(points)


def test_what_is_written_already_is_not_touched() -> None:
    points = series("1", "2")
    before = xml(points)
    points.write(VALUES, points.values)
    points.write(CATEGORIES, points.categories)
    points.write(NAME, [points.name])
    assert xml(points) == before


def test_constants_become_references_with_copies() -> None:
    points = series("1", "2", reference=False)
    points.refer(VALUES, "Data!$B$2:$B$3")
    points.refer(CATEGORIES, "Data!$A$2:$A$3")
    assert points.cells(VALUES) == "Data!$B$2:$B$3"
    assert Points(points.element).values == ["1", "2"]
    assert [one.tag.rpartition("}")[2] for one in points.element.find(f"{{{C}}}val")] == ["numRef"]


@pytest.mark.parametrize("name", ["", "<c:tx><c:v>Utfall</c:v></c:tx>"])
def test_a_name_that_is_a_constant_or_missing_gets_a_cell(name: str) -> None:
    points = series("1", name=name)
    points.write(NAME, ["Budget"])
    renamed = Points(points.element)
    renamed.refer(NAME, "Data!$B$1")
    assert (renamed.name, renamed.cells(NAME)) == ("Budget", "Data!$B$1")
    assert [child.tag.rpartition("}")[2] for child in points.element][:4] == ["idx", "order", "tx", "cat"]


def test_categories_that_were_numbers_can_become_words() -> None:
    points = series("1", "2", categories=cached("num", "2023", "2024"))
    points.write(CATEGORIES, ["2024", "Prognos"])
    found: Any = points.element.find(f"{{{C}}}cat")
    assert [one.tag.rpartition("}")[2] for one in found.iter()][1:4] == ["strRef", "f", "strCache"]
    assert Points(points.element).categories == ["2024", "Prognos"]


@given(
    st.lists(st.sampled_from(["", "1", "2.5", "-3"]), max_size=6), st.lists(st.sampled_from(["", "7", "8"]), max_size=6)
)
def test_what_is_written_is_read(before: list[str], after: list[str]) -> None:
    points = series(*(text or None for text in before))
    points.write(VALUES, after)
    assert Points(points.element).values == after
