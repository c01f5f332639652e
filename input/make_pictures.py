"""Draw the sample picture that the report keeps: mountains in three layers, as flat as the layout's own.

Run as ``python -m input.make_pictures``. A second run gives the same bytes.
"""

from math import sin
from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).parents[1] / "config" / "bilder" / "fjall.png"
SIZE = (1920, 1080)
FINER = 2
SKY = "#EEF2F5"
SUN = "#F6D9A8"
LAYERS = (("#B7C7D3", 0.52, 0.16, 2.1), ("#5B7C93", 0.66, 0.13, 5.2), ("#10344A", 0.82, 0.07, 0.4))


def ridge(base: float, rise: float, phase: float) -> list[tuple[float, float]]:
    """Return a silhouette down to the lower edge; ``base`` and ``rise`` are shares of the height."""
    width, height = (side * FINER for side in SIZE)
    points = []
    for x in range(0, width + 1, 4):
        at = x / width * 6 + phase
        wave = 0.6 * sin(at * 1.3) + 0.3 * sin(at * 2.9 + 1) + 0.1 * sin(at * 6.1)
        points.append((float(x), height * (base - rise * wave)))
    return [*points, (width, height), (0, height)]


def main() -> None:
    """Write the picture."""
    width, height = (side * FINER for side in SIZE)
    image = Image.new("RGB", (width, height), SKY)
    pen = ImageDraw.Draw(image)
    pen.ellipse((width * 0.68, height * 0.16, width * 0.68 + height * 0.2, height * 0.36), fill=SUN)
    for colour, base, rise, phase in LAYERS:
        pen.polygon(ridge(base, rise, phase), fill=colour)
    TARGET.parent.mkdir(exist_ok=True)
    image.resize(SIZE, Image.Resampling.LANCZOS).quantize(128).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
