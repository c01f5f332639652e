from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.errors import ContentError
from deckbuilder.spec.comments import CommentText, read_comments

if TYPE_CHECKING:
    from pathlib import Path


def _read(folder: Path, text: str | bytes) -> dict[str, CommentText]:
    path = folder / "kommentarer.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_comments(path, "kommentarer.md")


def test_without_a_file_there_are_no_comments(tmp_path: Path) -> None:
    assert read_comments(tmp_path / "kommentarer.md", "kommentarer.md") == {}


def test_a_text_stands_under_the_id_of_its_slide(tmp_path: Path) -> None:
    assert _read(tmp_path, "# Texter\n\nInledning\n\n## sommaren\n- bra\n## natverk\n") == {
        "sommaren": CommentText("sommaren", "- bra", 6),
        "natverk": CommentText("natverk", "", 8),
    }


@pytest.mark.parametrize("heading", ["##  sommaren", "## sommaren ##", "##\tsommaren\t", "##sommaren"])
def test_a_heading_may_be_written_in_several_ways(tmp_path: Path, heading: str) -> None:
    """Without the space the text would end up on the slide before, with its marks."""
    assert list(_read(tmp_path, f"## avtal\n- a\n{heading}\n- b\n")) == ["avtal", "sommaren"]


@pytest.mark.parametrize("heading", ["# sommaren", "#sommaren", "#\tsommar-2024 "])
def test_an_id_under_a_single_sign_would_lose_its_text_and_is_refused(tmp_path: Path, heading: str) -> None:
    with pytest.raises(ContentError) as caught:
        _read(tmp_path, f"# Texter till rapporten\n\n{heading}\n\n- bra\n")
    (problem,) = caught.value.problems
    assert problem.coded == (
        "kommentarer.md:3: DB242 Rubriken har ett #, så texten under den hamnar inte på sin bild. "
        f"Skriv '## {heading.lstrip('#').strip()}'."
    )


def test_the_files_own_heading_is_none_of_a_slide(tmp_path: Path) -> None:
    assert _read(tmp_path, "# Texter\n# augusti 2024\n") == {}


def test_a_deeper_heading_is_part_of_the_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "## a\n### b\n")["a"].text == "### b"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_are_counted_the_same_from_windows(tmp_path: Path, newline: str) -> None:
    found = _read(tmp_path, "\ufeff" + newline.join(["## a", "- ett", "", "## b", "- två"]))
    assert found == {"a": CommentText("a", "- ett\n", 2), "b": CommentText("b", "- två", 5)}


def test_an_id_that_stands_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        _read(tmp_path, "## a\n- ett\n## b\n## a\n- två\n")
    assert str(caught.value) == "kommentarer.md:4: Rubriken '## a' finns redan på rad 1. Slå ihop texterna."


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(ContentError) as caught:
        _read(tmp_path, "## a\n- Åtgärd\n".encode(encoding))
    assert str(caught.value) == ("kommentarer.md: Filen går inte att läsa som text. Spara om den med kodningen UTF-8.")


lines = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=9).filter(
    lambda line: not line.startswith("#")
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.lists(lines, max_size=4), max_size=4))
def test_no_line_of_any_text_is_lost(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, list[str]]) -> None:
    written = "".join(f"## {slide}\n" + "".join(f"{line}\n" for line in body) for slide, body in texts.items())
    found = _read(tmp_path_factory.getbasetemp(), written)
    assert {slide: comment.text for slide, comment in found.items()} == {
        s: "\n".join(body) for s, body in texts.items()
    }


@pytest.mark.parametrize("text", ["", "# Texter till rapporten\n\nSkriv under bildens id.\n"])
def test_a_file_without_headings_has_no_comments(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text) == {}
