"""The YAML files: whether they can be read and say what a report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.doctor.finding import note, told, well
from deckbuilder.errors import ContentError, listed
from deckbuilder.loading import report_document, sources_document
from deckbuilder.spec.report import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuilder.doctor.finding import Finding, Where

NAME, ORDER, NEEDS_PROJECT = "YAML-filer", 100, True


def look(where: Where) -> Iterator[Finding]:
    """Read every report, and the sources; `check` tells the faults of their slides and figures."""
    project = where.found
    good = []
    for report in where.reports:
        try:
            read_report(report_document(project, report))
            good.append(report)
        except ContentError as error:
            yield from (told(problem) for problem in error.problems)
    if good:
        yield well(f"{listed(f'config/{one}.yaml' for one in good)} kan läsas.")
    if not (project.root / "config" / "sources.yaml").is_file():
        yield note("config/sources.yaml saknas, så inga siffror kan visas.", "Skriv den om bilderna ska ha siffror.")
        return
    try:
        sources_document(project)
        yield well("config/sources.yaml kan läsas.")
    except ContentError as error:
        yield from (told(problem) for problem in error.problems)
