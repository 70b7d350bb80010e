"""Who is at which ticket at this moment: seen by colleagues, forgotten soon, never in the log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doing(StrEnum):
    """What somebody does at a ticket."""

    LOOKING = "looking"
    TYPING = "typing"


@dataclass(frozen=True, slots=True)
class Present:
    """One member of the staff at one ticket; typing counts if any of their consoles types."""

    login: str
    ticket: int
    doing: Doing
