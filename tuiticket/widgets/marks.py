"""Which tickets of a list are marked: one by one, and by a range that is being drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

MOST = 1_000
"""Tickets that can be marked at once: an act on more would keep everybody else waiting."""


class Marks:
    """Marked tickets by number, in the order they were marked.

    A range goes from the line where it was begun to the cursor, and follows it until it is ended.
    """

    def __init__(self) -> None:
        self._set: dict[int, None] = {}
        self._ranged: dict[int, None] = {}
        self._begun: int | None = None

    def __contains__(self, number: int) -> bool:
        return number in self._set or number in self._ranged

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def numbers(self) -> list[int]:
        """All marked tickets."""
        return list(self._set | self._ranged)

    @property
    def ranging(self) -> bool:
        """Whether a range is being drawn."""
        return self._begun is not None

    def toggle(self, number: int) -> None:
        """Mark a ticket, or take its mark away."""
        if number in self._set:
            del self._set[number]
        else:
            self.add([number])

    def add(self, numbers: Iterable[int]) -> None:
        """Mark these too, as far as there is room."""
        room = MOST - len(self)
        self._set |= dict.fromkeys(islice((n for n in numbers if n not in self), room))

    def begin(self, numbers: Sequence[int], row: int) -> None:
        """Begin a range at a line."""
        self._begun = row
        self.follow(numbers, row)

    def follow(self, numbers: Sequence[int], cursor: int) -> None:
        """Draw the range on to the line of the cursor, as far as there is room."""
        if self._begun is None:
            return
        first, last = sorted((self._begun, cursor))
        room = MOST - len(self._set)
        first = max(first, cursor - room + 1) if cursor == last else first
        self._ranged = dict.fromkeys(numbers[first : min(last + 1, first + room)])

    def end(self) -> None:
        """The range is drawn; its tickets stay marked."""
        self._set |= self._ranged
        self._ranged, self._begun = {}, None

    def drop_range(self) -> None:
        """Forget the range that is being drawn."""
        self._ranged, self._begun = {}, None

    def clear(self) -> None:
        """Mark nothing."""
        self._set = {}
        self.drop_range()

    def settle(self, numbers: Sequence[int], cursor: int, gone: Iterable[int]) -> None:
        """The list was read again: what is gone is not marked any more.

        A range goes on from the cursor, so that no line is marked that nobody drew it over.
        """
        for number in gone:
            self._set.pop(number, None)
            self._ranged.pop(number, None)
        if self.ranging:
            self.end()
            self.begin(numbers, cursor)
