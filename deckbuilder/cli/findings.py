"""How findings are written: each with its word, the accepted ones, and what to paste to accept the open ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from deckbuilder import swedish
from deckbuilder.checks.accepted import IDLE
from deckbuilder.checks.kept import KEPT
from deckbuilder.cli.running import counted
from deckbuilder.errors import choices
from deckbuilder.figures.kept_values import written_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from deckbuilder.checks.accepted import Accepted
    from deckbuilder.checks.finding import Finding
    from deckbuilder.checks.kept import KeptFigure
    from deckbuilder.period import Period

_PLAIN = re.compile(r"[a-zåäö][\wåäö.~-]*|\d+(,\d+)? [\w%-]+")


def told(finding: Finding) -> str:
    """Return a finding as a line: a hint is no warning."""
    return f"{'Tips' if finding.is_hint else 'Varning'}: {finding.problem.coded}"


def accepted_list(accepted: Sequence[Accepted]) -> Iterator[str]:
    """Yield the differences that may stand, with why, by whom and for how long."""
    if accepted:
        yield "Godtaget:"
    for one in accepted:
        yield f"- {one.finding.problem.coded}"
        said = one.acceptance
        yield f"  {swedish.capital(said.by)} till och med {said.until.name}: {said.reason}"


def kept_list(kept: Sequence[KeptFigure]) -> Iterator[str]:
    """Yield the values that people keep, with what the source gives, why, by whom, and what does not follow."""
    if kept:
        yield "Behållna värden:"
    for one in kept:
        value, source = one.figure.unmarked.in_full(), written_value(one.source)
        yield f"- {swedish.capital(one.figure.label)} ({one.spec.figure}): {value}, underlaget ger {source}"
        yield f"  {swedish.capital(one.spec.by)}: {one.spec.reason}"
        yield f"  {where_kept(one)}"


def where_kept(one: KeptFigure) -> str:
    """Return which slides show a kept figure, and which shown figures still rest on what the source gives."""
    shown = f"Visas på {choices(one.slides)}." if one.slides else "Ingen bild i rapporten visar den."
    return f"{shown} Underlagets värde gäller fortfarande i {choices(one.others)}." if one.others else shown


def how_to_accept(findings: Sequence[Finding], period: Period, acceptances: Collection[str]) -> Iterator[str]:
    """Yield the YAML that accepts the open findings, but for what only people know and what stands there already."""
    findings = [one for one in findings if one.key not in acceptances and not one.key.startswith((IDLE, KEPT))]
    if not findings:
        return
    where = "under accepted i config/sources.yaml" if acceptances else "överst i config/sources.yaml"
    yield ""
    yield (
        f"Är något av detta känt och får stå? Klistra in det {where}, "
        "och fyll i skälet, rollen som godtar det och den sista period som det gäller:"
    )
    yield ""
    if not acceptances:
        yield "accepted:"
    for finding in findings:
        yield f"  - finding: {_scalar(finding.key)}"
        if finding.difference:
            yield f"    difference: {_scalar(swedish.tidy(finding.difference))}"
        yield "    reason:"
        yield "    by:"
        yield f"    until: {period.code}"
    yield ""


def summary(findings: Sequence[Finding], warnings: int, accepted: int = 0, kept: int = 0) -> str:
    """Return how many there are of each: `3 varningar, 1 tips, 2 godtagna skillnader`; of all but the first if any."""
    hints = sum(finding.is_hint for finding in findings)
    parts = [counted(len(findings) - hints + warnings, "varning", "varningar")]
    parts += [f"{hints} tips"] if hints else []
    parts += [counted(accepted, "godtagen skillnad", "godtagna skillnader")] if accepted else []
    parts += [counted(kept, "behållet värde", "behållna värden")] if kept else []
    return ", ".join(parts)


def _scalar(text: str) -> str:
    """Return a text as YAML reads it back, in quotation marks where it must be."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
