"""What becomes of slides, shapes and texts when people and the report have both changed them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deckbuilder.refresh.base import packed
from deckbuilder.refresh.identity import name_of, properties_of, views
from deckbuilder.refresh.merge import merge
from deckbuilder.refresh.parts import Parts
from deckbuilder.refresh.xml import A, local
from tests.refresh import edits
from tests.refresh.project import AFTER, BEFORE, SLIDES, TEXT, build
from tests.refresh.reading import broken, facts, lines, order, sections, shape, shapes, silent, slide, words
from tests.refresh.test_matrix import merged_twice

if TYPE_CHECKING:
    from deckbuilder.refresh.merge import Merged, Take
    from deckbuilder.refresh.report import Event
    from tests.refresh.project import Report

pytestmark = pytest.mark.slow

MARK = "deckbuilder/removed"
CHART = "{type: chart, title: Som diagram, figures: utfall, kind: column, columns: [utfall, budget]}"
TABLE = "{type: table, title: Som tabell, figures: utfall}"


def rebuilt(
    deck: Parts, after: Report, before: Report = BEFORE, take: Take = "", restore: tuple[str, ...] = ()
) -> Merged:
    """Merge an edited deck of one report with another report; the file must be whole."""
    merged = merge(packed(build(before)), deck.content(), build(after), take, restore)
    assert broken(merged.content) == []
    return merged


def opened(report: Report = BEFORE) -> Parts:
    return Parts.of(build(report))


def told(merged: Merged, kind: str) -> list[Event]:
    return [event for event in merged.events if event.kind == kind]


def unsaid(merged: Merged, before: Report, after: Report) -> list[str]:
    return silent(opened(before), Parts.of(merged.content), opened(after), merged.events)


# Texts


def bold_in(deck: Parts, name: str) -> list[str]:
    runs = shape(deck, name).iter(f"{{{A}}}r")
    return [run.findtext(f"{{{A}}}t") for run in runs if run.find(f"{{{A}}}rPr[@b='1']") is not None]


def test_a_number_that_a_person_made_bold_stays_bold_when_it_changes() -> None:
    deck = opened()
    title = shape(deck, "laget/title")
    run = next(title.iter(f"{{{A}}}r"))
    head, number, tail = "Läget: ", "2,6\u00a0Mkr", " hittills"
    assert words(title) == head + number + tail
    copies = [type(run).__copy__(run) for _ in range(2)]
    for one, text in zip((run, *copies), (head, number, tail), strict=True):
        one.find(f"{{{A}}}t").text = text
    run.addnext(copies[0])
    copies[0].addnext(copies[1])
    copies[0].find(f"{{{A}}}rPr").set("b", "1")
    deck.touch(slide(deck, "laget"))
    merged = merged_twice(build(BEFORE), deck.content(), build(AFTER))
    after = Parts.of(merged.content)
    assert words(shape(after, "laget/title")) == "Läget: 5,1\u00a0Mkr hittills"
    assert bold_in(after, "laget/title") == ["5,1\u00a0Mkr"]


def test_a_paragraph_that_a_person_deleted_stays_deleted_and_its_new_words_are_told() -> None:
    deck = opened()
    edits.delete_paragraph(deck, "laget/body")
    (event,) = told(rebuilt(deck, AFTER), "conflict")
    assert (event.block, event.was, event.deck, event.data) == (
        "body",
        "Husen byggs i Umeå",
        "",
        "Husen byggs i Lycksele",
    )


def test_take_data_brings_a_deleted_paragraph_back_where_it_was() -> None:
    deck = opened()
    edits.delete_paragraph(deck, "laget/body")
    after = Parts.of(rebuilt(deck, AFTER, take="data").content)
    assert lines(shape(after, "laget/body")) == lines(shape(opened(AFTER), "laget/body"))


@pytest.mark.parametrize(
    ("take", "expected"), [("", edits.OWN), ("deck", edits.OWN), ("data", "Läget: 5,1\u00a0Mkr hittills")]
)
def test_a_title_that_both_changed_goes_to_the_side_that_is_asked_for(take: Take, expected: str) -> None:
    deck = opened()
    edits.retype(deck, "laget/title")
    merged = rebuilt(deck, AFTER, take=take)
    assert words(shape(Parts.of(merged.content), "laget/title")) == expected
    assert bool(told(merged, "conflict")) is (take == "")


def test_paragraphs_that_both_added_come_both() -> None:
    deck = opened()
    edits.add_paragraph(deck, "laget/body")
    after = replace(BEFORE, text=f"- Nytt i mars\n{TEXT}\n- Nytt i maj")
    found = lines(shape(Parts.of(rebuilt(deck, after).content), "laget/body"))
    assert found == ["Nytt i mars", *lines(shape(opened(), "laget/body"))[:1], edits.OWN,
                     *lines(shape(opened(), "laget/body"))[1:], "Nytt i maj"]  # fmt: skip


def test_a_paragraph_that_the_text_no_longer_has_goes_unless_a_person_has_written_in_it() -> None:
    after = replace(BEFORE, text="- Husen byggs i Umeå")
    deck = opened()
    edits.add_words(deck, "laget/body")
    merged = rebuilt(deck, after)
    assert len(lines(shape(Parts.of(merged.content), "laget/body"))) == 2
    (event,) = told(merged, "conflict")
    assert edits.OWN in event.deck
    assert event.data == ""


def test_a_text_that_loses_all_its_paragraphs_to_both_sides_still_has_one() -> None:
    deck = opened(replace(BEFORE, text="- Ett\n- Två"))
    edits.delete_paragraph(deck, "laget/body")
    merged = rebuilt(deck, replace(BEFORE, text="- Två och en halv"), replace(BEFORE, text="- Ett\n- Två"))
    assert len(lines(shape(Parts.of(merged.content), "laget/body"))) == 1


# Shapes


def test_a_deleted_shape_stays_deleted_until_it_is_restored_by_name() -> None:
    deck = opened()
    edits.delete(deck, "stapel/chart")
    merged = rebuilt(deck, AFTER)
    assert [(event.slide, event.block, event.what) for event in told(merged, "kept")] == [
        ("stapel", "chart", "borttagen")
    ]
    back = Parts.of(rebuilt(deck, AFTER, restore=("stapel/chart",)).content)
    assert (
        facts(back)[slide(back, "stapel"), "stapel/chart"]
        == facts(opened(AFTER))["ppt/slides/slide5.xml", "stapel/chart"]
    )


def test_a_shape_that_stands_twice_on_its_slide_is_told_once_with_all_that_is_in_it() -> None:
    deck = opened()
    edits.duplicate(deck, "nyckeltal/drawing")
    (event,) = told(rebuilt(deck, AFTER), "unclear")
    assert (event.slide, event.block, event.what) == ("nyckeltal", "drawing", "finns flera gånger på bilden")


def test_a_copy_on_a_slide_of_ones_own_is_told_by_the_slides_number() -> None:
    deck = opened()
    edits.own_slide(deck, "omslag")
    own = next(part for part in order(deck) if "/" in part)
    deck.tree(own)[0][0].append(edits._paste(deck, own, shape(deck, "laget/body")))
    deck.touch(own)
    (event,) = told(rebuilt(deck, AFTER), "unclear")
    assert (event.slide, event.block, event.what) == ("bild 2", "laget/body", "kopia som inte uppdateras")
    assert event.data.startswith("Budgeten är 3,6")


def test_an_old_copy_is_told_again_when_something_else_changes() -> None:
    deck = opened()
    edits.copy_elsewhere(deck, "laget/body")
    first = rebuilt(deck, AFTER)
    second = rebuilt(Parts.of(first.content), replace(AFTER, dagar=BEFORE.dagar), AFTER)
    assert [event.block for event in told(second, "unclear")] == ["laget/body"]


def test_a_block_that_the_report_drops_goes_and_a_chart_that_was_edited_stays() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("stapel", TABLE))
    merged = rebuilt(opened(), after)
    assert shape(Parts.of(merged.content), "stapel/chart") is None
    deck = opened()
    edits.change_series_colour(deck, "stapel/chart")
    merged = rebuilt(deck, after)
    assert shape(Parts.of(merged.content), "stapel/chart") is not None
    assert [(event.block, event.what) for event in told(merged, "kept")] == [
        ("chart", "finns inte längre i underlaget")
    ]


def test_a_block_that_stayed_when_the_report_dropped_it_is_compared_openly_when_it_is_back() -> None:
    without = replace(BEFORE, slides=BEFORE.instead("laget", SLIDES["laget"].replace(", subtitle: Kort sagt", "")))
    deck = opened()
    edits.retype(deck, "laget/subtitle")
    kept = Parts.of(rebuilt(deck, without).content)
    merged = rebuilt(kept, BEFORE, without)
    (event,) = told(merged, "conflict")
    assert (event.block, event.was, event.deck, event.data) == ("subtitle", "", edits.OWN, "Kort sagt")
    taken = Parts.of(rebuilt(kept, BEFORE, without, take="data").content)
    assert words(shape(taken, "laget/subtitle")) == "Kort sagt"


KPI = SLIDES["nyckeltal"].replace("]}", ", {figure: utfall.bilar.utfall, label: Bilar}]}")


def test_a_new_shape_goes_into_its_group_but_not_into_peoples_own() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("nyckeltal", KPI))
    deck = opened()
    edits.group(deck, "nyckeltal/drawing")
    merged = Parts.of(rebuilt(deck, after).content)
    assert name_of(shape(merged, "nyckeltal/drawing/kort-3-value").getparent()) == "nyckeltal/drawing"
    bare = replace(BEFORE, slides=BEFORE.instead("laget", SLIDES["laget"].replace(", subtitle: Kort sagt", "")))
    deck = opened(bare)
    edits.group(deck, "laget/title")
    merged = Parts.of(rebuilt(deck, BEFORE, bare).content)
    assert local(shape(merged, "laget/subtitle").getparent()) == "spTree"


def test_a_drawing_that_was_deleted_does_not_come_back_in_pieces() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("nyckeltal", KPI))
    deck = opened()
    edits.delete(deck, "nyckeltal/drawing")
    merged = rebuilt(deck, after)
    found = [name_of(one) for one in shapes(Parts.of(merged.content).tree("ppt/slides/slide6.xml"))]
    assert not [name for name in found if "drawing" in name]
    assert [(event.block, event.what) for event in told(merged, "kept")] == [("drawing", "borttagen")]
    back = rebuilt(deck, after, restore=("nyckeltal/drawing",))
    assert facts(Parts.of(back.content)) == facts(opened(after))
    assert [(event.kind, event.block) for event in back.events if event.kind != "updated"] == [("added", "drawing")]


def test_a_drawing_that_was_ungrouped_is_refreshed_in_its_pieces() -> None:
    deck = opened()
    drawing = shape(deck, "nyckeltal/drawing")
    for piece in [one for one in drawing if local(one) == "sp"]:
        drawing.addprevious(piece)
    drawing.getparent().remove(drawing)
    deck.touch(slide(deck, "nyckeltal"))
    merged = Parts.of(merged_twice(build(BEFORE), deck.content(), build(AFTER)).content)
    assert words(shape(merged, "nyckeltal/drawing/kort-1-value")) == "4\u00a0600\u00a0tkr"


def test_a_drawing_that_the_report_drops_stays_whole_when_a_piece_of_it_was_edited() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("nyckeltal", TABLE))
    deck = opened()
    edits.retype(deck, "nyckeltal/drawing/kort-1-label")
    merged = Parts.of(rebuilt(deck, after).content)
    assert shape(merged, "nyckeltal/drawing/kort-2-value") is not None
    assert shape(Parts.of(rebuilt(opened(), after).content), "nyckeltal/drawing") is None


def test_a_chart_that_the_report_drops_leaves_no_numbers_in_the_file() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("stapel", TABLE))
    merged = Parts.of(rebuilt(opened(), after).content)
    assert not [name for name in merged.blobs if name.startswith(("ppt/charts", "ppt/embeddings"))]


def test_a_picture_that_is_replaced_leaves_no_old_one_in_the_file() -> None:
    merged = Parts.of(rebuilt(opened(), AFTER).content)
    assert sum(name.startswith("ppt/media/") for name in merged.blobs) == 2
    assert sorted(merged.blobs[name] for name in merged.blobs if name.startswith("ppt/media/")) == sorted(
        blob for name, blob in opened(AFTER).blobs.items() if name.startswith("ppt/media/")
    )


# Slides


def test_a_slide_follows_the_report_to_another_type_and_layout() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("utfall", CHART))
    merged = Parts.of(rebuilt(opened(), after).content)
    ours = opened(after)
    assert merged.related(slide(merged, "utfall"), "slideLayout") == ours.related(slide(ours, "utfall"), "slideLayout")
    names = [name_of(one) for one in shapes(merged.tree(slide(merged, "utfall")))]
    assert names == [name_of(one) for one in shapes(ours.tree(slide(ours, "utfall")))]


def test_a_layout_that_a_person_chose_stays_when_the_report_has_another_and_is_told() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("utfall", CHART))
    deck = opened()
    chosen = edits.change_layout(deck, "utfall")
    merged = rebuilt(deck, after)
    assert chosen(Parts.of(merged.content))
    (event,) = told(merged, "conflict")
    assert (event.slide, event.what, event.was, event.data) == ("utfall", "layout", "Tabell", "Diagram")


def test_a_slide_that_the_report_drops_goes() -> None:
    merged = rebuilt(opened(), replace(BEFORE, slides=BEFORE.without("stapel")))
    assert "stapel" not in order(Parts.of(merged.content))
    assert [(event.slide, event.was) for event in told(merged, "removed")] == [("stapel", "Utfall mot budget")]


@pytest.mark.parametrize(
    "edit",
    [edits.hide, edits.comment, edits.add_shape, edits.transition, edits.delete_notes],
    ids=lambda edit: edit.__name__,
)
def test_a_slide_that_the_report_drops_stays_with_a_mark_when_it_was_edited(edit: edits.Edit) -> None:
    deck = opened()
    check = edit(deck, "stapel")
    merged = merged_twice(build(BEFORE), deck.content(), build(replace(BEFORE, slides=BEFORE.without("stapel"))))
    after = Parts.of(merged.content)
    assert check(after)
    assert MARK in [name_of(one) for one in shapes(after.tree(slide(after, "stapel")))]
    assert [(event.slide, event.what) for event in told(merged, "kept")] == [
        ("stapel", "finns inte längre i underlaget")
    ]


def test_a_chart_and_notes_that_were_edited_keep_a_slide_too() -> None:
    for edit, target in ((edits.change_series_colour, "stapel/chart"), (edits.add_paragraph, "stapel/notes")):
        deck = opened()
        edit(deck, target)
        merged = rebuilt(deck, replace(BEFORE, slides=BEFORE.without("stapel")))
        assert "stapel" in order(Parts.of(merged.content))


def test_the_mark_is_above_the_slide_and_goes_when_the_report_has_the_slide_again() -> None:
    without = replace(BEFORE, slides=BEFORE.without("laget"))
    deck = opened()
    edits.retype(deck, "laget/subtitle")
    marked = Parts.of(rebuilt(deck, without).content)
    mark = next(one for one in shapes(marked.tree(slide(marked, "laget"))) if name_of(one) == MARK)
    assert words(mark) == "Bilden finns inte längre i underlaget, men är ändrad för hand och står därför kvar."
    place = {key: int(mark.find(f".//{{{A}}}{tag}").get(key)) for tag, key in (("off", "y"), ("ext", "cy"))}
    assert place["y"] + place["cy"] < 0
    merged = rebuilt(marked, AFTER, without)
    back = Parts.of(merged.content)
    assert MARK not in [name_of(one) for one in shapes(back.tree(slide(back, "laget")))]
    assert "title" in {event.block for event in told(merged, "conflict")}
    assert order(back) == order(opened())


def test_a_slide_that_is_back_in_the_report_takes_the_data_where_that_is_asked_for() -> None:
    without = replace(BEFORE, slides=BEFORE.without("laget"))
    deck = opened()
    edits.retype(deck, "laget/subtitle")
    marked = Parts.of(rebuilt(deck, without).content)
    back = Parts.of(rebuilt(marked, AFTER, without, take="data").content)
    ours = opened(AFTER)
    for block in ("title", "subtitle", "body"):
        assert lines(shape(back, f"laget/{block}")) == lines(shape(ours, f"laget/{block}"))


def test_a_deleted_slide_stays_deleted_until_it_is_restored() -> None:
    deck = opened()
    edits.delete_slide(deck, "utfall")
    merged = rebuilt(deck, AFTER)
    assert "utfall" not in order(Parts.of(merged.content))
    back = Parts.of(rebuilt(Parts.of(merged.content), AFTER, AFTER, restore=("utfall",)).content)
    assert order(back) == order(opened())
    assert (
        facts(back)[slide(back, "utfall"), "utfall/table"]
        == facts(opened(AFTER))["ppt/slides/slide4.xml", "utfall/table"]
    )


def test_slides_that_cannot_be_told_apart_are_told_and_left_alone() -> None:
    deck = opened()
    edits.duplicate_slide(deck, "dagar")
    for part in [view.part for view in views(deck) if view.id == "dagar"]:
        deck.tree(deck.related(part, "tags")[0])[:] = []
        deck.touch(deck.related(part, "tags")[0])
        for one in shapes(deck.tree(part)):
            properties_of(one).set("name", "")
        deck.touch(part)
    merged = rebuilt(deck, AFTER)
    (event,) = told(merged, "unclear")
    assert (event.slide, event.what, event.data) == ("dagar", "kan vara bild 10 eller 11", "Dag för dag")


def test_a_copied_slide_is_refreshed_in_both_places_with_chart_and_notes() -> None:
    deck = opened()
    edits.duplicate_slide(deck, "stapel")
    merged = Parts.of(rebuilt(deck, AFTER).content)
    found = [said for (_, name), said in facts(merged).items() if name == "stapel/chart"]
    assert found == [facts(opened(AFTER))["ppt/slides/slide5.xml", "stapel/chart"]] * 2


def test_the_report_reorders_and_a_persons_slide_follows_the_one_before_it() -> None:
    deck = opened()
    edits.own_slide(deck, "utfall")
    own = next(part for part in order(deck) if "/" in part)
    ids = [*SLIDES]
    ids.insert(2, ids.pop(ids.index("utfall")))
    after = Parts.of(rebuilt(deck, replace(BEFORE, slides=tuple((id_, SLIDES[id_]) for id_ in ids))).content)
    assert order(after) == ["omslag", "ekonomi", "utfall", own, "laget", *ids[4:]]


def test_a_new_slide_comes_where_the_report_has_it_in_its_section() -> None:
    slides = list(BEFORE.slides)
    slides.insert(4, ("nytt", CHART))
    deck = opened()
    edits.rename_section(deck, "laget")
    merged = Parts.of(rebuilt(deck, replace(AFTER, slides=tuple(slides))).content)
    assert order(merged) == [id_ for id_, _ in slides]
    assert sections(merged)[f"{edits.OWN} laget"] == ["ekonomi", "laget", "utfall", "nytt", "stapel", "nyckeltal"]


def test_a_new_section_of_the_report_takes_the_slides_that_people_have_not_moved() -> None:
    slides = list(BEFORE.slides)
    slides.insert(4, ("diagram", "{type: section, title: Diagram}"))
    merged = Parts.of(rebuilt(opened(), replace(BEFORE, slides=tuple(slides))).content)
    assert sections(merged) == sections(opened(replace(BEFORE, slides=tuple(slides))))


def test_a_section_that_the_report_renames_is_renamed() -> None:
    after = replace(BEFORE, slides=BEFORE.instead("ekonomi", "{type: section, title: Pengar}"))
    merged = Parts.of(rebuilt(opened(), after).content)
    assert sections(merged) == sections(opened(after))


LONG = (*BEFORE.utfall, *(f"Enhet {number};{number} 000;9 000" for number in range(1, 26)))


def test_continuation_slides_come_and_go_with_the_data() -> None:
    long = replace(BEFORE, utfall=LONG)
    grown = rebuilt(opened(), long)
    assert order(Parts.of(grown.content)) == order(opened(long))
    assert "utfall~2" in order(opened(long))
    assert unsaid(grown, BEFORE, long) == []
    shrunk = rebuilt(Parts.of(grown.content), BEFORE, long)
    assert order(Parts.of(shrunk.content)) == order(opened())


def test_a_slide_that_was_deleted_does_not_come_back_as_its_continuation() -> None:
    deck = opened()
    edits.delete_slide(deck, "utfall")
    merged = rebuilt(deck, replace(BEFORE, utfall=LONG))
    assert not [id_ for id_ in order(Parts.of(merged.content)) if id_.startswith("utfall")]
    gone = [event.slide for event in told(merged, "kept") if event.what == "borttagen" and not event.block]
    assert gone == [id_ for id_ in order(opened(replace(BEFORE, utfall=LONG))) if id_.startswith("utfall")]


# Notes


def test_notes_that_a_person_deleted_stay_deleted_and_their_new_words_are_told() -> None:
    deck = opened()
    check = edits.delete_notes(deck, "utfall")
    merged = rebuilt(deck, AFTER)
    assert check(Parts.of(merged.content))
    (event,) = told(merged, "conflict")
    assert (event.slide, event.block, event.deck) == ("utfall", "notes", "")
    back = Parts.of(rebuilt(deck, AFTER, take="data").content)
    assert back.related(slide(back, "utfall"), "notesSlide")


def test_notes_of_a_report_that_had_none_come_with_a_notes_master() -> None:
    bare = replace(BEFORE, slides=BEFORE.without("laget", "utfall", "stapel", "nyckeltal", "initiativ", "dagar"))
    assert not opened(bare).related("ppt/presentation.xml", "notesMaster")
    merged = Parts.of(rebuilt(opened(bare), BEFORE, bare).content)
    assert merged.related("ppt/presentation.xml", "notesMaster")
    assert merged.related(slide(merged, "utfall"), "notesSlide")
