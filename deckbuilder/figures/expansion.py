"""Fills in the templates of a whole YAML tree, or of a comment, and places every fault at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckbuilder.errors import Place
from deckbuilder.figures.filters import TemplateError

if TYPE_CHECKING:
    from deckbuilder.errors import Problems
    from deckbuilder.figures.templates import Templates
    from deckbuilder.spec.comments import CommentText
    from deckbuilder.spec.document import Document, Path


def expanded(data: Any, path: Path, document: Document, templates: Templates, problems: Problems) -> Any:
    """Return YAML data with every template in its texts filled in; a text that fails stays as it is."""
    if isinstance(data, dict):
        return {key: expanded(value, (*path, key), document, templates, problems) for key, value in data.items()}
    if isinstance(data, list):
        return [expanded(value, (*path, n), document, templates, problems) for n, value in enumerate(data)]
    return _rendered(data, document.place(path), templates, problems) if isinstance(data, str) else data


def expanded_comment(comment: CommentText, file: str, templates: Templates, problems: Problems) -> str:
    """Return a comment with its templates filled in, line by line unless they span lines."""
    if "{%" in comment.text:
        return _rendered(comment.text, Place(file, comment.line), templates, problems)
    lines = comment.text.split("\n")
    return "\n".join(
        _rendered(line, Place(file, comment.line + number), templates, problems) for number, line in enumerate(lines)
    )


def _rendered(text: str, place: Place, templates: Templates, problems: Problems) -> str:
    result = text
    with problems.gather():
        try:
            result = templates.render(text)
        except TemplateError as error:
            problems.add(place, str(error), error.code)
    return result
