"""What the director writes down and the player carries out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.commands.command import Command
from tuiticket.engine.model.people import Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened at the desk: who asked for what, when and through what.

    `who` is a login, or None for the desk itself, which acts for customers. The commands are one
    act: all of them or none.
    """

    at: datetime
    who: str | None
    via: Via
    commands: tuple[Command, ...]
