"""Checks plain data against a pydantic model and says what is wrong in Swedish, by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from deckbuilder.errors import ContentError, Place, Problem, choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic_core import ErrorDetails

    from deckbuilder.spec.document import Document, Path

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """Base of everything that staff write: unknown keys are refused, values do not change.

    Space around texts is taken away, so that a text of nothing but space is an empty one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, str_strip_whitespace=True)


def validated(model: type[M], data: Any, document: Document, path: Path = ()) -> M:
    """Return `data` as a `model`; raise ContentError with a problem for every fault in it.

    `path` is where in the document `data` stands.
    """
    if not isinstance(data, dict):
        sentence = "Här ska stå nycklar med värden (nyckel: värde)."
        raise ContentError.at(document.place(path), sentence, "DB106")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        details = (detail for detail in error.errors(include_url=False) if not _is_long_enough(detail))
        problems = [_problem(detail, model, document, path) for detail in details]
        raise ContentError(dict.fromkeys(problems)) from error


def common(model: type[BaseModel], data: Any) -> Any:
    """Return only the keys that every kind has, for data whose kind is not known."""
    return {key: data[key] for key in model.model_fields if key in data} if isinstance(data, dict) else data


def _is_long_enough(detail: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because all in it is wrong, which is told by itself."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document, path: Path) -> Problem:
    location = _location(detail["loc"], document, path)
    full = (*path, *location)
    is_key = detail["type"] in {"extra_forbidden", "missing"}
    place = document.place(full, key=True) if is_key else document.place(full)
    if detail["type"] == "missing":
        place = document.place(full[:-1])
    key = str(location[-1]) if location else ""
    if location and isinstance(location[-1], int):
        key = str(location[-2])
        if detail["type"] == "missing":
            return Problem(place, f"'{key}' behöver minst {location[-1] + 1} värden.", "DB109")
    if detail["type"] == "extra_forbidden":
        known = _known_keys(model, location[:-1])
        sentence = f"Nyckeln '{key}' finns inte här.{did_you_mean(key, known)} Nycklar som finns: {choices(known)}."
        return Problem(place, sentence, "DB104")
    if detail["type"] != "missing" and detail["input"] is None:
        return Problem(place, f"'{key}' är tom. Skriv ett värde{_way_out(model, location)}.", "DB108")
    return Problem(place, _sentence(detail, key), _code(detail))


def _way_out(model: type[BaseModel], location: Path) -> str:
    """Return what can be done with an empty value instead of writing one."""
    if location and isinstance(location[-1], int):
        return ", eller ta bort raden"
    parent = _model_at(model, location[:-1])
    field = parent.model_fields.get(location[-1]) if location and _is_model(parent) else None
    return "" if field and field.is_required() else ", eller ta bort nyckeln"


def _location(steps: Path, document: Document, path: Path) -> Path:
    """Return where below `path` a fault is: what pydantic says, without the names that it gives to branches."""
    location: Path = ()
    for number, step in enumerate(steps, start=1):
        is_there = (*path, *location, step) in document.places
        if is_there or (number == len(steps) and not _is_branch(step)):
            location = (*location, step)
    return location


def _is_branch(step: str | int) -> bool:
    return isinstance(step, str) and step.startswith(("function-", "list[", "dict[", "tuple[", "constrained-"))


def _known_keys(model: type[BaseModel], location: Path) -> list[str]:
    found = _model_at(model, location)
    return [field.alias or name for name, field in found.model_fields.items()] if _is_model(found) else []


def _model_at(model: type[BaseModel], location: Path) -> Any:
    """Return the model of what stands at a place; None, or another type, where it has none."""
    current: Any = model
    for step in location:
        if isinstance(step, str) and _is_model(current) and step in current.model_fields:
            current = _model_in(current.model_fields[step].annotation)
    return current


def _is_model(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, BaseModel)


def _model_in(annotation: Any) -> Any:
    if _is_model(annotation):
        return annotation
    inner = [_model_in(argument) for argument in getattr(annotation, "__args__", ())]
    return next((model for model in inner if model is not None), None)


_SENTENCES: Mapping[str, Callable[[str, Mapping[str, Any], Any], str]] = {
    "missing": lambda key, _c, _i: f"Nyckeln '{key}' saknas. Lägg till '{key}: …'.",
    "string_type": lambda key, _c, got: f"'{key}' ska vara text, inte {_kind(got)}. {_as_text(key, got)}",
    "int_type": lambda key, _c, got: f"'{key}' ska vara ett heltal, inte {_kind(got)}.",
    "int_parsing": lambda key, _c, got: f"'{key}' ska vara ett heltal, inte {_kind(got)}.",
    "int_from_float": lambda key, _c, got: f"'{key}' ska vara ett heltal, inte {_kind(got)}.",
    "bool_type": lambda key, _c, got: f"'{key}' ska vara true eller false, inte {_kind(got)}.",
    "bool_parsing": lambda key, _c, got: f"'{key}' ska vara true eller false, inte {_kind(got)}.",
    "decimal_type": lambda key, _c, got: f"'{key}' ska vara ett tal, inte {_kind(got)}. Skriv det som 4.5.",
    "decimal_parsing": lambda key, _c, got: f"'{key}' ska vara ett tal, inte {_kind(got)}. Skriv det som 4.5.",
    "finite_number": lambda key, _c, got: f"'{key}' ska vara ett tal, inte {_kind(got)}. Skriv det som 4.5.",
    "tuple_type": lambda key, _c, got: f"'{key}' ska vara en lista (rader som börjar med -), inte {_kind(got)}.",
    "dict_type": lambda key, _c, got: f"'{key}' ska vara nycklar med värden, inte {_kind(got)}.",
    "model_type": lambda key, _c, got: f"'{key}' ska vara nycklar med värden, inte {_kind(got)}.",
    "too_short": lambda key, c, _i: (
        f"'{key}' behöver minst {'ett värde' if c['min_length'] == 1 else str(c['min_length']) + ' värden'}."
    ),
    "too_long": lambda key, c, _i: f"'{key}' får ha högst {c['max_length']} värden.",
    "string_too_short": lambda key, _c, _i: f"'{key}' är tom. Skriv ett värde.",
    "greater_than_equal": lambda key, c, _i: f"'{key}' ska vara minst {c['ge']}.",
    "less_than_equal": lambda key, c, _i: f"'{key}' ska vara högst {c['le']}.",
    "greater_than": lambda key, _c, got: f"'{key}' är orimligt stort eller litet: {_kind(got)}.",
    "less_than": lambda key, _c, got: f"'{key}' är orimligt stort eller litet: {_kind(got)}.",
    "value_error": lambda _k, c, _i: str(c["error"]),
}

_CODES: Mapping[str, str] = {
    "missing": "DB103",
    "literal_error": "DB107",
    "enum": "DB107",
    "string_too_short": "DB108",
    "too_short": "DB109",
    "too_long": "DB109",
    "greater_than_equal": "DB109",
    "less_than_equal": "DB109",
    "greater_than": "DB109",
    "less_than": "DB109",
    "string_pattern_mismatch": "DB110",
}
"""The codes of pydantic's kinds of faults; all others are values of another kind than wanted."""


def _as_text(key: str, got: Any) -> str:
    if isinstance(got, (list, dict)):
        return f"Skriv en text på samma rad som '{key}:'."
    return "Sätt värdet inom citattecken."


def _sentence(detail: ErrorDetails, key: str) -> str:
    context = detail.get("ctx", {})
    if detail["type"] in {"literal_error", "enum"}:
        allowed = [word.strip("'\" ") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        got = str(detail["input"])
        return f"'{got}' går inte att använda som '{key}'.{did_you_mean(got, allowed)} Välj bland {choices(allowed)}."
    if detail["type"] == "string_pattern_mismatch":
        return f"'{detail['input']}' går inte att använda som '{key}'. Använd små bokstäver, siffror och bindestreck."
    known = _SENTENCES.get(detail["type"])
    return (
        known(key, context, detail["input"]) if known else f"Värdet för '{key}' går inte att använda. Kontrollera det."
    )


def _code(detail: ErrorDetails) -> str:
    """Return the code of a fault; what our own validators raise may have one, or a cause that has."""
    kind = detail["type"]
    if kind == "value_error":
        error = detail["ctx"]["error"]
        return getattr(error, "code", "") or getattr(error.__cause__, "code", "") or "DB111"
    return _CODES.get(kind, "DB106")


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "ett sant/falskt-värde"
    if value is None:
        return "tomt"
    if isinstance(value, dict):
        return "nycklar med värden"
    if isinstance(value, list):
        return "en lista"
    return f"'{value}'"


def one_of(word: str, known: Iterable[str], what: str, place: Place, more: str = "") -> None:
    """Raise ContentError unless `word` is known: `Bildtypen 'x' finns inte. Menade du 'y'? …`; `more` comes last."""
    if word not in known:
        names = list(known)
        sentence = f"{what} '{word}' finns inte.{did_you_mean(word, names)} Välj bland {choices(names)}.{more}"
        raise ContentError.at(place, sentence, "DB107")
