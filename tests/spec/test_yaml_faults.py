"""YAML that cannot be parsed: each of the usual slips is told where it is, with a remedy that is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deckbuilder.errors import ContentError

if TYPE_CHECKING:
    from tests.conftest import ReadYaml

REPORT = """\
title: Rapport
slides:
  - type: title
    id: start
    title: Rapporten
  - type: table
    id: utfall
    title: "Utfall {{ a.b | mkr }}"
    columns: [a, b]
    rows:
      - Nord
      - Syd
  - type: closing
    id: slut
    title: Slut
"""
QUOTED = "Sätt hela texten inom citattecken"
COLON = "Det saknas ett kolon på raden. Skriv '{}', eller dra in den om den hör till texten ovanför."
TITLE = 'title: "Utfall {{ a.b | mkr }}"'
SPACE = "Det saknas ett mellanslag efter kolonet. Skriv '{}'."
CONTINUES = "Här fortsätter texten efter att citattecknet stängt den."
ITEM = "Här börjar en ny punkt i listan, men strecket saknas. Skriv '- {}'."
BARE = "Raden står i en lista men har inget streck. Skriv '- {}'."
DASH = "Strecket är inte indraget som de andra i listan. Dra in det {} mellanslag, som på rad {}."
HARD = "Här står ett hårt mellanslag, som ser ut som ett vanligt. Skriv ett vanligt i stället."
KEY = "Raden är inte indragen som nycklarna ovanför. Dra in den 4 mellanslag, så att den står under 'type' på rad 6."

SLIPS = {
    "a tab": (
        "    id: utfall",
        "\tid: utfall",
        "7:1: DB121 Här står ett tabbtecken. Dra in raden med mellanslag i stället.",
    ),
    "a tab after spaces": (
        *("      - Syd", "  \t  - Syd"),
        "12:3: DB121 Här står ett tabbtecken. Dra in raden med mellanslag i stället.",
    ),
    "no colon": ("    id: utfall", "    id utfall", f"7:5: DB123 {COLON.format('id: utfall')}"),
    "no colon at the first key": ("- type: table", "- type table", f"6:5: DB123 {COLON.format('type: table')}"),
    "no colon at the top": ("title: Rapport\n", "title Rapport\n", f"1:1: DB123 {COLON.format('title: Rapport')}"),
    "no colon before a list": ("    rows:", "    rows", f"10:5: DB123 {COLON.format('rows: …')}"),
    "no colon in the last line": ("title: Slut", "title Slut", f"15:5: DB123 {COLON.format('title: Slut')}"),
    "no space after the colon": ("id: utfall", "id:utfall", f"7:5: DB123 {SPACE.format('id: utfall')}"),
    "no space before quotes": ('title: "Utfall', 'title:"Utfall', f"8:5: DB123 {SPACE.format(TITLE)}"),
    "a colon in a text": (
        *("Rapporten", "Rapport: ny"),
        f'5:19: DB122 Här står ett kolon inne i en text. {QUOTED}: title: "Rapport: ny".',
    ),
    "a quotation mark that is not closed": (
        *('mkr }}"', "mkr }}"),
        '8:12: DB124 Citattecknet " öppnas här men stängs inte på raden. Sätt ett " efter textens slut.',
    ),
    "one that the next text seems to close": (
        *("title: Rapporten", 'title: "Rapporten'),
        '5:12: DB124 Citattecknet " öppnas här men stängs inte på raden. Sätt ett " efter textens slut.',
    ),
    "an apostrophe within apostrophes": (
        *("title: Rapporten", "title: 'Region's mål'"),
        f"5:20: DB134 {CONTINUES} Sätt hela texten inom dubbla citattecken (\"), så får den ha apostrofer (').",
    ),
    "text after a quotation": (
        *("title: Rapporten", 'title: "Rapporten" är ny'),
        f"5:24: DB134 {CONTINUES} Låt det sista citattecknet stå sist, och skriv citat inne i texten med ” eller '.",
    ),
    "a backslash within quotation marks": (
        *("title: Rapporten", 'title: "C:\\mapp"'),
        "5:15: DB134 Efter \\ inom \" väntas en kod. Sätt texten inom enkla citattecken (') i stället.",
    ),
    "an item too far in": ("  - type: table", "   - type: table", f"6:4: DB125 {DASH.format(2, 3)}"),
    "an item at the margin": ("  - type: table", "- type: table", f"6:1: DB125 {DASH.format(2, 3)}"),
    "an item of an inner list": ("      - Syd", "    - Syd", f"12:5: DB125 {DASH.format(6, 11)}"),
    "an item that would go on the text above": (
        *("      - Syd", "        - Syd"),
        (
            "12:9: DB125 Strecket är indraget längre än det ovanför, så raden läses som en del av texten där. "
            "Dra in listans alla streck lika långt."
        ),
    ),
    "a key too far in": ("    id: utfall", "     id: utfall", f"7:6: DB125 {KEY}"),
    "a key too far out": ("    id: utfall", "   id: utfall", f"7:4: DB125 {KEY}"),
    "a first key too far in": (
        *("  - type: title", "   - type: title"),
        "3:4: DB125 Raden är inte indragen som nycklarna under den. Dra in den 2 mellanslag.",
    ),
    "no dash": ("  - type: table", "  type: table", f"6:3: DB126 {ITEM.format('type: table')}"),
    "no dash at the first item": ("  - type: title", "  type: title", f"3:3: DB126 {ITEM.format('type: title')}"),
    "no dash in a list of texts": ("      - Syd", "      Syd", f"12:7: DB126 {BARE.format('Syd')}"),
    "no dash first in a list of texts": ("      - Nord", "      Nord", f"11:7: DB126 {BARE.format('Nord')}"),
    "no space after the dash": (
        *("- type: table", "-type: table"),
        "6:3: DB126 Det saknas ett mellanslag efter strecket. Skriv '- type: table'.",
    ),
    "a quotation mark that is not opened": (
        *('"Utfall {{ a.b | mkr }}"', 'Utfall"'),
        (
            '8:12: DB124 Texten slutar med ett citattecken (") som inte öppnas. '
            'Sätt ett " före texten också, eller ta bort det sista.'
        ),
    ),
    "a dash as Word makes it": (
        *("  - type: table", "  – type: table"),
        "6:3: DB126 Här står ett tankstreck. Skriv ett bindestreck: '- type: table'.",
    ),
    "a dash as Word makes it in a list of texts": (
        *("      - Syd", "      – Syd"),
        "12:7: DB126 Här står ett tankstreck. Skriv ett bindestreck: '- Syd'.",
    ),
    "a hard space before a key": ("    id: utfall", "\u00a0   id: utfall", f"7:1: DB132 {HARD}"),
    "a hard space before a dash": ("  - type: table", "\u00a0 - type: table", f"6:1: DB132 {HARD}"),
    "a hard space after a dash": ("  - type: table", "  -\u00a0type: table", f"6:4: DB132 {HARD}"),
    "a hard space after a colon": ("    id: utfall", "    id:\u00a0utfall", f"7:8: DB132 {HARD}"),
    "spaces in place of a dash": (
        *("  - type: table", "    type: table"),
        (
            "6:5: DB105 Nyckeln 'type' står redan på rad 3. Ta bort den ena, "
            "eller sätt ett streck (- ) framför om här börjar en ny punkt."
        ),
    ),
    "a bracket that is not closed": (
        *("[a, b]", "[a, b"),
        "9:14: DB127 Klammern [ stängs inte på raden. Skriv ] efter det sista värdet.",
    ),
    "a brace that is not closed": (
        *("[a, b]", "{a: b"),
        "9:14: DB127 Klammern { stängs inte på raden. Skriv } efter det sista värdet.",
    ),
    "values without a comma": (
        *("[a, b]", "[a, [b] c]"),
        (
            "9:14: DB127 Mellan [ och ] ska värdena skiljas åt med komma. "
            "Sätt ett värde som har komma, kolon eller citattecken i sig inom citattecken."
        ),
    ),
    "a template without quotation marks": (
        *('"Utfall {{ a.b | mkr }}"', "{{ a.b | mkr }} är utfallet"),
        f'8:12: DB128 Texten börjar med {{{{ utan citattecken. {QUOTED}: title: "{{{{ a.b | mkr }}}} är utfallet".',
    ),
    "a text that is all template": (
        *('"Utfall {{ a.b | mkr }}"', "{{ a.b | mkr }}"),
        "8:13: DB128 Här står en klammer som YAML tar som sin egen. Sätt text med {{ }} inom citattecken.",
    ),
    "a hash after a text": (
        *("title: Slut", "title: Slut #1"),
        (
            "15:12: DB113 Texten slutar vid 'Slut': YAML tar # som en kommentar. "
            "Sätt hela texten inom citattecken, eller ett mellanslag efter #."
        ),
    ),
    "a key that stands twice": (
        *("    id: slut", "    type: closing"),
        (
            "14:5: DB105 Nyckeln 'type' står redan på rad 13. Ta bort den ena, "
            "eller sätt ett streck (- ) framför om här börjar en ny punkt."
        ),
    ),
    "a bracket from nowhere": (
        *("    id: slut", "    }"),
        "14:5: DB129 Tecknet } hör inte hit. Ta bort det, eller sätt hela texten inom citattecken.",
    ),
    "two documents": (
        *("  - type: table", "---\n  - type: table"),
        "6:1: DB130 Raden --- börjar ett nytt dokument, men filen får bara ha ett. Ta bort raden.",
    ),
    "a sign that cannot be seen": (
        *("title: Slut", "title: Sl\x07ut"),
        "15:14: DB132 Här står ett tecken som inte syns och inte får vara med. Ta bort det.",
    ),
}


def _told(read_yaml: ReadYaml, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_yaml(text)
    return [problem.coded for problem in caught.value.problems]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_where_it_is_with_its_remedy(read_yaml: ReadYaml, slip: str) -> None:
    old, new, told = SLIPS[slip]
    assert REPORT.count(old) == 1
    assert _told(read_yaml, REPORT.replace(old, new)) == [f"fil.yaml:{told}"]


@pytest.mark.parametrize(("last", "column"), [("rows: [", 7), ("rows: [a, {b:", 11), ("rows: [a,\n  # sist", 7)])
def test_a_bracket_that_the_file_ends_in_is_told_where_it_opens(read_yaml: ReadYaml, last: str, column: int) -> None:
    sign, closer = ("{", "}") if "{" in last else ("[", "]")
    assert _told(read_yaml, f"title: T\n{last}\n") == [
        f"fil.yaml:2:{column}: DB127 Klammern {sign} stängs inte. Skriv {closer} efter det sista värdet."
    ]


@pytest.mark.parametrize("sign", ["%", "@", "`", "*", "**", "&ö", "|", ">", ",", "- ", "? "])
def test_a_sign_that_yaml_takes_for_its_own_is_told(read_yaml: ReadYaml, sign: str) -> None:
    text = REPORT.replace("title: Slut", f"title: {sign}Slut nu")
    sentence = f'Tecknet {sign[0]} har en egen betydelse först i en text. {QUOTED}: title: "{sign}Slut nu".'
    assert _told(read_yaml, text) == [f"fil.yaml:15:12: DB129 {sentence}"]


def test_a_tag_would_take_a_word_of_the_text(read_yaml: ReadYaml) -> None:
    told = _told(read_yaml, REPORT.replace("title: Slut", "title: !Slut nu"))
    assert told == [f"fil.yaml:15:12: DB129 Tecknet ! har en egen betydelse först i en text. {QUOTED}."]
