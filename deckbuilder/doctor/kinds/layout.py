"""The templates of the reports: whether they open and have all layouts, placeholders and fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import fault, note, well
from deckbuilder.errors import ContentError, choices
from deckbuilder.loading import report_document
from deckbuilder.render.layout import open_layout
from deckbuilder.render.metrics import alike, font, installed
from deckbuilder.spec.document import read_document
from deckbuilder.spec.layout import read_layout
from deckbuilder.spec.report import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where
    from deckbuilder.render.layout import Layout

NAME, ORDER, NEEDS_PROJECT = "Mallen", 110, True
_FREE = {"calibri": "Carlito", "arial": "Liberation Sans", "cambria": "Caladea", "georgia": "Gelasio"}


def look(where: Where) -> Iterator[Finding]:
    """Open the layout of each report that can be read."""
    for name in sorted(_layouts(where)):
        yield from _opened(where, name)


def _layouts(where: Where) -> set[str]:
    found = set()
    for report in where.reports:
        try:
            found.add(read_report(report_document(where.found, report)).layout)
        except ContentError:
            continue  # told among the YAML files
    return found


def _opened(where: Where, name: str) -> Iterator[Finding]:
    folder = where.found.root / "layouts"
    shown_as = f"layouts/{name}.yaml"
    if not (folder / f"{name}.yaml").is_file():
        known = sorted(found.stem for found in folder.glob("*.yaml"))
        yield fault(f"{shown_as} saknas.", f"Rätta layout i rapporten. Layouter som finns: {choices(known)}.")
        return
    try:
        document = read_document(folder / f"{name}.yaml", shown_as)
        layout = open_layout(read_layout(document), document, folder)
    except ContentError as error:
        for problem in error.problems:
            yield fault(problem.coded, f"Mer om felet: deckbuilder explain {problem.code}" if problem.code else "")
        return
    yield well(f"{shown_as} och dess mall har alla layouter och platshållare.")
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
