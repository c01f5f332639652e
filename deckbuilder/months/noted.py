"""Which files `new` copied into a period, as they were then: one that is still the same is not updated."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = ".kopierat.json"


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return sha256(content).hexdigest()


def copied(folder: Path) -> dict[str, str]:
    """Return the digests of the files that were copied into a period's folder, none when nothing is noted."""
    with suppress(OSError, ValueError):
        data = json.loads((folder / FILE).read_bytes())
        if isinstance(data, dict):
            return {str(file): str(value) for file, value in data.items()}
    return {}


def note(digests: Mapping[str, str]) -> bytes:
    """Return the note of copied files as it is saved."""
    return json.dumps(dict(sorted(digests.items())), ensure_ascii=False, indent=1).encode() + b"\n"
