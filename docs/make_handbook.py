"""Make the pictures of docs/handbok.md by walking through it, up to where each belongs.

Run `python -m docs.make_handbook` in the project's folder. It needs LibreOffice, poppler-utils and Chromium.
"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from docs.handbook import HANDS
from docs.make_gallery import ROOT, save, slide_pictures
from tests.docs.running import Walk
from tests.preview.browser import chromium, opened, running, slide

HANDBOOK = ROOT / "docs" / "handbok.md"
PICTURES = ROOT / "docs" / "images" / "handbok"
MONTH = "2024-08"


def main() -> None:
    """Walk through the handbook and save its pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    document = HANDBOOK.read_text(encoding="utf-8")
    parts = document.split("\n![")
    with tempfile.TemporaryDirectory() as temporary:
        walk = Walk(Path(temporary), HANDS)
        for part in parts[:-1]:
            walk.through(part)
            following = document[len("\n![".join(parts[: parts.index(part) + 1])) :]
            name = following.split("(images/handbok/")[1].split(".png")[0]
            if name == "preview":
                _preview(walk.root, PICTURES / f"{name}.png")
            else:
                save(slide_pictures(walk.root, "manadsrapport", MONTH)[name], PICTURES / f"{name}.png")


def _preview(root: Path, to: Path) -> None:
    """Save a picture of the preview with the result's slide chosen."""
    with running(root, period=MONTH) as preview, chromium() as browser, opened(browser, preview) as page:
        slide(page, "resultat").click()
        expect(page.get_by_text("Klar", exact=True)).to_be_visible()
        page.wait_for_function("document.querySelectorAll('img').length > 5")
        page.wait_for_load_state("networkidle")
        content = page.screenshot(path=to)
        assert content  # noqa: S101 -- nothing to show is a fault of the page
    with Image.open(to) as image:
        save(image.convert("RGB"), to)


if __name__ == "__main__":
    main()
