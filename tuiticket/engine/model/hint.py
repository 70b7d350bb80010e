"""What speaks for another kind or priority than a ticket has; it is for people to say so."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.model.ticket import Kind, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """The kind that stands out among the last ended tickets of a category.

    Of `of` tickets whose customers sounded `calm`, or whose did not, `times` ended as `kind`.
    """

    kind: Kind
    calm: bool
    times: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """The priority that a customer's first words ask for, and those words, each once."""

    priority: Priority
    words: tuple[str, ...]
