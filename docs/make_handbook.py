"""Make the pictures of docs/handbok.md by walking through it, up to where each belongs.

Run `python -m docs.make_handbook` in the project's folder. It needs LibreOffice, poppler-utils and Chromium.
"""

import signal
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from docs.handbook import HANDS
from docs.make_gallery import ROOT, save, slide_pictures
from tests.docs.running import Walk
from tests.preview.browser import chromium, slide
from tests.preview.make import COMMAND

HANDBOOK = ROOT / "docs" / "handbok.md"
PICTURES = ROOT / "docs" / "images" / "handbok"
MONTH = "2024-08"
_MOMENT = 6_000  # ms: every picture is drawn


def main() -> None:
    """Walk through the handbook, and save each picture where it stands."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    first, *others = HANDBOOK.read_text(encoding="utf-8").split("(images/handbok/")
    with tempfile.TemporaryDirectory() as temporary:
        walk = Walk(Path(temporary), HANDS)
        walk.through(first)
        for part in others:
            name, _, following = part.partition(".png)")
            to = PICTURES / f"{name}.png"
            if name == "preview":
                _preview(walk.root, to)
            else:
                save(slide_pictures(walk.root, "manadsrapport", MONTH)[name], to)
            walk.through(following)


def _preview(root: Path, to: Path) -> None:
    """Save a picture of the preview with the result's slide chosen, when all pictures are there."""
    command = [*COMMAND, MONTH, "--project", str(root), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- our own command
        assert process.stdout is not None  # noqa: S101 -- it is a pipe
        with chromium() as browser:
            page = browser.new_page(locale="sv-SE", viewport={"width": 1280, "height": 800})
            page.goto(process.stdout.readline().split()[-1])
            slide(page, "resultat").click()
            page.wait_for_timeout(_MOMENT)
            page.screenshot(path=to)
        process.send_signal(signal.SIGTERM)
    with Image.open(to) as image:
        save(image.convert("RGB"), to)


if __name__ == "__main__":
    main()
