"""One of a few values, changed in place: `‹ enquiry ›`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.rules.safetext import one_line

T = TypeVar("T")

LONGEST = 200
"""Characters of a value that are shown."""


class ChoiceRow(Widget, Generic[T], can_focus=True):
    """Left and right (or space) go through the values; `enter` asks for the whole list.

    `label` gives the word for a value in the language of the moment.
    """

    DEFAULT_CSS = """
    ChoiceRow { height: 1; width: 1fr; padding: 0 1; }
    ChoiceRow:focus { background: $cursor; text-style: $cursor-style; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("enter", "list", show=False),
    ]

    @dataclass
    class Asked(Message):
        """The whole list is wanted."""

        row: ChoiceRow[Any]

        @property
        def control(self) -> ChoiceRow[Any]:
            """The row that asks."""
            return self.row

    @dataclass
    class Chosen(Message):
        """The person chose a value."""

        row: ChoiceRow[Any]

        @property
        def control(self) -> ChoiceRow[Any]:
            """The row it stands in."""
            return self.row

    def __init__(self, values: Sequence[T], label: Callable[[T], str], at: T) -> None:
        super().__init__()
        self.label = label
        self.values = list(values)
        self._value = at

    @property
    def value(self) -> T:
        """The value that is chosen."""
        return self._value

    @value.setter
    def value(self, value: T) -> None:
        self._value = value
        self.refresh()

    def offer(self, values: Sequence[T]) -> None:
        """Offer other values; what is chosen stays."""
        self.values = list(values)

    def action_step(self, step: int) -> None:
        """Choose the next or previous value, round and round; from none of them the end ahead."""
        begin = -1 if step > 0 else 0
        here = self.values.index(self._value) if self._value in self.values else begin
        self.choose(self.values[(here + step) % len(self.values)])

    def choose(self, value: T) -> None:
        """Take a value as the person's choice."""
        self.value = value
        self.post_message(self.Chosen(self))

    def action_list(self) -> None:
        """Ask for the whole list."""
        self.post_message(self.Asked(self))

    def on_click(self, event: events.Click) -> None:
        """A click goes on by one."""
        self.action_step(1)

    def _word(self) -> str:
        return one_line(drawable(self.label(self._value)), LONGEST)

    def render(self) -> Content:
        """The value between its arrows."""
        return Content.assemble(("‹ ", "$quiet"), self._word(), (" ›", "$quiet"))
