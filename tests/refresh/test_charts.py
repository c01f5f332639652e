"""A chart is merged by series and category: form stays as people left it, values, names and workbook follow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckbuilder.compose.waterfall import Waterfall
from deckbuilder.compose.waterfall import block as waterfall_block
from deckbuilder.page import ChartBlock, Series
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.points import Points
from deckbuilder.refresh.xml import A, C, local
from tests.refresh.charting import BOOK, CHART, Edited, block, deck, element, fill, merged, said, told
from tests.refresh.libreoffice import saved
from tests.render.make import combo
from tests.rendering import needs

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

NS = {"c": C, "a": A}
MONTHS = ("maj", "jun", "jul")
OLD = {"Utfall": (10, 20, 30), "Budget": (11, 21, None)}
NEW = {"Utfall": (10, 25, 35), "Budget": (11, 22, 33)}
BEFORE = block(OLD, MONTHS, title="Kostnader i maj")

DATA: dict[str, ChartBlock] = {
    "values": block(NEW, MONTHS, title="Kostnader i juli"),
    "window": block({"Utfall": (25, 35, 40), "Budget": (22, 33, 44)}, ("jun", "jul", "aug")),
    "longer": block({"Utfall": (10, 25, 35, 40), "Budget": (11, 22, 33, 44)}, (*MONTHS, "aug")),
    "sorted": block({"Utfall": (35, 10, 25), "Budget": (33, 11, 22)}, ("jul", "maj", "jun")),
    "series_new": block({"Prognos": (1, 2, 3), **NEW, "Plan": (4, 5, 6)}, MONTHS),
    "series_gone": block({"Utfall": NEW["Utfall"]}, MONTHS),
    "series_renamed": block({"Utfall 2024": (10, 25, 35), "Budget": NEW["Budget"]}, MONTHS),
}


def values(of: ChartBlock) -> dict[str, dict[str, str]]:
    return said(deck(of))


@pytest.mark.parametrize("name", DATA)
def test_an_untouched_chart_becomes_the_new_one_and_its_workbook_too(name: str) -> None:
    done = merged(deck(BEFORE), deck(BEFORE), deck(DATA[name]))
    for part in (CHART, BOOK):
        assert Parts.of(done.content).blobs[part] == Parts.of(deck(DATA[name])).blobs[part]


# What people do to the form: each returns how to see that it is still there


def _colour(one: Edited) -> Callable[[Any], Any]:
    form = one.series("Budget").find(f"{{{C}}}spPr")
    form.replace(form.find(f"{{{A}}}solidFill"), fill("FF00FF"))
    return lambda root: root.find(".//c:ser/c:spPr/a:solidFill/a:srgbClr", NS)


def _line(one: Edited) -> Callable[[Any], Any]:
    plot = one.first(".//c:barChart")
    plot.tag = f"{{{C}}}lineChart"
    for tag in ("barDir", "gapWidth", "overlap", "invertIfNegative", "dLblPos"):
        for old in list(plot.iter(f"{{{C}}}{tag}")):
            old.getparent().remove(old)
    return lambda root: root.find(".//c:lineChart", NS)


def _bars(one: Edited) -> Callable[[Any], Any]:
    one.first(".//c:barDir").set("val", "bar")
    return lambda root: root.find(".//c:barDir[@val='bar']", NS)


def _stacked(one: Edited) -> Callable[[Any], Any]:
    one.first(".//c:grouping").set("val", "stacked")
    for place in list(one.chart.iter(f"{{{C}}}dLblPos")):
        place.getparent().remove(place)
    return lambda root: root.find(".//c:grouping[@val='stacked']", NS)


def _axis(one: Edited) -> Callable[[Any], Any]:
    scaling = one.first(".//c:valAx/c:scaling")
    scaling.append(element('<c:max val="99"/>'))
    return lambda root: root.find(".//c:valAx/c:scaling/c:max[@val='99']", NS)


def _gap(one: Edited) -> Callable[[Any], Any]:
    one.first(".//c:gapWidth").set("val", "222")
    return lambda root: root.find(".//c:gapWidth[@val='222']", NS)


def _title(one: Edited) -> Callable[[Any], Any]:
    one.first(".//c:title//a:t").text = "Egen rubrik"
    return lambda root: "Egen rubrik" in [text.text for text in root.iter(f"{{{A}}}t")]


def _legend(one: Edited) -> Callable[[Any], Any]:
    one.first(".//c:legendPos").set("val", "r")
    return lambda root: root.find(".//c:legendPos[@val='r']", NS)


def _size(one: Edited) -> Callable[[Any], Any]:
    one.first("c:txPr//a:defRPr").set("sz", "2400")
    return lambda root: root.find("c:txPr//a:defRPr[@sz='2400']", NS)


def _rules_off(one: Edited) -> Callable[[Any], Any]:
    for rule in list(one.chart.iter(f"{{{C}}}majorGridlines")):
        rule.getparent().remove(rule)
    return lambda root: root.find(".//c:majorGridlines", NS) is None


def _labels_off(one: Edited) -> Callable[[Any], Any]:
    labels = one.series("Utfall").find(f"{{{C}}}dLbls")
    labels[:] = [element('<c:delete val="1"/>')]
    return lambda root: root.find(".//c:ser/c:dLbls/c:delete[@val='1']", NS)


def _label_gone(one: Edited) -> Callable[[Any], Any]:
    one.series("Utfall").find(f"{{{C}}}dLbls").insert(
        0, element('<c:dLbl><c:idx val="2"/><c:delete val="1"/></c:dLbl>')
    )
    return lambda root: _label(root, "jul").find(f"{{{C}}}delete") is not None


def _label_written(one: Edited) -> Callable[[Any], Any]:
    one.series("Utfall").find(f"{{{C}}}dLbls").insert(0, written(2, "Toppen"))
    return lambda root: "".join(_label(root, "jul").itertext()).strip() == "Toppen"


def _point_colour(one: Edited) -> Callable[[Any], Any]:
    point = element('<c:dPt><c:idx val="2"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr/></c:dPt>')
    point.find(f"{{{C}}}spPr").append(fill("FF00FF"))
    one.series("Utfall").find(f"{{{C}}}invertIfNegative").addnext(point)
    return lambda root: _mark(root, "dPt", "jul").find(".//a:srgbClr", NS) is not None


def _noise(one: Edited) -> Callable[[Any], Any]:
    c16 = "http://schemas.microsoft.com/office/drawing/2014/chart"
    for number, series in enumerate(one.chart.iter(f"{{{C}}}ser")):
        unique = f'<c16:uniqueId xmlns:c16="{c16}" val="{{0000000{number}-1111-4222-8333-444444444444}}"/>'
        series.append(
            element(f'<c:extLst><c:ext uri="{{C3380CC4-5D6E-409C-BE32-E72D297353CC}}">{unique}</c:ext></c:extLst>')
        )
    return lambda root: root is not None


FORMS = {edit.__name__.strip("_"): edit for edit in (
    _colour, _line, _bars, _stacked, _axis, _gap, _title, _legend, _size, _rules_off, _labels_off, _label_gone,
    _label_written, _point_colour, _noise,
)}  # fmt: skip


def written(number: int, text: str) -> Any:
    """Return a label that people have written over, as PowerPoint keeps it."""
    return element(
        f'<c:dLbl><c:idx val="{number}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/>'
        f"<a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
    )


def _mark(root: Any, tag: str, category: str) -> Any:
    series = next(one for one in root.iter(f"{{{C}}}ser") if Points(one).name.startswith("Utfall"))
    number = Points(series).categories.index(category)
    return next(one for one in series.iter(f"{{{C}}}{tag}") if one.find(f"{{{C}}}idx").get("val") == str(number))


def _label(root: Any, category: str) -> Any:
    return _mark(root, "dLbl", category)


@pytest.mark.parametrize("change", DATA)
@pytest.mark.parametrize("form", FORMS)
def test_form_stays_while_every_value_name_and_cell_follows(form: str, change: str) -> None:
    one = Edited(deck(BEFORE))
    is_there = FORMS[form](one)
    done = merged(deck(BEFORE), one.content(), deck(DATA[change]))
    root = Parts.of(done.content).tree(CHART)
    found = is_there(root)
    assert found is True or (found is not None and found is not False) or (form, change) == ("colour", "series_gone")
    assert said(done.content) == values(DATA[change])
    assert _invalid(root) == []


@pytest.mark.parametrize("form", FORMS)
def test_while_the_data_stands_still_the_chart_is_as_it_was(form: str) -> None:
    one = Edited(deck(BEFORE))
    FORMS[form](one)
    assert merged(deck(BEFORE), one.content(), deck(BEFORE)).content == one.content()


def _invalid(root: Any) -> list[str]:
    """Return what PowerPoint would repair: places of labels that a kind of chart has not, series of the same number."""
    wrong = []
    for plot in root.iter(f"{{{C}}}lineChart", f"{{{C}}}barChart"):
        grouping = plot.find(f"{{{C}}}grouping").get("val")
        places = {one.get("val") for one in plot.iter(f"{{{C}}}dLblPos")}
        if "outEnd" in places and (local(plot) == "lineChart" or grouping != "clustered"):
            wrong.append(f"outEnd in {local(plot)} {grouping}")
        if local(plot) == "lineChart" and next(plot.iter(f"{{{C}}}gapWidth"), None) is not None:
            wrong.append("gapWidth in lines")
    for tag in ("idx", "order"):
        numbers = [one.find(f"{{{C}}}{tag}").get("val") for one in root.iter(f"{{{C}}}ser")]
        wrong += [f"{tag} twice"] if len(set(numbers)) < len(numbers) else []
    return wrong


@pytest.mark.parametrize("kind", ["column", "bar", "stacked", "share", "line"])
def test_charts_of_every_kind_follow_when_people_have_changed_their_letters(kind: str) -> None:
    old, new = block(OLD, MONTHS, kind=kind), block(NEW, ("jun", "jul", "aug"), kind=kind)
    one = Edited(deck(old))
    _size(one)
    done = merged(deck(old), one.content(), deck(new))
    assert said(done.content) == values(new)
    assert Parts.of(done.content).tree(CHART).find("c:txPr//a:defRPr", NS).get("sz") == "2400"
    assert _invalid(Parts.of(done.content).tree(CHART)) == []


def test_an_axis_that_people_have_cut_is_told_when_values_no_longer_fit_on_it() -> None:
    one = Edited(deck(BEFORE))
    _axis(one)
    done = merged(deck(BEFORE), one.content(), deck(block({"Utfall": (10, 25, 350), "Budget": (1, 2, 3)}, MONTHS)))
    assert ("kept", "axelns största värde", "99", "350") in told(done)
    done = merged(deck(BEFORE), one.content(), deck(DATA["values"]))
    assert told(done) == []


# What people do to the data


@pytest.mark.parametrize("change", ["values", "window", "longer", "sorted", "series_new", "series_renamed"])
def test_a_value_that_people_have_changed_stays_with_its_series_and_category(change: str) -> None:
    one = Edited(deck(block(NEW, MONTHS)))
    one.write("Budget", "jun", 77)
    done = merged(deck(block(NEW, MONTHS)), one.content(), deck(DATA[change]))
    expected = values(DATA[change])
    expected["Budget"]["jun"] = "77"
    assert said(done.content) == expected
    assert ("kept", "Budget, jun", "22", "77", "22") in told(done)


@pytest.mark.parametrize(
    ("take", "shown", "kind"), [("", "77", "conflict"), ("deck", "77", "kept"), ("data", "25", "updated")]
)
def test_a_value_that_both_have_changed_is_a_conflict(take: str, shown: str, kind: str) -> None:
    one = Edited(deck(BEFORE))
    one.write("Utfall", "jun", 77)
    done = merged(deck(BEFORE), one.content(), deck(DATA["values"]), take)
    assert said(done.content)["Utfall"]["jun"] == shown
    found = [event for event in done.events if event.what == "Utfall, jun"]
    assert [(event.kind, event.was, event.deck, event.data) for event in found] == [(kind, "20", "77", "25")]


def test_a_value_written_in_another_way_is_no_edit() -> None:
    one = Edited(deck(BEFORE))
    for value, text in zip(
        one.series("Utfall").findall(f".//{{{C}}}val//{{{C}}}v"), ("1E1", "20.0", "30.000000000000000001"), strict=True
    ):
        value.text = text
    done = merged(deck(BEFORE), one.content(), deck(DATA["values"]))
    assert said(done.content) == values(DATA["values"])
    assert told(done) == []


def test_a_series_that_people_have_deleted_stays_deleted_and_is_told_when_it_changes() -> None:
    one = Edited(deck(BEFORE))
    series = one.series("Budget")
    series.getparent().remove(series)
    done = merged(deck(BEFORE), one.content(), deck(DATA["values"]))
    assert list(said(done.content)) == ["Utfall"]
    assert ("kept", "serien Budget är borttagen", "11 | 21 | ", "11 | 22 | 33") in told(done)


def test_a_series_of_peoples_own_stays_and_follows_the_categories() -> None:
    one = Edited(deck(BEFORE))
    own_series(one, "Egen", (1, 2, 3))
    done = merged(deck(BEFORE), one.content(), deck(DATA["window"]))
    assert said(done.content)["Egen"] == {"jun": "2", "jul": "3"}
    assert ("removed", "kategorin maj", "1") in told(done)
    assert said(done.content)["Utfall"] == values(DATA["window"])["Utfall"]


def own_series(one: Edited, name: str, numbers: tuple[float, ...]) -> None:
    """Add a series at `Redigera data`, in the next free column."""

    def edit(book: Any) -> None:
        for row, value in enumerate((name, *numbers), start=1):
            book.worksheets[0].cell(row, 4, value)

    one.workbook(edit)
    old = one.series("Budget")
    copied = element(etree.tostring(old).decode())
    for tag in ("idx", "order"):
        copied.find(f"{{{C}}}{tag}").set("val", "2")
    points = Points(copied)
    points.write(("tx",), [name])
    points.write(("val",), [str(value) for value in numbers])
    points.refer(("tx",), "Data!$D$1")
    points.refer(("val",), "Data!$D$2:$D$4")
    old.addnext(copied)


def test_a_category_of_peoples_own_stays_and_a_deleted_one_stays_deleted() -> None:
    one = Edited(deck(BEFORE))
    renamed_rows(one, {"maj": "Eget"})
    done = merged(deck(BEFORE), one.content(), deck(DATA["longer"]))
    shown = said(done.content)["Utfall"]
    assert shown == {"Eget": "99", "jun": "25", "jul": "35", "aug": "40"}


def renamed_rows(one: Edited, names: dict[str, str]) -> None:
    """Write another category with another value in the place of one."""

    def edit(book: Any) -> None:
        for row in book.worksheets[0].iter_rows(min_row=2):
            if row[0].value in names:
                row[0].value, row[1].value, row[2].value = names[row[0].value], 99, 98

    one.workbook(edit)
    for series in one.chart.iter(f"{{{C}}}ser"):
        points = Points(series)
        new = "99" if points.name == "Utfall" else "98"
        pairs = zip(points.categories, points.values, strict=True)
        points.write(("val",), [new if name in names else value for name, value in pairs])
        points.write(("cat",), [names.get(name, name) for name in points.categories])


def test_a_label_written_by_hand_is_told_when_its_value_changes_and_moves_with_its_month() -> None:
    one = Edited(deck(BEFORE))
    _label_written(one)
    done = merged(deck(BEFORE), one.content(), deck(DATA["window"]))
    assert "".join(_label(Parts.of(done.content).tree(CHART), "jul").itertext()).strip() == "Toppen"
    assert ("kept", "Utfall, jul, etikett", "30", "Toppen", "35") in told(done)


def test_a_colour_that_tells_good_from_bad_follows_the_data_though_people_have_coloured_the_point() -> None:
    def made(*tones: Any) -> ChartBlock:
        return block({}, MONTHS, series=(Series("Utfall", tuple(map(Decimal, (1, 2, 3))), tones=tones),))

    one = Edited(deck(made("good", "good", "good")))
    for point in one.series("Utfall").findall(f"{{{C}}}dPt"):
        form = point.find(f"{{{C}}}spPr")
        form.replace(form.find(f"{{{A}}}solidFill"), fill("FF00FF"))
    ours = deck(made("good", "bad", "good"))
    done = merged(deck(made("good", "good", "good")), one.content(), ours)
    points = Parts.of(done.content).tree(CHART).findall(f".//{{{C}}}dPt")
    new = Parts.of(ours).tree(CHART).findall(f".//{{{C}}}dPt")
    assert etree.tostring(points[1].find(f".//{{{A}}}solidFill")) == etree.tostring(new[1].find(f".//{{{A}}}solidFill"))
    assert points[0].find(f".//{{{A}}}srgbClr").get("val") == "FF00FF"


def test_the_label_and_dot_of_the_last_point_move_on_in_the_form_that_people_gave_them() -> None:
    old, new = (
        block({"Utfall": found}, names, kind="line", labels="last")
        for found, names in (((1, 2, 3), MONTHS), ((2, 3, 4), ("jun", "jul", "aug")))
    )
    one = Edited(deck(old))
    one.first(".//c:dLbl//a:defRPr").set("sz", "2800")
    one.first(".//c:dPt//c:size").set("val", "20")
    done = merged(deck(old), one.content(), deck(new))
    root = Parts.of(done.content).tree(CHART)
    assert [one.find(f"{{{C}}}idx").get("val") for one in root.iter(f"{{{C}}}dLbl")] == ["2"]
    assert root.find(".//c:dLbl//a:defRPr", NS).get("sz") == "2800"
    assert root.find(".//c:dPt//c:size", NS).get("val") == "20"
    assert said(done.content) == values(new)


def test_a_series_that_is_new_is_drawn_as_people_draw_the_others() -> None:
    one = Edited(deck(BEFORE))
    _line(one)
    done = merged(deck(BEFORE), one.content(), deck(DATA["series_new"]))
    root = Parts.of(done.content).tree(CHART)
    assert [local(series.getparent()) for series in root.iter(f"{{{C}}}ser")] == ["lineChart"] * 4
    assert set(said(done.content)) == {"Prognos", "Utfall", "Budget", "Plan"}


def test_a_kind_of_chart_that_the_report_has_changed_is_told_when_people_have_edited_the_form() -> None:
    one = Edited(deck(BEFORE))
    _colour(one)
    done = merged(deck(BEFORE), one.content(), deck(block(NEW, MONTHS, kind="line")))
    assert said(done.content) == values(block(NEW, MONTHS))
    assert ("conflict", "diagramtyp", "barChart", "barChart", "lineChart") in told(done)


# Combined charts, and those whose workbook computes


def test_two_axes_keep_their_form_and_follow_in_values_and_unit() -> None:
    old = combo()
    line = Series("Andel", (Decimal("5.5"), Decimal("7.5")), "third", mark="line", second=True, labels="last")
    bars = Series("Utfall", (Decimal(900), Decimal(1500)))
    new = block({}, old.categories, series=(bars, line), labels="last", second_decimals=1, second_unit="Promille")
    one = Edited(deck(old))
    _size(one)
    done = merged(deck(old), one.content(), deck(new))
    assert said(done.content) == values(new)
    assert "Promille" in [text.text for text in Parts.of(done.content).tree(CHART).iter(f"{{{A}}}t")]
    assert Parts.of(done.content).tree(CHART).find("c:txPr//a:defRPr", NS).get("sz") == "2400"


def falling(*steps: float, end: float) -> ChartBlock:
    names = ("Löner", "Hyror", "Övrigt")
    fall = Waterfall(
        ("Plan", Decimal(70)),
        tuple(zip(names, map(Decimal, map(str, steps)), strict=False)),
        ("Utfall", Decimal(str(end))),
        "higher",
        0,
    )
    return replace(waterfall_block(fall, "budget"), alt="Ett fall.")


@pytest.mark.parametrize("new", [falling(-100, 50, end=20), falling(-100, 50, 30, end=50), falling(-30, end=40)])
@pytest.mark.parametrize("form", ["size", "workbook"])
def test_a_waterfall_follows_with_labels_and_formulas(new: ChartBlock, form: str) -> None:
    old = falling(-180, 100.5, end=-9.5)
    one = Edited(deck(old))
    _size(one)
    if form == "workbook":
        one.workbook(lambda book: book.create_sheet("Eget"))
    done = merged(deck(old), one.content(), deck(new))
    assert said(done.content) == values(new)
    labels = [Points(series).labels for series in Parts.of(done.content).tree(CHART).iter(f"{{{C}}}ser")]
    assert labels == [Points(series).labels for series in Parts.of(deck(new)).tree(CHART).iter(f"{{{C}}}ser")]


def test_a_waterfall_that_both_have_changed_is_left_whole_and_told() -> None:
    old, new = falling(-180, 100, end=-10), falling(-150, 100, end=20)
    one = Edited(deck(old))
    one.write("Ökning över noll", "Hyror", 7)
    done = merged(deck(old), one.content(), deck(new))
    assert said(done.content) == said(one.content())
    assert ("conflict", "Etikett, Löner", "\u2212180", "\u2212180", "\u2212150") in told(done)
    taken = merged(deck(old), one.content(), deck(new), "data")
    assert said(taken.content) == values(new)


def test_several_charts_on_a_slide_follow_each_with_its_own() -> None:
    half = ((0.0, 0.0, 0.5, 1.0), (0.5, 0.0, 0.5, 1.0))

    def made(*found: dict[str, Any]) -> bytes:
        return deck(*(replace(block(one, MONTHS, area=half[n]), name=f"chart-{n}") for n, one in enumerate(found)))

    done = merged(made(OLD, NEW), made(OLD, NEW), made(NEW, OLD))
    assert said(done.content) == values(block(NEW, MONTHS))
    assert said(done.content, "ppt/charts/chart2.xml") == values(block(OLD, MONTHS))


# Any charts, any edits

NAMES, PLACES = ("Utfall", "Budget", "Prognos"), ("jan", "feb", "mar", "apr")


@st.composite
def versions(draw: st.DrawFn) -> tuple[ChartBlock, ChartBlock, dict[tuple[str, str], int]]:
    """Return a chart, what the data makes of it, and the values that people have changed in it.

    Hundreds tell the series, tens the category, ones whether the data has changed the value.
    """

    def made(is_new: int) -> ChartBlock:
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
        places = draw(st.lists(st.sampled_from(PLACES), min_size=2, unique=True))
        values = {
            name: [
                100 * NAMES.index(name) + 10 * PLACES.index(place) + draw(st.integers(1, 1 + is_new))
                for place in places
            ]
            for name in names
        }
        return block(values, places)

    old, new = made(0), made(1)
    keys = [(one.name, place) for one in old.series for place in old.categories]
    changed = draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))
    return old, new, {(name, place): 100 * NAMES.index(name) + 10 * PLACES.index(place) + 9 for name, place in changed}


@given(versions())
@settings(max_examples=25, deadline=None)
def test_no_value_lands_at_another_series_or_category_and_none_is_lost(
    made: tuple[ChartBlock, ChartBlock, dict[tuple[str, str], int]],
) -> None:
    old, new, edited = made
    one = Edited(deck(old))
    for (name, place), value in edited.items():
        one.write(name, place, value)
    done = merged(deck(old), one.content(), deck(new))
    shown, data = (
        {(a, b): text for a, row in found.items() for b, text in row.items()}
        for found in (said(done.content), values(new))
    )
    for (name, place), text in shown.items():
        assert int(text) // 10 == 10 * NAMES.index(name) + PLACES.index(place)
    for key, value in edited.items():
        assert shown[key] == str(value)
    for key, text in data.items():
        assert key in edited or shown[key] == text
    stale = {(name, place) for name, place in shown.keys() - data.keys() - edited.keys()}
    about = [event.what for event in done.events if event.kind == "conflict"]
    for name, place in stale:
        assert {
            f"serien {name} finns inte längre i underlaget",
            f"kategorin {place} finns inte längre i underlaget",
        } & {*about}


@pytest.mark.rendering
@needs("soffice")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BEFORE, DATA["values"]),
        (BEFORE, DATA["longer"]),
        (BEFORE, BEFORE),
        (falling(-180, 100, end=-10), falling(-150, 90, end=10)),
    ],
)
def test_a_chart_that_libreoffice_has_saved_gets_new_values_and_its_workbook_back(
    old: ChartBlock, new: ChartBlock
) -> None:
    theirs = saved(deck(old))
    assert not [name for name in Parts.of(theirs).blobs if name.endswith(".xlsx")]
    done = merged(deck(old), theirs, deck(new))
    charts = [name for name in Parts.of(done.content).blobs if name.startswith("ppt/charts/chart")]
    assert said(done.content, charts[0]) == values(new)
    assert [name for name in Parts.of(done.content).blobs if name.endswith(".xlsx")]
