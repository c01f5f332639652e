from __future__ import annotations

import sys
from io import BytesIO

import pytest
from PIL import Image

from deckbuilder.office.errors import OfficeError
from deckbuilder.office.pictures import page_pictures

# Two pages of 960.009 by 540 points, the size that LibreOffice gives a wide slide.
PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Count 2 /Kids [3 0 R 4 0 R] /MediaBox [0 0 960.009 540]>> endobj
3 0 obj <</Type /Page /Parent 2 0 R>> endobj
4 0 obj <</Type /Page /Parent 2 0 R>> endobj
trailer <</Root 1 0 R>>
"""


@pytest.mark.parametrize("width", [121, 320, 1920, 3840])
def test_each_page_is_a_picture_exactly_as_wide_as_asked_for(width: int) -> None:
    pictures = [Image.open(BytesIO(picture)) for picture in page_pictures(PDF, width)]
    assert [(one.format, one.width) for one in pictures] == [("PNG", width), ("PNG", width)]
    assert pictures[0].height == pytest.approx(width * 540 / 960.009, abs=1)


def test_without_pypdfium2_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(OfficeError) as caught:
        page_pictures(PDF, 100)
    assert str(caught.value) == "För bilder behövs pypdfium2. Installera det med: pip install pypdfium2"
    assert caught.value.code == "DB854"
