"""How work comes in and goes out, and how well promises are kept, over a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flow:
    """Tickets opened, and solved and still so, in each of consecutive hours."""

    opened: tuple[int, ...] = ()
    solved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attainment:
    """Promises whose clocks stopped: those kept, and those that were not."""

    kept: int = 0
    missed: int = 0

    @property
    def percent(self) -> int | None:
        """The share that was kept, rounded down; None where nothing was promised."""
        stopped = self.kept + self.missed
        return 100 * self.kept // stopped if stopped else None
