"""What an act needs to know of a ticket, and an act itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from tuiticket.engine.commands.command import Command
from tuiticket.engine.model.ticket import Kind, Priority, State


class OnTicket(Protocol):
    """A ticket as far as acting on it goes: a line of the queue or the ticket itself."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def version(self) -> int:
        """Its version as it was seen."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def state(self) -> State:
        """Its state as it was seen."""

    @property
    def kind(self) -> Kind:
        """Its kind as it was seen."""

    @property
    def priority(self) -> Priority:
        """Its priority as it was seen."""

    @property
    def unanswered_since(self) -> datetime | None:
        """Since when its customer waits, as it was seen."""

    @property
    def language(self) -> str:
        """Its customer's language as it was seen."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags as they were seen."""

    @property
    def snoozed_until(self) -> datetime | None:
        """Until when it is out of the views, as it was seen."""

    @property
    def follow_up_at(self) -> datetime | None:
        """When to ask after it, as it was seen."""


Doing: TypeAlias = Callable[[OnTicket], Command]
"""What is done to a ticket."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to tickets, with the words that tell of it; what `repeat` does once more.

    `action` is the id of the key map's action that it was, for the name of the act.
    """

    said: str
    command: Doing
    action: str = ""
