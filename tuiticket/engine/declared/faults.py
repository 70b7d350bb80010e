"""What is wrong with declared set-up: all of it at once, each fault with the way to its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tuiticket.engine.errors import DeskError

Path = tuple[str | int, ...]
"""The way to a value: section, entry, field, place in a list (from 0)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong at `at`; `title` and `mend` are templates that `values` fill."""

    at: Path
    title: str
    mend: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


class Faults(list[Fault]):
    """The faults found so far."""

    def add(self, at: Path, title: str, mend: str = "", **values: Any) -> None:
        """Note one more."""
        self.append(Fault(at, title, mend, values))

    def take(self, at: Path, error: DeskError) -> None:
        """Note what a rule of the desk has to say against the value at `at`."""
        self.append(Fault(at, error.title, error.mend, error.values))
