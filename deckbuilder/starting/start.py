"""Makes a new report project in a folder: all of it or nothing, and never over what is there."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from deckbuilder.errors import DeckbuilderError, listed
from deckbuilder.project import Project
from deckbuilder.saving import SaveError
from deckbuilder.schemas import write_schemas
from deckbuilder.starting.sample import NAME, sample_files

_FOLDERS = (".vscode", "config", "input", "layouts", "output")
_LONGEST = 60
_MOST = 3


class ProjectThereError(DeckbuilderError):
    """The folder holds some of the files already, or is none."""

    code = "DB830"


class UnusableNameError(DeckbuilderError):
    """The organisation's name cannot stand on slides."""

    code = "DB832"


@dataclass(frozen=True)
class Started:
    """A new project: its folder, and its periods in order."""

    root: Path
    periods: tuple[str, ...]


def start(folder: Path, name: str = NAME) -> Started:
    """Make a project in a folder that is new or has none of its files; raise ProjectThereError for others.

    Raise UnusableNameError for a name that cannot stand on slides, SaveError, with nothing left, where writing fails.
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST or not name.isprintable() or set(name) & set("{}"):
        sentence = f'Namnet går inte att använda. Skriv högst {_LONGEST} tecken, utan klamrar: --name "Region Norr".'
        raise UnusableNameError(sentence)
    made = sample_files(name)
    root = folder.absolute()
    try:
        _refuse_standing(folder, made)
        _make(root, made)
    except OSError as error:
        sentence = f"Rapportmappen kunde inte skapas i {folder}. Kontrollera diskutrymme och rättigheter."
        raise SaveError(f"{sentence} Inget är skrivet.", "DB831") from error
    return Started(root, tuple(Project(root).periods()))


def _refuse_standing(folder: Path, made: dict[str, bytes]) -> None:
    if folder.exists() and not folder.is_dir():
        raise ProjectThereError(f"{folder} är en fil. Välj en tom mapp, eller ett nytt namn.")
    there = [path for path in made if (folder / path).exists()]
    there += [name for name in _FOLDERS if (folder / name).exists() and not (folder / name).is_dir()]
    if there:
        rest = f" och {len(there) - _MOST} till" if len(there) > _MOST else ""
        have = ", ".join(there[:_MOST]) + rest if rest else listed(there)
        where = "här" if folder == Path() else str(folder)
        sentence = f"Mappen {where} har redan {have}. Inget är skrivet. Välj en tom mapp, eller ett nytt namn."
        raise ProjectThereError(sentence)


def _make(root: Path, made: dict[str, bytes]) -> None:
    """Write the project aside and bring it to its place; raise OSError, with nothing left, when that fails."""
    home = root if root.is_dir() else root.parent
    home.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(prefix=".deckbuilder-", dir=home))
    try:
        project = aside / "projekt"
        for path, content in made.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(content)
        (project / "output").mkdir()
        write_schemas(Project(project))
        if root.is_dir():
            _move_into(root, project)
        else:
            project.rename(root)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _move_into(root: Path, project: Path) -> None:
    """Move the files into a folder that has others; take back what was moved when that fails."""
    moved: list[Path] = []
    try:
        for path in sorted(project.rglob("*")):
            target = root / path.relative_to(project)
            if path.is_dir():
                if not target.is_dir():
                    target.mkdir()
                    moved.append(target)
            elif not target.exists():  # only the editor's settings can be there
                path.rename(target)
                moved.append(target)
        write_schemas(Project(root))  # joins what the editor's settings had
    except BaseException:
        for target in reversed(moved):
            with suppress(OSError):
                target.rmdir() if target.is_dir() else target.unlink()
        raise
