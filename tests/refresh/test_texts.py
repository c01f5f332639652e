"""Text that people and the data have both changed: each letter in its place, in the form that it had."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckbuilder.refresh.report import Events
from deckbuilder.refresh.runs import paragraph_text, partners, set_text
from deckbuilder.refresh.texts import merge_text
from deckbuilder.refresh.xml import A, same

if TYPE_CHECKING:
    from deckbuilder.refresh.report import Event

_WORDS = st.text(st.sampled_from("ab 1,\u00a0"), max_size=12)
_PIECES = st.lists(st.one_of(_WORDS.filter(bool), st.sampled_from(["\v", "‹slidenum›"])), max_size=5)


def paragraph(*pieces: str) -> Any:
    """Return a paragraph of runs; `*bold*` is bold, a vertical tab a break and `‹type›` a field."""
    runs = "".join(_run(piece) for piece in pieces)
    return etree.fromstring(f'<a:p xmlns:a="{A}">{runs}</a:p>')


def _run(piece: str) -> str:
    if piece == "\v":
        return '<a:br><a:rPr lang="sv-SE"/></a:br>'
    if piece.startswith("‹"):
        return f'<a:fld id="{{1}}" type="{piece[1:-1]}"><a:rPr lang="sv-SE"/><a:t>7</a:t></a:fld>'
    bold = ' b="1"' if piece.startswith("*") else ""
    return f'<a:r><a:rPr lang="sv-SE"{bold}/><a:t>{piece.strip("*")}</a:t></a:r>'


def body(*paragraphs: Any) -> Any:
    """Return a text body of paragraphs, or of their words."""
    made = etree.fromstring(f'<a:txBody xmlns:a="{A}"><a:bodyPr/></a:txBody>')
    made.extend(paragraph(one) if isinstance(one, str) else one for one in paragraphs)
    return made


def said(text: Any) -> list[str]:
    """Return the paragraphs of a text, bold runs as `*bold*`."""
    return ["".join(_said(run) for run in one if run.tag == f"{{{A}}}r") for one in text.iterfind(f"{{{A}}}p")]


def _said(run: Any) -> str:
    words = run.findtext(f"{{{A}}}t")
    return f"*{words}*" if words and run.find(f"{{{A}}}rPr").get("b") else words


def merged(base: Any, theirs: Any, ours: Any, **options: Any) -> tuple[list[str], list[Event]]:
    """Merge three texts; return the paragraphs and what is told."""
    events = Events("bild", **options)
    merge_text(base, theirs, ours, events)
    return said(theirs), events.found


@given(_PIECES, _PIECES)
def test_a_paragraph_says_exactly_what_it_is_given(old: list[str], new: list[str]) -> None:
    there, model = paragraph(*old), paragraph(*new)
    set_text(there, "".join(new), model)
    assert paragraph_text(there) == "".join(new)


@given(_PIECES)
def test_the_same_text_changes_nothing(pieces: list[str]) -> None:
    there = paragraph(*pieces)
    before = deepcopy(there)
    set_text(there, "".join(pieces), paragraph("x"))
    assert same(there, before)


@given(st.lists(st.sampled_from(["ett", "två", "tre", "fyra"]), min_size=1), st.data())
def test_words_that_stay_keep_their_form(words: list[str], data: st.DataObject) -> None:
    bold = [data.draw(st.booleans()) for _ in words]
    there = paragraph(*(f"*{word} *" if strong else f"{word} " for word, strong in zip(words, bold, strict=True)))
    place = data.draw(st.integers(0, len(words) - 1))
    new = [*words[:place], "annat", *words[place + 1 :]]
    set_text(there, "".join(f"{word} " for word in new), paragraph("x"))
    shown = "".join(said(body(there))).replace("**", "").replace("* *", " ")
    expected = "".join(f"*{word} *" if strong else f"{word} " for word, strong in zip(new, bold, strict=True))
    assert shown == expected.replace("**", "")


@pytest.mark.parametrize(
    ("pieces", "text", "expected"),
    [
        (["Läget: ", "*2,6 Mkr*", " hittills"], "Läget: 12,6 Mkr hittills", "Läget: *12,6 Mkr* hittills"),
        (["Läget: ", "*2,6 Mkr*"], "Läget: 5,1 Mkr", "Läget: *5,1 Mkr*"),
        (["*Hus*", " kostar 5"], "IT kostar 5", "*IT* kostar 5"),
        (["Hus ", "*och*", " IT"], "Hus IT", "Hus IT"),
        (["*1*", "2 hus"], "13 hus", "*13* hus"),
        (["*Allt*"], "", ""),
    ],
)
def test_a_new_number_has_the_form_of_the_old_one(pieces: list[str], text: str, expected: str) -> None:
    there = paragraph(*pieces)
    set_text(there, text, paragraph(text))
    assert said(body(there)) == [expected]


def test_a_text_with_another_break_has_the_form_that_all_of_it_had() -> None:
    there = paragraph("*ett två*")
    set_text(there, "ett\vtre", paragraph("ett", "\v", "tre"))
    assert paragraph_text(there) == "ett\vtre"
    assert said(body(there)) == ["*ett**tre*"]


def test_runs_are_known_by_their_words() -> None:
    theirs, ours = paragraph("Lä", "get: ", "nu", "5"), paragraph("Läget: ", "5")
    assert partners(list(theirs), list(ours)) == [0, 0, None, 1]


def test_untouched_text_becomes_the_datas_with_its_form() -> None:
    found, events = merged(body("Ett 1"), body("Ett 1"), body(paragraph("Ett ", "*2*")))
    assert found == ["Ett *2*"]
    assert [(event.kind, event.was, event.data) for event in events] == [("updated", "Ett 1", "Ett 2")]


def test_an_edit_stays_while_the_data_stands_still() -> None:
    found, events = merged(body("Ett 1"), body("Ett 1!"), body("Ett 1"))
    assert found == ["Ett 1!"]
    assert [event.kind for event in events] == ["kept"]


def test_what_both_have_changed_is_a_conflict_with_all_three_values() -> None:
    found, events = merged(body("Ett 1"), body("Ett 1!"), body("Ett 2"))
    assert found == ["Ett 1!"]
    assert [(event.kind, event.was, event.deck, event.data) for event in events] == [
        ("conflict", "Ett 1", "Ett 1!", "Ett 2")
    ]


def test_what_both_have_changed_alike_is_none() -> None:
    assert merged(body("Ett 1"), body("Ett 2"), body("Ett 2")) == (["Ett 2"], [])


def test_a_paragraph_written_before_an_edited_one_does_not_hide_it() -> None:
    found, events = merged(
        body("Hus har kostat 2"), body("Eget", "Hus har kostat 2 hittills"), body("Hus har kostat 4")
    )
    assert found == ["Eget", "Hus har kostat 2 hittills"]
    assert [(event.deck, event.data) for event in events] == [("Hus har kostat 2 hittills", "Hus har kostat 4")]


def test_new_paragraphs_of_the_data_come_after_those_that_they_follow() -> None:
    found, _ = merged(body("A", "B"), body("A", "Eget", "B"), body("Nytt", "A", "Två", "Tre", "B", "Sist"))
    assert found == ["Nytt", "A", "Två", "Tre", "Eget", "B", "Sist"]


def test_a_text_is_never_without_a_paragraph() -> None:
    found, _ = merged(body("A", "B"), body("A"), body("B 2"))
    assert found == [""]


def test_without_a_base_what_differs_is_a_conflict_or_the_datas() -> None:
    found, events = merged(body("5"), body("4"), body("5"), blind=True)
    assert found == ["4"]
    assert [(event.kind, event.was, event.deck, event.data) for event in events] == [("conflict", "", "4", "5")]
    assert merged(body("5"), body("4"), body("5"), blind=True, take="data")[0] == ["5"]
    assert merged(body("5"), body("5"), body("5"), blind=True)[1] == []


_LINES = st.lists(st.sampled_from(["Hus 1", "Hus 2", "IT 1", "IT 2", "Bilar", ""]), max_size=4)


@given(_LINES, _LINES)
def test_an_untouched_text_becomes_the_datas_whatever_it_was(base: list[str], ours: list[str]) -> None:
    there = body(*base)
    merge_text(body(*base), there, body(*ours), Events("bild"))
    assert [line for line in said(there) if line] == [line for line in said(body(*ours)) if line]


@given(_LINES, _LINES)
def test_when_the_data_stands_still_people_have_the_last_word(base: list[str], theirs: list[str]) -> None:
    there = body(*theirs)
    merge_text(body(*base), there, body(*base), Events("bild"))
    assert said(there) == (theirs or [""])


@given(_LINES, _LINES, _LINES)
def test_every_new_line_comes_or_is_told(base: list[str], theirs: list[str], ours: list[str]) -> None:
    there = body(*theirs)
    events = Events("bild")
    merge_text(body(*base), there, body(*ours), events)
    told = {event.data for event in events.found}
    assert all(line in said(there) or line in told for line in ours if line and line not in base)


@given(_LINES, _LINES, _LINES)
def test_every_line_that_a_person_wrote_stays(base: list[str], theirs: list[str], ours: list[str]) -> None:
    there = body(*theirs)
    merge_text(body(*base), there, body(*ours), Events("bild"))
    assert all(line in said(there) for line in theirs if line not in base)


@given(_LINES, _LINES, _LINES)
def test_merging_again_changes_nothing(base: list[str], theirs: list[str], ours: list[str]) -> None:
    there = body(*theirs)
    merge_text(body(*base), there, body(*ours), Events("bild"))
    once = said(there)
    merge_text(body(*ours), there, body(*ours), Events("bild"))
    assert said(there) == once
