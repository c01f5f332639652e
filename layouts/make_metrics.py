"""Writes the advance widths of a font to JSON, so that text is measured alike on every machine.

Usage: python layouts/make_metrics.py Calibri Carlito-Regular.ttf Carlito-Bold.ttf
Carlito and Liberation Sans have the widths of Calibri and Arial and free licences.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent.parent / "deckbuilder" / "render" / "metrics"
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2009, *range(0x2010, 0x2030), 0x202F, 0x20AC, 0x2122]
CHARACTERS += [*range(0x2190, 0x219A), 0x2212, 0x2248, 0x2264, 0x2265, 0x25A0, 0x25B2, 0x25BC, 0x25CF]


def widths(font: TTFont) -> dict[str, int]:
    """Return the advance width of each character that the font has, in thousandths of the size."""
    table, advances, scale = font.getBestCmap(), font["hmtx"], 1000 / font["head"].unitsPerEm
    return {chr(code): round(advances[table[code]][0] * scale) for code in CHARACTERS if code in table}


def main(name: str, regular: str, bold: str) -> None:
    """Write `deckbuilder/render/metrics/NAME.json`."""
    font = TTFont(regular)
    line = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / font["head"].unitsPerEm
    data = {"font": name, "line": round(line, 4), "regular": widths(font), "bold": widths(TTFont(bold))}
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    (FOLDER / f"{name.lower()}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
