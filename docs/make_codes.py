"""Make docs/felkoder.md, every page on a message code: run `python -m docs.make_codes` in the project's folder."""

from pathlib import Path

from deckbuilder.explaining.pages import AREAS, Page, codes, page

CODES = Path(__file__).parent / "felkoder.md"
_HEAD = """\
# Felkoder

Varje meddelande har en kod, till exempel DB104. Här står vad den betyder, hur du rättar och ett exempel. Samma text
visas av `deckbuilder explain DB104`. Sidan är gjord av `python -m docs.make_codes`; ändra i `deckbuilder/explaining/`.

Exemplen är gjorda i en liten rapport. En bild som börjar med `- type:` står sist under `slides:` i den.
"""


def written() -> str:
    """Return the page as Markdown."""
    pages = [page(code) for code in codes()]
    contents = "".join(f"- [{_area(area)}](#{area.lower()}xx)\n" for area in AREAS)
    return f"{_HEAD}\n{contents}" + "".join(_part(area, pages) for area in AREAS)


def _part(area: str, pages: list[Page]) -> str:
    own = [one for one in pages if one.code.startswith(area)]
    listed = "".join(f"- [{one.code}](#{one.code.lower()}) {one.title}\n" for one in own)
    return f'\n<a id="{area.lower()}xx"></a>\n\n## {_area(area)}\n\n{listed}' + "".join(_page(one) for one in own)


def _area(area: str) -> str:
    return f"{area}xx {AREAS[area]}"


def _page(one: Page) -> str:
    text = one.text.replace("## Så rättar du", "**Så rättar du**").replace("## Exempel", "**Exempel**")
    return f'\n<a id="{one.code.lower()}"></a>\n\n### {one.code}: {one.title}\n\n{text}\n'


if __name__ == "__main__":
    CODES.write_text(written(), encoding="utf-8")
