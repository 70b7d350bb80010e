"""A list to choose one thing from, with a cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tuiticket.widgets.page import NOTHING, Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import clauses, wrap

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One thing to choose: what it is, how it reads, and what stands at its right.

    `more` follows on the left, as many of its clauses as there is room for.
    """

    value: T
    left: tuple[Piece, ...]
    right: Piece = NOTHING
    more: Piece = NOTHING

    def line(self, width: int, number: int) -> Line:
        """How it reads in so many cells, as the choice of that number."""
        told = sum(cell_len(piece.text) for piece in (*self.left, self.right))
        more = self.more._replace(text=clauses(self.more.text, width - 1 - told))
        return aside((*self.left, more), self.right, width, target=number)


class ChoiceList(Page, Generic[T]):
    """Choices one below the other; `empty` is what it says when there are none.

    The cursor of a `steered` list is moved by whoever has the keys: it shows as if the list had
    them, which it never has where it was made so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to another choice, or the choices changed under it."""

        source: ChoiceList[Any]

        @property
        def control(self) -> ChoiceList[Any]:
            """The list it is in."""
            return self.source

    class Chosen(Moved):
        """The choice under the cursor was made."""

    def __init__(self, empty: str = "", *, steered: bool = False) -> None:
        super().__init__()
        self.empty = empty
        self.can_focus = not steered
        self.steered = steered
        self.choices: Sequence[Choice[T]] = ()
        self.cursor = 0

    @property
    def value(self) -> T | None:
        """What the cursor stands on; None in an empty list."""
        return self.choices[self.cursor].value if self.choices else None

    def show(self, choices: Iterable[Choice[T]], *, at: T | None = None) -> None:
        """Offer these choices, the cursor on `at`, or on what it stood on, or on the first."""
        wanted = self.value if at is None else at
        self.choices = list(choices)
        values = [choice.value for choice in self.choices]
        self.cursor = values.index(wanted) if wanted in values else 0
        self.renew()
        self.refresh()
        self._follow()

    def compose_lines(self, width: int) -> Iterable[Line]:
        """One line for each choice."""
        if not self.choices:
            return [line(Piece(text, "quiet")) for text in wrap(self.empty, width)]
        return [choice.line(width, number) for number, choice in enumerate(self.choices)]

    def over(self, y: int) -> Style | None:
        """The cursor, paler where the list has not the keys."""
        if y != self.cursor or not self.choices:
            return None
        lit = self.has_focus or self.steered
        name = "page--cursor" if lit else "page--cursor-away"
        return self.get_component_rich_style(name, partial=True)

    def move(self, step: int) -> None:
        """Move the cursor that many choices on, as far as there are any."""
        to = max(0, min(self.cursor + step, len(self.choices) - 1))
        if to != self.cursor:
            self.refresh_line(self.cursor)
            self.cursor = to
            self.refresh_line(to)
            self._follow()

    def _follow(self) -> None:
        """Keep the cursor in sight; at an edge the view jumps by half of itself."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if height and not top <= self.cursor < top + height:
            self.scroll_to(y=max(0, self.cursor - height // 2), animate=False)
        self.post_message(self.Moved(self))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.move(step)

    def action_page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.move(pages * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Make the choice under the cursor."""
        if self.choices:
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor chooses."""
        event.prevent_default()
        y = event.y + self.scroll_offset.y
        if y >= len(self.choices):
            return
        if y == self.cursor:
            self.action_choose()
        self.move(y - self.cursor)

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.refresh_line(self.cursor)

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh_line(self.cursor)
