"""What a merge did, as staff read it."""

from __future__ import annotations

import pytest

from deckbuilder.cli.merging import report, summary
from deckbuilder.refresh.report import Event

CONFLICT = Event("conflict", "laget", "title", "", "2,6 Mkr", "Egen rubrik", "5,1 Mkr")


def told(*events: Event, everything: bool = True) -> list[str]:
    return list(report(events, everything=everything))


def test_nothing_new_is_told() -> None:
    assert told() == ["Underlaget är detsamma som förra gången. Rapporten är som den var."]


def test_a_conflict_is_told_with_all_three_values_and_how_to_settle_it() -> None:
    assert told(CONFLICT) == [
        "Ändrat både för hand och i underlaget (DB740). Det som är skrivet för hand står kvar:",
        "  laget",
        "    rubrik: i rapporten ”Egen rubrik”, i underlaget nu ”5,1 Mkr”, förra gången ”2,6 Mkr”",
        "Ta underlagets med --take data. Med --take deck står rapportens kvar utan att räknas som krock.",
    ]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            Event("conflict", "s", "body", "", "A", "", "B"),
            "text: borttaget i rapporten, i underlaget nu ”B”, förra gången ”A”",
        ),
        (
            Event("conflict", "s", "body", "", "A", "C", ""),
            "text: i rapporten ”C”, borttaget ur underlaget, förra gången ”A”",
        ),
        (Event("conflict", "s", "subtitle", "", "", "A", "B"), "underrubrik: i rapporten ”A”, i underlaget nu ”B”"),
        (Event("conflict", "s", "picture", "utbytt för hand"), "bild, utbytt för hand"),
        (
            Event("unclear", "s", "table", "finns flera gånger på bilden", data="A"),
            "tabell, finns flera gånger på bilden: ”A”",
        ),
        (
            Event("unclear", "s", "utfall/table", "kopia som inte uppdateras", deck="A", data="B"),
            "utfall/tabell, kopia som inte uppdateras: ”A” (i underlaget ”B”)",
        ),
        (Event("added", "s", "table", "raden IT", data="IT | 5"), "tabell, raden IT: ”IT | 5”"),
        (Event("kept", "s", "title", "", "A", "C", "A"), "rubrik: ”C” (i underlaget ”A”)"),
        (Event("kept", "s", "chart", "borttagen", "A"), "diagram, borttagen (ta tillbaka med --restore s/chart)"),
        (Event("updated", "s", "drawing/kort-1-value", "", "A", "A", "B"), "figur/kort-1-value: ”A” → ”B”"),
        (Event("updated", "s", "table", "Hus, Utfall", "1", "1", "2"), "tabell, Hus, Utfall: ”1” → ”2”"),
        (Event("updated", "s", "chart-2", "Utfall, Hus", "1", "1", "2"), "diagram-2, Utfall, Hus: ”1” → ”2”"),
        (Event("updated", "s", "body", "", "", "", "Nytt"), "text: ”Nytt”"),
        (Event("updated", "s", "plot", "ny bild"), "bild, ny bild"),
        (Event("updated", "s", "okänt", "", "A", "A", "B"), "okänt: ”A” → ”B”"),
    ],
)
def test_a_block_is_told_in_plain_swedish(event: Event, line: str) -> None:
    assert told(event)[1:3] == ["  s", f"    {line}"]


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (Event("added", "nytt", data="Som diagram"), "  nytt: ”Som diagram”"),
        (Event("removed", "gammal", was="Gammal"), "  gammal: ”Gammal”"),
        (
            Event("kept", "utfall", what="borttagen", data="Utfall"),
            "  utfall: borttagen (ta tillbaka med --restore utfall)",
        ),
        (
            Event("kept", "utfall", what="finns inte längre i underlaget", deck="Utfall"),
            "  utfall: finns inte längre i underlaget: ”Utfall”",
        ),
        (
            Event("conflict", "utfall", what="layout", was="Tabell", deck="Avsnitt", data="Diagram"),
            "  utfall: layout: i rapporten ”Avsnitt”, i underlaget nu ”Diagram”, förra gången ”Tabell”",
        ),
    ],
)
def test_what_is_about_a_whole_slide_is_one_line(event: Event, line: str) -> None:
    assert told(event)[1] == line


def test_what_is_updated_is_told_line_by_line_only_when_everything_is_asked_for() -> None:
    event = Event("updated", "s", "title", "", "A", "A", "B")
    assert told(event, everything=False) == []
    assert told(event) == ["Uppdaterat:", "  s", "    rubrik: ”A” → ”B”"]


def test_a_long_text_is_told_by_its_beginning_and_end() -> None:
    text = "Det här är en lång text som ingen orkar läsa en gång till, men slutet är viktigt"
    (_, _, line) = told(Event("updated", "s", "body", "", "", "", text))
    assert line == "    text: ”Det här är en lång text som ingen orkar  … utet är viktigt”"


def test_slides_stand_in_the_decks_order_under_each_heading() -> None:
    events = (
        CONFLICT,
        Event("kept", "b", "title", "", "A", "C", "A"),
        Event("conflict", "b", "title", "", "A", "C", "B"),
    )
    assert [line for line in told(*events) if line[2] != " "][:3] == [
        "Ändrat både för hand och i underlaget (DB740). Det som är skrivet för hand står kvar:",
        "  laget",
        "  b",
    ]


def test_the_summary_counts_each_kind() -> None:
    events = (
        CONFLICT,
        CONFLICT,
        Event("updated", "s"),
        Event("removed", "s"),
        Event("kept", "s"),
        Event("unclear", "s"),
    )
    assert summary(events) == "1 uppdaterad, 1 ändring för hand behållen, 2 krockar, 1 borttagen, 1 oklar"
    assert summary(()) == ""
