"""Markdown as slides use it: bullets in two levels, plain lines, bold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from deckbuilder.errors import CodedError
from deckbuilder.page import Paragraph, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HALF_BULLET = re.compile(r"-[^\W\d]|[•·–] ?")
_LOST_BULLET = re.compile(r"\s*[-*+] ")
_PASSED_OVER = {
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "paragraph_open", "paragraph_close", "inline",
}  # fmt: skip


class MarkdownError(CodedError):
    """The text holds Markdown that a slide cannot show; `line` is counted from 0 in the text."""

    def __init__(self, sentence: str, line: int, code: str) -> None:
        self.line = line
        super().__init__(sentence, code)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- only decks with sentences pay for it

    return MarkdownIt("commonmark", {"html": False}).disable(["entity", "code", "html_block", "reference"])


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the text as paragraphs; raise MarkdownError for headings, pictures, numbered lists and deeper levels."""
    result: list[Paragraph] = []
    depth = line = 0
    for token in _parser().parse(text):
        line = token.map[0] if token.map else line
        if token.type not in _PASSED_OVER:
            sentence = "Här står något som en bild inte kan visa. Använd punkter (- ), två nivåer, och **fetstil**."
            raise MarkdownError(sentence, line, "DB440")
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if depth > 2:
            raise MarkdownError("Punkterna har fler än två nivåer. Använd högst två.", line, "DB441")
        if token.type == "inline":
            _refuse_half_markdown(token.content, line)
            result.append(Paragraph(_runs(token, line), max(depth - 1, 0), bullet=depth > 0))
    return tuple(result)


def _refuse_half_markdown(text: str, line: int) -> None:
    """Raise MarkdownError for what someone meant as a bullet or a table, but that would be shown as it stands."""
    for number, row in enumerate(text.split("\n")):
        if _HALF_BULLET.match(row.lstrip()) or (number and _LOST_BULLET.match(row)):
            raise MarkdownError(
                "Skriv ett streck och ett mellanslag (- ) först på raden, så blir det en punkt.", line + number, "DB442"
            )
        if row.startswith("|") and row.endswith("|"):
            raise MarkdownError(
                "En tabell visas inte i text. Använd bildtypen table, eller skriv punkter.", line + number, "DB443"
            )


def _runs(inline: Token, line: int) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = 0
    for token in inline.children or []:
        if token.type in {"strong_open", "strong_close"}:
            bold += 1 if token.type == "strong_open" else -1
        elif token.type == "text" and "**" in token.content:
            raise MarkdownError(
                "Fetstilen är inte stängd, eller sitter ihop med nästa ord. Skriv **så** här.", line, "DB444"
            )
        elif token.type in {"text", "softbreak", "hardbreak"}:
            runs.append(Run(token.content if token.type == "text" else " ", bold > 0))
        elif token.type == "em_open":
            sentence = (
                "En stjärna eller ett understreck för sig försvinner. Skriv **fetstil**, eller \\* för en stjärna."
            )
            raise MarkdownError(sentence, line, "DB445")
        elif token.type != "em_close":
            sentence = "Länkar, bilder och kod visas inte på en bild. Skriv dem som vanlig text."
            raise MarkdownError(sentence, line, "DB446")
    return tuple(run for run in runs if run.text)
