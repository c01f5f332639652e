"""Prepares a period: copies what is kept by hand, empties what is to be written anew, and tells what is to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckbuilder import atomic
from deckbuilder.composing import BUILDERS
from deckbuilder.errors import ContentError, Place, Problems
from deckbuilder.kinds import kind, kinds
from deckbuilder.loading import declared, every_slide_id
from deckbuilder.months import noted, texts
from deckbuilder.months.carrying import Carried, Carrying
from deckbuilder.months.deliveries import Month, month
from deckbuilder.saving import SaveError
from deckbuilder.spec.comments import FILE as COMMENTS
from deckbuilder.spec.kept import FILE as KEPT
from deckbuilder.spec.report import slides_in

if TYPE_CHECKING:
    from deckbuilder.months.deliveries import Delivery
    from deckbuilder.period import Period
    from deckbuilder.project import Project
    from deckbuilder.spec.document import Document


@dataclass(frozen=True)
class Prepared:
    """A period as it begins. What is `there` already is left as it is; `files` are to be written, by name."""

    month: Month
    carried: tuple[tuple[Delivery, Carried], ...]
    awaited: tuple[Delivery, ...]
    there: tuple[Delivery, ...]
    headings: tuple[str, ...]
    has_texts: bool
    has_kept: bool
    files: dict[str, bytes] = field(repr=False)


def prepare(project: Project, report: str, period: Period, before: Period | None) -> Prepared:
    """Return what a period begins with, and write nothing; raise ContentError with what is wrong."""
    needs = month(project, report, period, before)
    there = tuple(one for one in needs.deliveries if (needs.folder / one.file).exists())
    missing = [one for one in needs.deliveries if one not in there]
    carried = _carried(needs, missing)
    files = {one.file: content.content for one, content in carried}
    if files:
        digests = {file: noted.digest(content) for file, content in files.items()}
        files[noted.FILE] = noted.note({**noted.copied(needs.folder), **digests})
    has_texts = (needs.folder / COMMENTS).exists()
    headings: tuple[str, ...] = ()
    if not has_texts:
        headings, content = _texts(needs)
        files[COMMENTS] = content
    copied = {one.file for one, _ in carried}
    awaited = tuple(one for one in missing if one.file not in copied)
    has_kept = (needs.folder_before / KEPT).is_file()
    return Prepared(needs, carried, awaited, there, headings, has_texts, has_kept, files)


def write(prepared: Prepared) -> None:
    """Write the period's files, none of them over one that is there; raise SaveError where one cannot be."""
    folder = prepared.month.folder
    for name, content in prepared.files.items():
        path = folder / name
        if path.exists() and name != noted.FILE:
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(content, path)
        except OSError as error:
            sentence = (
                f"{prepared.month.shown_as}/{name} kunde inte skrivas. Kontrollera diskutrymme och rättigheter, "
                "och kör kommandot igen: det som redan är skrivet står kvar."
            )
            raise SaveError(sentence, "DB823") from error


def _carried(needs: Month, missing: list[Delivery]) -> tuple[tuple[Delivery, Carried], ...]:
    """Return the files that follow from the period before; raise ContentError for those that cannot be read."""
    before = needs.before
    if before is None:
        return ()
    problems = Problems()
    catalogue = declared(needs.declarations, before, problems)
    shown_as = f"input/{before.code}"
    carrying = Carrying(needs.folder_before, shown_as, catalogue, needs.declarations)
    found = []
    for one in missing:
        with problems.gather():
            try:
                content = carrying.carried(one) if one.is_carried else None
            except OSError as error:
                sentence = "Filen går inte att läsa. Stäng den i Excel och kontrollera att du får läsa den."
                raise ContentError.at(Place(f"{shown_as}/{one.file}"), sentence, "DB204") from error
            if content is not None:
                found.append((one, content))
    problems.raise_if_any()
    return tuple(found)


def _texts(needs: Month) -> tuple[tuple[str, ...], bytes]:
    """Return the headings of the period's texts, and the file with nothing under them."""
    project, before = needs.project, needs.before
    path = needs.folder_before / COMMENTS
    if before is None or not path.is_file():
        slides = tuple(_takers(needs.document))
        return slides, texts.first(needs.report, slides, needs.period).encode()
    known = every_slide_id(project)
    text = texts.emptied(path.read_bytes().decode("utf-8-sig"), known, before, needs.period)
    return tuple(slide for slide in needs.comments if slide in known), text.encode()


def _takers(document: Document) -> list[str]:
    """Return the slides that can have a text in `kommentarer.md`, as far as their YAML tells."""
    return [str(slide.get("id")) for slide in slides_in(document.data) if _takes(slide)]


def _takes(slide: dict[str, object]) -> bool:
    type_ = slide.get("type")
    if type_ not in kinds(BUILDERS):
        return False
    options = kind(BUILDERS, str(type_)).Options
    keys = {key: value for key, value in slide.items() if key in options.model_fields}
    return bool(options.model_construct(**keys).uses_comment())
