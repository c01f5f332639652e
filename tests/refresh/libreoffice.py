"""Saves and edits decks in a real LibreOffice, without a window."""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path

_FILTER = "Impress MS PowerPoint 2007 XML"
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_MACRO = """
Sub Redigera
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    Dim kind(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    kind(0).Name = "FilterName"
    kind(0).Value = "{filter}"
    deck = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
    slides = deck.getDrawPages()
{edits}
    deck.storeToURL("{target}", kind())
    deck.close(True)
End Sub

Function Shape(slide, name)
    For number = 0 To slide.getCount() - 1
        If slide.getByIndex(number).Name = name Then
            Shape = slide.getByIndex(number)
            Exit Function
        End If
    Next
End Function
"""


def saved(deck: bytes, edits: str = "") -> bytes:
    """Return a deck as LibreOffice saves it, after edits in its Basic; it has `slides` and `Shape(slide, name)`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        source, target = root / "in.pptx", root / "ut.pptx"
        source.write_bytes(deck)
        code = _MACRO.format(filter=_FILTER, source=source.as_uri(), target=target.as_uri(), edits=edits)
        program = ["soffice", f"-env:UserInstallation={(root / 'profil').as_uri()}", "--headless", "--norestore"]
        subprocess.run([*program, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
        module = root / "profil" / "user" / "basic" / "Standard" / "Module1.xba"
        module.write_text(_MODULE.format(escape(code, quote=False)), encoding="utf-8")
        macro = [*program, "macro:///Standard.Module1.Redigera"]
        done = subprocess.run(macro, check=False, capture_output=True, text=True, timeout=300)
        assert target.is_file(), f"LibreOffice did not save the deck: {done.stdout}{done.stderr}"
        return target.read_bytes()
