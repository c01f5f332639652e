"""Text in placeholders: paragraphs, runs, and the size at which they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.render.xml import LANGUAGE, escape, non_visual, placeholder, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.page import Paragraph, Run, Tone
    from deckbuilder.render.layout import Box
    from deckbuilder.render.metrics import Font
    from deckbuilder.spec.layout import Colours

_SPACE_BEFORE = (10, 4)
_INDENT = (20, 20)
_POINT = 12700
_RUNNING_LINES = 4
_FILLED = 0.7  # of a box, by a text that is spread out in it


def tone_colour(tone: Tone, colours: Colours) -> str:
    """Return the layout's colour for a tone; "" for running text."""
    return {"good": colours.good, "bad": colours.bad, "muted": colours.muted}.get(tone, "")


def run(text: str, *, size: float = 0, bold: bool = False, colour: str = "", font: str = "") -> str:
    """Return `a:r`. Without size, colour and font it looks as the placeholder says."""
    sized = f' sz="{round(size * 100)}"' if size else ""
    heavy = ' b="1"' if bold else ""
    fill = solid(colour) if colour else ""
    fill += "".join(f'<a:{script} typeface="{font}"/>' for script in ("latin", "ea", "cs", "sym")) if font else ""
    return f'<a:r><a:rPr lang="{LANGUAGE}"{sized}{heavy} dirty="0">{fill}</a:rPr><a:t>{escape(text)}</a:t></a:r>'


def _runs(runs: Sequence[Run], size: float) -> str:
    return "".join(run(r.text, size=size, bold=r.bold) for r in runs)


def body(paragraphs: Sequence[Paragraph], sizes: Sequence[float], apart: float = 0) -> str:
    """Return `a:p` for each paragraph; a size of 0 leaves it to the placeholder.

    `apart` is the space in points above those of the first level; 0 leaves it to the placeholder too.
    """
    parts = []
    for number, paragraph in enumerate(paragraphs):
        level = f' lvl="{paragraph.level}"' if paragraph.level else ""
        plain = "" if paragraph.bullet else ' marL="0" indent="0"'
        bullet = "" if paragraph.bullet else "<a:buNone/>"
        spaced = apart and number and not paragraph.level
        space = f'<a:spcBef><a:spcPts val="{round(apart * 100)}"/></a:spcBef>' if spaced else ""
        properties = f"<a:pPr{plain}{level}>{space}{bullet}</a:pPr>" if level or plain or space else ""
        parts.append(f"<a:p>{properties}{_runs(paragraph.runs, sizes[paragraph.level])}</a:p>")
    return "".join(parts) or "<a:p/>"


def shape_body(paragraphs: Sequence[Paragraph], size: float, align: str, colour: str, between: float = 0) -> str:
    """Return `a:p` for each paragraph of a drawn shape, which has no placeholder's style; `between` is in points."""
    parts = []
    for number, paragraph in enumerate(paragraphs):
        runs = "".join(run(r.text, size=size, bold=r.bold, colour=colour) for r in paragraph.runs)
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="\u2022"/>' if paragraph.bullet else "<a:buNone/>"
        margin = round(size * 0.9 * _POINT)
        hanging = f' marL="{margin}" indent="-{margin}"' if paragraph.bullet else ""
        apart = f'<a:spcBef><a:spcPts val="{round(between * 100)}"/></a:spcBef>' if number and between else ""
        parts.append(f'<a:p><a:pPr algn="{align}"{hanging}>{apart}{bullet}</a:pPr>{runs}</a:p>')
    end = f'<a:p><a:endParaRPr lang="{LANGUAGE}" sz="{round(size * 100)}" dirty="0"/></a:p>'
    return "".join(parts) or end


def text_shape(number: int, name: str, box: Box, paragraphs: str, *, shrinks: bool = False) -> str:
    """Return `p:sp` that fills a text placeholder; one that `shrinks` makes its text smaller when staff add to it."""
    properties = "<a:bodyPr><a:normAutofit/></a:bodyPr>" if shrinks else "<a:bodyPr/>"
    return (
        f'<p:sp><p:nvSpPr>{non_visual(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(box)}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody>{properties}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def is_running(box: Box, font: Font) -> bool:
    """Tell whether a box is for running text, and not for a line or two above something."""
    return box.height >= _RUNNING_LINES * font.line_height(box.sizes[0])


def height(paragraphs: Sequence[Paragraph], sizes: Sequence[float], width: int, font: Font) -> int:
    """Return how high the paragraphs are in EMU, set at `sizes` by level in a box of `width`."""
    total = 0
    for number, paragraph in enumerate(paragraphs):
        size = sizes[paragraph.level]
        room = width - (_INDENT[paragraph.level] * _POINT * (paragraph.level + 1) if paragraph.bullet else 0)
        bold = any(r.bold for r in paragraph.runs)
        total += font.lines(paragraph.text, size, room, bold=bold) * font.line_height(size)
        total += _SPACE_BEFORE[paragraph.level] * _POINT if number else 0
    return total


def apart(paragraphs: Sequence[Paragraph], sizes: Sequence[float], box: Box, font: Font) -> float:
    """Return the space above paragraphs of the first level with which a short text fills more of its box.

    0 where the text fills it as it is; at most as much again as the height of its letters.
    """
    gaps = sum(not paragraph.level for paragraph in paragraphs[1:])
    spare = box.height * _FILLED - height(paragraphs, sizes, box.width, font)
    if not gaps or spare < gaps * _POINT or not is_running(box, font):
        return 0
    return float(_SPACE_BEFORE[0] + min(spare // (gaps * _POINT), sizes[0]))


def fitting_sizes(paragraphs: Sequence[Paragraph], box: Box, least: int, font: Font) -> tuple[float, ...] | None:
    """Return the sizes by level at which the text fits its box, from its own down to `least`; None when none does."""
    for step in range(0, 10, 2):
        sizes = tuple(max(size - step, min(least, size)) for size in box.sizes)
        if height(paragraphs, sizes, box.width, font) <= box.height:
            return sizes
    return None
