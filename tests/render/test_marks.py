"""Points without a line, bars that stand back, labels of lines that meet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from deckbuilder.page import Series
from tests.render.make import chart
from tests.render.test_chart import values, xml

TWO = (Decimal(2), Decimal(3))


def test_dots_have_no_line_and_a_colour_of_their_own() -> None:
    line, dots = Series("Kö", TWO), Series("Sämre", TWO, mark="dots", shade="bad", texts=("", "▲"))
    found = xml(replace(chart("line"), series=(line, dots)))
    assert len(found.xpath("//*[local-name()='ser'][2]/*[local-name()='spPr']//*[local-name()='noFill']")) == 1
    assert values(found, "//c:ser[2]/c:marker/c:symbol/@val") == ["circle"]
    assert values(found, "//c:ser[2]/c:marker/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent6"]


def test_what_is_muted_stays_so_beside_what_is_brought_out() -> None:
    one = Series("Region", TWO, tones=("muted", "good"))
    found = xml(replace(chart("bar"), series=(one,), highlight=1))
    assert values(found, "//c:dPt/c:idx/@val") == ["0", "1"]
    assert values(found, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val") == ["tx1", "accent3"]


def test_lines_that_meet_have_their_labels_on_either_side() -> None:
    upper, lower = (Series(name, TWO, labels="all") for name in ("Över", "Under"))
    found = xml(replace(chart("line"), series=(upper, lower)))
    assert values(found, "//c:ser[1]//c:dLbl[1]/c:dLblPos/@val") == ["t"]
    assert values(found, "//c:ser[2]//c:dLbl[1]/c:dLblPos/@val") == ["b"]
