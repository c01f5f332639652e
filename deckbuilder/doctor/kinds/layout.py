"""The templates of the reports: whether they open and have all layouts, placeholders and fonts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, told, well
from deckbuilder.errors import ContentError
from deckbuilder.loading import layout_of, report_document
from deckbuilder.render.metrics import alike, font, installed
from deckbuilder.spec.report import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where
    from deckbuilder.project import Project
    from deckbuilder.render.layout import Layout
    from deckbuilder.spec.document import Document
    from deckbuilder.spec.report import Report

NAME, ORDER, NEEDS_PROJECT = "Mallen", 110, True
_FREE = {"calibri": "Carlito", "arial": "Liberation Sans", "cambria": "Caladea", "georgia": "Gelasio"}


def look(where: Where) -> Iterator[Finding]:
    """Open the layout of each report that can be read, each once."""
    tried = set()
    for name in where.reports:
        with suppress(ContentError):  # told among the YAML files
            document = report_document(where.found, name)
            report = read_report(document)
            if report.layout not in tried:
                tried.add(report.layout)
                yield from _opened(where.found, report, document)


def _opened(project: Project, report: Report, document: Document) -> Iterator[Finding]:
    try:
        layout = layout_of(project, report, document)
    except ContentError as error:
        yield from (told(problem) for problem in error.problems)
        return
    yield well(f"layouts/{report.layout}.yaml och dess mall har alla layouter och platshållare.")
    for family in dict.fromkeys((layout.title_font, layout.font)):
        yield _font(family, layout)


def _font(family: str, layout: Layout) -> Finding:
    """Tell whether a font is there for pictures, and whether texts are measured with its own widths."""
    places = installed.folders()
    use = "rubriker" if family == layout.title_font != layout.font else "texter"
    if installed.family(family, places) is not None:
        return well(f"Teckensnittet {family} för {use} finns på datorn.")
    twin = next((one for one in alike(family) if installed.family(one, places) is not None), "")
    if twin:
        return well(f"Teckensnittet {family} för {use} saknas, men {twin} med samma bredder finns.")
    missing = f"Teckensnittet {family} finns inte på den här datorn, så bilder och PDF får ett annat för {use}."
    measured = font(family)
    if measured.stands_for:
        missing += f" Texten mäts som {measured.name}, {'med samma bredder' if measured.is_alike else 'som är brett'}."
    free = _FREE.get(family.casefold(), "")
    remedy = f"Installera {family}" + (f", eller {free} som är fritt och har samma bredder." if free else ".")
    return note(missing, remedy)
