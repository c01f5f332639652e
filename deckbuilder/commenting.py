"""The month's texts in `kommentarer.md`: filled in for the slides that show them, and those that no slide shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuilder.compose.context import Comment
from deckbuilder.errors import Place, Problem, Problems, did_you_mean
from deckbuilder.figures.expansion import expanded_comment
from deckbuilder.markdown import MarkdownError, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.figures.templates import Templates
    from deckbuilder.loading import Loaded
    from deckbuilder.spec.report import SlideSpec


def comment_on(slide: SlideSpec, loaded: Loaded, templates: Templates) -> Comment:
    """Return the month's text for a slide, with templates filled in; raise ContentError with its faults by line."""
    found = loaded.comments.get(slide.id)
    if found is None or not slide.uses_comment():
        return Comment()
    problems = Problems()
    text = expanded_comment(found, loaded.comments_file, templates, problems)
    parts = []
    line = found.line
    for part in _divided(text):
        try:
            parts.append(paragraphs(part))
        except MarkdownError as error:
            at = found.line if "{%" in found.text else line + error.line  # a loop moves the lines
            problems.add(Place(loaded.comments_file, at), str(error), error.code)
        line += part.count("\n") + 2
    problems.raise_if_any()
    return Comment(tuple(parts))


def _divided(text: str) -> list[str]:
    """Divide a text at its `---` lines."""
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip() == "---":
            parts.append([])
        else:
            parts[-1].append(line)
    return ["\n".join(part) for part in parts]


def unused_comments(slides: Sequence[SlideSpec], loaded: Loaded) -> tuple[Problem, ...]:
    """Warn of texts that no slide shows: a misspelt id would otherwise lose the month's sentence."""
    takers = {slide.id for slide in slides if slide.uses_comment()}
    everyone = {slide.id for slide in slides}
    warnings = []
    for name, comment in loaded.comments.items():
        if name not in takers and (name in everyone or name not in loaded.slides_elsewhere):
            why = "tar sin text ur YAML eller visar ingen" if name in everyone else "finns inte i rapporten"
            sentence = f"Texten under '## {name}' visas inte: bilden {why}.{did_you_mean(name, takers)}"
            warnings.append(Problem(Place(loaded.comments_file, comment.line - 1), sentence, "DB241"))
    return tuple(warnings)
