"""The state that the page shows now: put there by the threads that build and draw, waited for by the page's streams."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from deckbuilder.preview.state import as_data

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuilder.preview.state import State

Ready = Callable[[], "Collection[str]"]
_MOST_VERSIONS = 500


@dataclass
class Publisher:
    """Holds the current state under a number that grows with each change. Safe to call from any thread."""

    state: State
    ready: Ready = frozenset
    version: int = 1
    closed: bool = False
    _lock: Lock = field(default_factory=Lock)
    _texts: dict[int, str] = field(default_factory=dict)
    _json: tuple[int, bytes] = (0, b"")
    _waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = field(default_factory=set)

    def publish(self, **changes: Any) -> None:
        """Show a state in which something has changed; with nothing said, a picture has become ready."""
        with self._lock:
            self.state = replace(self.state, **changes)
            self.version += 1
            self._texts[self.version] = self.state.text
            for old in [old for old in self._texts if old <= self.version - _MOST_VERSIONS]:
                del self._texts[old]
        self._wake()

    def close(self) -> None:
        """End every stream."""
        self.closed = True
        self._wake()

    def text(self, version: int) -> str | None:
        """Return the digest of the YAML that a version shows, None for one that is unknown or forgotten."""
        return self._texts.get(version)

    def json(self) -> bytes:
        """Return the current state as JSON."""
        with self._lock:
            state, version = self.state, self.version
        if self._json[0] != version:
            data = as_data(state, version, self.ready())
            self._json = version, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        return self._json[1]

    async def after(self, version: int, seconds: float) -> int | None:
        """Wait for a version later than one; None when it takes longer than `seconds`, or all has ended."""
        waiter = asyncio.get_running_loop(), asyncio.Event()
        with self._lock:
            self._waiters.add(waiter)
        try:
            if self.version <= version and not self.closed:
                await asyncio.wait_for(waiter[1].wait(), seconds)
        except TimeoutError:
            return None
        finally:
            with self._lock:
                self._waiters.discard(waiter)
        return None if self.closed else self.version

    def _wake(self) -> None:
        with self._lock:
            waiters = list(self._waiters)
        for loop, event in waiters:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)
