"""Finds and reads the pictures that slides name: those of the month, and those that the project keeps."""

from __future__ import annotations

import warnings
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from deckbuilder.errors import CodedError, choices, did_you_mean, listed

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".png", ".jpg", ".jpeg")
_FORMATS: dict[str, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg"}
_ORIENTATION = 0x0112
_QUALITY = 95


class PictureError(CodedError):
    """The picture is missing or cannot be shown; whoever knows the slide tells where it was asked for."""


@dataclass(frozen=True)
class Picture:
    """A picture's bytes, format and size in pixels, the right way up."""

    content: bytes
    format: Literal["png", "jpeg"]
    pixels: tuple[int, int]


@dataclass(frozen=True)
class Pictures:
    """The folders that pictures are looked for in, in order, each with how messages name it."""

    folders: tuple[tuple[Path, str], ...] = ()

    def read(self, name: str) -> Picture:
        """Return a picture; raise PictureError when it is missing, outside the folders, broken or of another kind."""
        path, shown_as = self._find(name)
        if path.suffix.lower() not in SUFFIXES:
            sentence = f"Bilder av slaget '{path.suffix}' går inte att visa. Spara bilden som .png eller .jpg."
            raise PictureError(sentence, "DB251")
        try:
            content = path.read_bytes()
        except OSError as error:
            sentence = (
                f"{shown_as} går inte att läsa. Stäng bilden i andra program och kontrollera att du får läsa den."
            )
            raise PictureError(sentence, "DB252") from error
        return _opened(content, shown_as)

    def _find(self, name: str) -> tuple[Path, str]:
        where = listed(shown_as for _, shown_as in self.folders)
        for folder, shown_as in self.folders:
            path = folder / name
            with suppress(OSError, ValueError, RuntimeError):  # a name that no disk can hold, a link to itself
                if not path.resolve().is_relative_to(folder.resolve()):
                    raise PictureError(f"Bilden '{name}' ligger utanför {where}. Lägg den där.", "DB202")
                if path.is_file():
                    return path, f"{shown_as}/{name}"
        have = sorted({found.name for folder, _ in self.folders for found in _pictures_in(folder)})
        sentence = f"Bilden '{name}' saknas i {where}.{did_you_mean(name, have)} Bilder som finns: {choices(have)}."
        raise PictureError(sentence, "DB250")


def _pictures_in(folder: Path) -> list[Path]:
    there = folder.iterdir() if folder.is_dir() else ()
    return [found for found in there if found.suffix.lower() in SUFFIXES and found.is_file()]


def _opened(content: bytes, shown_as: str) -> Picture:
    """Read the whole picture, so that a broken one is found now and not in front of an audience."""
    from PIL import Image, ImageOps  # noqa: PLC0415 -- slow to load, and few reports have pictures

    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            image = Image.open(BytesIO(content), formats=tuple(_FORMATS))
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        sentence = f"{shown_as} är för stor. Minska den till högst 4000 bildpunkter på bredden."
        raise PictureError(sentence, "DB253") from error
    except Exception as error:  # Pillow raises whatever its decoders raise
        sentence = f"{shown_as} går inte att öppna som bild. Öppna den i ett bildprogram och spara den på nytt."
        raise PictureError(f"{sentence} Använd .png eller .jpg.", "DB252") from error
    kind = "PNG" if image.format == "PNG" else "JPEG"  # a telephone's photo with a depth map is MPO, a kind of JPEG
    if image.format == kind and image.getexif().get(_ORIENTATION, 1) == 1:
        return Picture(content, _FORMATS[kind], image.size)
    stream = BytesIO()  # PowerPoint shows a picture as it is stored, not as the camera was held
    upright = ImageOps.exif_transpose(image)
    upright.save(stream, kind, quality=_QUALITY)
    return Picture(stream.getvalue(), _FORMATS[kind], upright.size)
