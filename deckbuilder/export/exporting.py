"""Exports the deck that stands in `output/`, with people's edits: as PDF, pictures, or pages to hand out."""

from __future__ import annotations

import re
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuilder.atomic import write
from deckbuilder.errors import ContentError, Place, Problem, listed
from deckbuilder.export.engines import engine
from deckbuilder.export.handout import with_handout_pages
from deckbuilder.export.slides import chosen, file_names, only, slides_of
from deckbuilder.office.errors import OfficeError
from deckbuilder.records.json import NoRecordError
from deckbuilder.refresh.parts import NotADeckError, Parts
from deckbuilder.render.record import read_record
from deckbuilder.saving import is_open_elsewhere, save_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from deckbuilder.export.engines import Engine
    from deckbuilder.export.slides import Slide
    from deckbuilder.period import Period
    from deckbuilder.project import Project

WIDTH = 1920
_NAMES = {"pdf": "PDF", "png": "bilder", "handout": "åhörarkopior"}
_TAKEN = "den som står där går inte att skriva över, kanske för att den är öppen"
_NO_FOLDER = "mappen går inte att skriva i"


@dataclass(frozen=True)
class Wish:
    """What to export: forms, slides (`3,5-7,resultat-region`, all without), width of pictures, folder and program."""

    forms: Sequence[str] = ("pdf",)
    slides: str = ""
    width: int = WIDTH
    folder: Path | None = None
    program: str = ""


@dataclass(frozen=True)
class Written:
    """A form that is exported: its files, how many slides are in them, why any could not have its own name, if so."""

    form: str
    files: tuple[Path, ...]
    slides: int
    obstacle: str = ""


@dataclass(frozen=True)
class Exported:
    """What was exported, with which program, and what staff should know of the deck."""

    written: tuple[Written, ...]
    program: str
    hints: tuple[Problem, ...]


def export(project: Project, report: str, period: Period, wish: Wish, stage: Callable[[str], None]) -> Exported:
    """Export the deck of a report and period; raise ContentError when there is none, or it cannot be exported."""
    deck = project.output(report, period)
    place = Place(f"output/{deck.name}")
    parts, all_slides = _read(project, report, period, place)
    slides = chosen(all_slides, wish.slides)
    folder = wish.folder or deck.parent
    with closing(engine(wish.program, with_pictures="png" in wish.forms)) as program:
        job = _Job(program, parts, slides, deck.stem, len(all_slides), wish)
        made = []
        try:
            for form in dict.fromkeys(wish.forms):
                stage(f"Gör {_NAMES[form]} med {program.name}.")
                made.append(job.made(form, folder))
        except OfficeError as error:
            raise ContentError.at(place, str(error), error.code) from error
    hints = tuple(_hints(project, deck, place))
    return Exported(tuple(_written(one, wish) for one in made), program.name, hints)


def _read(project: Project, report: str, period: Period, place: Place) -> tuple[Parts, list[Slide]]:
    deck = project.output(report, period)
    try:
        parts = Parts.of(deck.read_bytes())
        return parts, slides_of(parts)
    except FileNotFoundError as error:
        project.report(report)  # tells of a name that is not there
        sentence = f"Rapporten finns inte än. Bygg den först: deckbuilder build {period.code} --report {report}"
        raise ContentError.at(place, sentence, "DB859") from error
    except OSError as error:
        sentence = (
            "Rapporten går inte att läsa. Stäng den i PowerPoint, eller kontrollera att du har rätt att öppna den."
        )
        raise ContentError.at(place, sentence, "DB860") from error
    except NotADeckError as error:
        sentence = f"{error} Ta tillbaka en tidigare version: deckbuilder restore {period.code} --report {report}"
        raise ContentError.at(place, sentence, "DB860") from error


@dataclass(frozen=True)
class _Made:
    """A form before it is written, so that nothing is when another one fails: its files and the deck's name in them."""

    form: str
    stem: str
    files: Mapping[Path, bytes]
    slides: int


@dataclass(frozen=True)
class _Job:
    program: Engine
    parts: Parts
    slides: Sequence[Slide]
    stem: str
    count: int
    wish: Wish

    def made(self, form: str, folder: Path) -> _Made:
        """Make one form."""
        deck = only(self.parts, self.slides)
        if form == "png":
            folder = self.wish.folder or folder / f"{self.stem}-bilder"
            names = file_names(self.slides, self.stem, self.count)
            pictures = self.program.pictures(deck.content(), self.wish.width)
            files = {folder / name: content for name, content in zip(names, pictures, strict=True)}
        elif form == "pdf":
            files = {folder / f"{self._name}.pdf": self.program.pdf(deck.content())}
        else:
            content = with_handout_pages(deck, self.slides).content()
            files = {folder / f"{self._name}-handout.pdf": self.program.notes(content)}
        return _Made(form, self.stem, files, len(self.slides))

    @property
    def _name(self) -> str:
        """The deck's name; some of its slides have one of their own, so that they never pass for the whole."""
        return f"{self.stem}-urval" if self.wish.slides else self.stem


def _written(made: _Made, wish: Wish) -> Written:
    put = [_put(content, path) for path, content in made.files.items()]
    if made.form == "png" and not wish.folder and not wish.slides:
        _remove_others(next(iter(made.files)).parent, made.stem, {path for path, _ in put})
    return Written(made.form, tuple(path for path, _ in put), made.slides, next((why for _, why in put if why), ""))


def _put(content: bytes, path: Path) -> tuple[Path, str]:
    """Write a file whole, under another name where its own is taken; return where it is and why, if so."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(content, path)
    except OSError:
        obstacle = _TAKEN if _stands(path) else _NO_FOLDER
        return save_aside(content, path, obstacle).path, obstacle
    return path, ""


def _stands(path: Path) -> bool:
    with suppress(OSError):
        return path.exists()
    return False


def _remove_others(folder: Path, stem: str, made: set[Path]) -> None:
    """Remove pictures of an earlier export from a folder of our own: old numbers must not pass for new ones."""
    ours = re.compile(re.escape(stem) + r"-\d{2,}-[^/]+\.png")
    for path in folder.iterdir() if folder.is_dir() else ():
        if path not in made and ours.fullmatch(path.name):
            with suppress(OSError):  # it stays, and the folder's other pictures are right
                path.unlink()


def _hints(project: Project, deck: Path, place: Place) -> Iterator[Problem]:
    if is_open_elsewhere(deck):
        sentence = "Rapporten är öppen i ett annat program. Det som inte är sparat där är inte med i exporten."
        yield Problem(place, sentence, "DB861")
    if changed := list(_changed(project, deck)):
        sentence = f"Underlaget har ändrats sedan rapporten byggdes: {listed(changed)}. Bygg om den och exportera igen."
        yield Problem(place, sentence, "DB862")


def _changed(project: Project, deck: Path) -> Iterator[str]:
    """Yield the files that the deck's figures came from and that are other ones now, or gone."""
    with suppress(NoRecordError):
        for name, digest in read_record(deck).files.items():
            path = project.root / name
            try:
                now = sha256(path.read_bytes()).hexdigest()
            except OSError:
                now = ""
            if now != digest:
                yield name
