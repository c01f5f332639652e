"""The schema of `config/sources.yaml`: sources, figures by kind with their checks by kind, and what is accepted."""

from __future__ import annotations

from deckbuilder.checks.rule import RuleSpec
from deckbuilder.checks.rules import PACKAGE as CHECKS
from deckbuilder.figures.options import FiguresSpec
from deckbuilder.kinds import kind, kinds
from deckbuilder.schemas.models import Schema, chosen_by, of_model, root
from deckbuilder.spec.data import Catalogue

CALCULATIONS = "deckbuilder.figures.calculations"


def sources_schema() -> Schema:
    """Return the schema of `config/sources.yaml`."""
    schema = of_model(Catalogue, templates=True)
    schema["properties"]["figures"]["additionalProperties"] = _figures()
    return root(schema)


def _figures() -> Schema:
    """Return the schema of one declaration of figures."""
    ways = {
        name: (_summary(CALCULATIONS, name), _with_checks(kind(CALCULATIONS, name).Spec))
        for name in kinds(CALCULATIONS)
    }
    return chosen_by("kind", ways, _with_checks(FiguresSpec))


def _with_checks(spec: type[FiguresSpec]) -> Schema:
    schema = of_model(spec, templates=True)
    schema["properties"]["checks"]["items"] = _check()
    return schema


def _check() -> Schema:
    ways = {name: (_summary(CHECKS, name), of_model(kind(CHECKS, name).Rule, templates=True)) for name in kinds(CHECKS)}
    return chosen_by("kind", ways, of_model(RuleSpec, templates=True))


def _summary(package: str, name: str) -> str:
    summary: str = kind(package, name).SUMMARY
    return summary
