"""What one section of the set-up is: its fields, what the desk has of it, and how to change that.

A further section is one file in `sections` with a class made of this one, named in its list.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.shapes import Key, Shape
from tuiticket.engine.ports import Find

Facts = Mapping[str, Any]
"""One entry of a section: what its fields mean, by their names."""

Entries = Mapping[str, Facts]
"""The entries of a section by their keys; where order matters, in order."""

POSITION = "position"
"""The fact of an ordered entry that its place in the order makes."""


class Layout(StrEnum):
    """One entry without a key, entries by key in any order, or named entries whose order counts."""

    ONE = "one"
    KEYED = "keyed"
    ORDERED = "ordered"


class How(StrEnum):
    """What becomes of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RETIRED = "retired"


@dataclass(frozen=True)
class Alteration:
    """What becomes of one entry; `old` is what the desk has of it now, `new` what it shall have."""

    section: str
    key: str
    how: How
    old: Facts
    new: Facts

    def changed(self, *names: str) -> dict[str, Any]:
        """Those of the named fields (none named: of all) that become something else, by name."""
        return {
            name: value
            for name, value in self.new.items()
            if (not names or name in names) and value != self.old.get(name)
        }

    def said(self, *names: str) -> dict[str, Any]:
        """As `changed`, but "" for what becomes nothing: so the desk's commands are told."""
        return {name: "" if to is None else to for name, to in self.changed(*names).items()}


@dataclass(frozen=True)
class World:
    """What a set-up is checked by: the present instant, and the public holidays of countries.

    `holidays` gives for a country and years the days off, and the days worked for them, and raises
    BadInput for a country it does not know. `zone` is the time zone of a calendar that names none.
    """

    now: datetime
    holidays: Callable[[str, Iterable[int]], tuple[Iterable[date], Iterable[date]]]
    zone: str = "UTC"


class Section(ABC):
    """One part of the set-up.

    In a section that is `whole`, a field an entry does not say has its default; in others it stays
    as the desk has it. `removal` is what becomes of an entry nobody lists any more, where that is
    asked for; None: it stays. `names` is the field that holds the key in an ordered section.
    """

    name: ClassVar[str]
    help: ClassVar[str]
    fields: ClassVar[tuple[Field, ...]]
    layout: ClassVar[Layout] = Layout.KEYED
    whole: ClassVar[bool] = False
    removal: ClassVar[How | None] = None
    key: ClassVar[Shape] = Key()

    @abstractmethod
    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The entries the desk has, all their facts; ordered ones in order, with `position`."""

    @abstractmethod
    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """The commands that add or change an entry, or take it away.

        Each is asked for when the one before it is done, so `desk` knows what that made.
        """

    def links(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """The commands that can only be done once every entry of all sections is there."""
        yield from ()

    def settle(  # noqa: B027 - most entries need none
        self, facts: dict[str, Any], at: Path, world: World, faults: Faults
    ) -> None:
        """Check an entry as a whole, and add what follows from its facts."""

    def agree(self, before: Entries, after: Entries, faults: Faults) -> None:  # noqa: B027
        """Check all entries the desk would have together."""

    def held(self, key: str, desk: Find) -> bool:
        """Whether something holds an entry that nobody lists any more, so that it must stay."""
        return False
