"""One kind, one file: finds the kinds (slide types, calculations, kinds of source) that a package holds."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


@cache
def kinds(package: str) -> tuple[str, ...]:
    """Return the names of the kinds in a package: its modules but those that start with `_`, in order."""
    found = pkgutil.iter_modules(import_module(package).__path__)
    return tuple(sorted(module.name for module in found if not module.name.startswith("_")))


def kind(package: str, name: str) -> ModuleType:
    """Return the module of one kind; import it only now."""
    return import_module(f"{package}.{name}")
