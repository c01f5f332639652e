"""`deckbuilder explain [CODE]`: what a message means and how to put it right, or every code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckbuilder.cli.columns import terminal_width, wrapped
from deckbuilder.cli.running import told
from deckbuilder.explaining.pages import AREAS, codes, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.explaining.pages import Page


@click.command(name="explain")
@click.argument("code", metavar="[KOD]", required=False)
@told
def command(code: str | None) -> None:
    """Förklara ett meddelandes KOD, till exempel DB104: vad det betyder och hur du rättar. Utan KOD: alla koder."""
    width = terminal_width()
    click.echo("\n".join(_page(page(code), width) if code else _list(width)))


def _list(width: int) -> Iterator[str]:
    for area, about in AREAS.items():
        yield from wrapped(f"{area}xx {about}", width, " " * 6)
        for code in codes():
            if code.startswith(area):
                yield from wrapped(page(code).title, width, " " * 9, first=f"  {code}  ")
        yield ""
    yield "Mer om en kod: deckbuilder explain KOD"


def _page(one: Page, width: int) -> Iterator[str]:
    """Yield a page's lines: paragraphs are wrapped, what stands in blocks is not."""
    yield from wrapped(f"{one.code}: {one.title}", width)
    yield ""
    paragraph: list[str] = []
    fence = ""
    for line in [*one.text.splitlines(), ""]:
        if fence or line.startswith(("```", "~~~")):
            yield from _block_line(line, fence)
            fence = ("" if line == fence else fence) if fence else line[:3]
        elif line and not line.startswith("#"):
            paragraph.append(line)
        else:
            yield from _paragraph(paragraph, width)
            paragraph = []
            yield from (line.lstrip("# "), "") if line else ()


def _block_line(line: str, fence: str) -> Iterator[str]:
    """Yield a line of a block, indented; its first line tells what it is, and its last is empty."""
    if fence:
        yield "" if line == fence else f"    {line}".rstrip()
        return
    language, _, file = line[3:].partition(" ")
    what = {"text": "Då skrivs:", "sh": "Kommandot:"}.get(language, "")
    yield f"  {what or f'I {file}:'}"


def _paragraph(lines: list[str], width: int) -> Iterator[str]:
    """Yield a paragraph, or the items of a list, as the terminal is wide."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- ") or not items:
            items.append(_plain(line))
        else:
            items[-1] += f" {_plain(line.strip())}"
    for item in items:
        yield from wrapped(item, width, "  " if item.startswith("- ") else "")
    yield from ("",) if items else ()


def _plain(line: str) -> str:
    """Return a line of Markdown as it is read in a terminal: code stands within quotation marks."""
    return line.replace("**", "").replace("`", "'")
