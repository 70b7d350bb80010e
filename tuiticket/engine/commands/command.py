"""What every command has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(ABC):
    """An intent of somebody at the desk, with all it needs and nothing else."""

    permission: ClassVar[Permission] = Permission.WORK
    """What the actor must be allowed to do for it."""

    @abstractmethod
    def carry_out(self, work: Work) -> None:
        """Check the rules, change what must change, record what happened.

        Raises a DeskError if it cannot be done; then nothing is changed.
        """
