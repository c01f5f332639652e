"""Every page on a message code gives an example that is true: its files make the command print just that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckbuilder.explaining.pages import AREAS, UnknownCodeError, codes, page
from tests.explaining.examples import make_project, run

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_FILES = {
    "DB101": "the page's files are UTF-8",
    "DB102": "no file of a page is locked",
    "DB120": "what is left when no known slip is found",
    "DB132": "the sign could not be seen on the page",
    "DB204": "no file of a page is locked",
    "DB207": "the page's files are text",
    "DB253": "a picture of that size does not stand on a page",
    "DB690": "a layout's file is longer than a page",
    "DB804": "the example stands in a project",
    "DB807": "no disk is full where the tests run",
    "DB808": "the example stands in a folder",
    "DB431": "matplotlib is installed where the tests run",
    **dict.fromkeys(("DB601", "DB603", "DB604", "DB605"), "a layout's file is longer than a page"),
    **dict.fromkeys(("DB613", "DB614", "DB617"), "what fills a slide is longer than a page"),
    "DB616": "a picture does not stand on a page",
    **dict.fromkeys(("DB701", "DB702", "DB707", "DB709", "DB713", "DB730"), "a file or disk that cannot be written"),
    **dict.fromkeys(("DB703", "DB704", "DB706", "DB712", "DB714"), "a deck that another program has saved"),
    **dict.fromkeys(("DB711", "DB740", "DB741"), "decks that were built and edited before"),
    **dict.fromkeys(("DB823", "DB831"), "a file or disk that cannot be written"),
    **dict.fromkeys(("DB850", "DB854"), "a program or library that is installed where the tests run"),
    **dict.fromkeys(
        ("DB851", "DB852", "DB853", "DB855", "DB856"), "an office program that fails, or is not on Windows"
    ),
    **dict.fromkeys(("DB858", "DB861", "DB862"), "a deck that was built and edited before"),
    **dict.fromkeys(("DB850", "DB851", "DB852", "DB853", "DB855", "DB856"), "other programs than the tests have"),
    **dict.fromkeys(("DB854", "DB870"), "the libraries are installed where the tests run"),
    **dict.fromkeys(("DB858", "DB861", "DB862"), "a deck that people have edited, or have open"),
    **dict.fromkeys(("DB871", "DB872", "DB873", "DB874", "DB875", "DB876"), "the preview tells it on its page"),
    "DB901": "a fault in the program that nobody knows of",
}
"""The pages that have a message but no files that give it, and why."""

RUN = [code for code in codes() if any(one.file or one.language == "sh" for one in page(code).examples)]


@pytest.mark.parametrize("code", RUN)
def test_an_example_gives_its_message(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = page(code).examples
    make_project(tmp_path / "projekt", examples)
    monkeypatch.chdir(tmp_path / "projekt")
    printed = run(examples)
    told = [line for one in examples if one.language == "text" for line in one.text.splitlines()]
    assert told
    assert [line for line in told if line not in printed] == [], printed


@pytest.mark.parametrize("code", codes())
def test_a_page_has_what_it_means_the_remedy_and_an_example_with_its_code(code: str) -> None:
    one = page(code)
    assert one.title
    assert re.match(r"[A-ZÅÄÖ0-9”`]", one.text), one.text
    prose = re.sub(r"^(```|~~~).*?^\1$", "", one.text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^## (.*)$", prose, re.MULTILINE) == ["Så rättar du", "Exempel"]
    assert any(code in example.text for example in one.examples if example.language == "text")
    assert code[:3] in AREAS


def test_pages_without_files_are_known_with_a_reason() -> None:
    assert {code for code in codes() if code not in RUN} == set(WITHOUT_FILES)


@pytest.mark.parametrize("word", ["DB104", "db104", "104", " DB 104: ", "[DB104]"])
def test_a_code_is_found_however_it_is_typed(word: str) -> None:
    assert page(word).code == "DB104"


@pytest.mark.parametrize(
    ("word", "hint"), [("DB100", "Koden 'DB100' finns inte. Närmast är DB101."), ("lable", "Koden 'lable' finns inte.")]
)
def test_an_unknown_code_is_told_with_the_nearest(word: str, hint: str) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        page(word)
    assert str(caught.value) == f"{hint} Skriv en kod som DB104. Alla koder: deckbuilder explain."
