"""What a query says, once understood: a tree of conditions and an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.rules.query.instants import Absolute, Relative, RelativeDay
from tuiticket.engine.rules.query.operators import Operator


class Span(NamedTuple):
    """Where something stands in the query's text: characters from `start` up to before `end`."""

    start: int
    end: int


NOWHERE = Span(0, 0)
"""The place of a node that was not read from a text."""


class Special(StrEnum):
    """A value that depends on who asks, or stands for "nobody", "no team", "no tag"."""

    ME = "me"
    MINE = "mine"
    NONE = "none"


Member: TypeAlias = State | Kind | Channel | Priority | Severity


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of an enumeration and the members it stands for: one, or several for a group word.

    Priorities and severities have one member each and compare by it.
    """

    word: str
    members: tuple[Member, ...]


Value: TypeAlias = Choice | Special | Absolute | Relative | RelativeDay | str | int | float
"""A filter's value; `fields.ValueKind` says which field has which. Durations are int seconds."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words to be found in the ticket; as a `phrase`, in just this order.

    Outside of a phrase a trailing `*` stands for any ending, as `tokens.match_expression` reads it.
    """

    words: str
    phrase: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One filter, such as `priority:>=high`."""

    name: str
    operator: Operator
    value: Value
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that `node` does not match."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of the nodes; without any it matches everything."""

    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the nodes, of which there are two or more."""

    nodes: tuple[Node, ...]


Node: TypeAlias = And | Or | Not | Text | Field


class SortKey(StrEnum):
    """What tickets can be ordered by.

    Urgency and priority begin with the highest, all other keys with the lowest: the soonest due,
    the oldest, the smallest number.
    """

    URGENCY = "urgency"
    DUE = "due"
    CREATED = "created"
    UPDATED = "updated"
    NUMBER = "number"
    PRIORITY = "priority"


HIGHEST_FIRST = frozenset({SortKey.URGENCY, SortKey.PRIORITY})


@dataclass(frozen=True, slots=True)
class Sort:
    """One key of the order, turned round by a minus: `sort:-created` shows the newest first."""

    key: SortKey
    reverse: bool = False

    @property
    def descending(self) -> bool:
        """Whether high values come first: the key's own direction, turned round by the minus."""
        return (self.key in HIGHEST_FIRST) != self.reverse


@dataclass(frozen=True, slots=True)
class Query:
    """What to show and in which order. Without conditions all tickets, without keys by urgency."""

    where: Node = And()
    sort: tuple[Sort, ...] = ()
