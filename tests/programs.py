"""Programs that stand in for those that the computer may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FAILING = "#!/bin/sh\nexit 1\n"


def program(path: Path, script: str = FAILING) -> Path:
    """Put a program at a path; without a script it fails at once."""
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    return path
