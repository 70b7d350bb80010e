"""Choosing one of several: by typing some of its letters, by its number, or with the arrows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.form import Row
from tuiticket.widgets.page import NOTHING, Piece
from tuiticket.widgets.text_line import TextLine
from tuiticket.wording import capital

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One thing to pick: its `label`, a `detail` at its right, other words it is found by.

    `more` is said beside the label as far as there is room for it; `now` marks what is so
    already.
    """

    value: T
    label: str
    detail: str = ""
    words: str = ""
    now: bool = False
    more: str = ""

    def found_by(self, typed: str) -> bool:
        """Whether all the words typed occur in it."""
        text = f"{self.label} {self.detail} {self.words} {self.more}".casefold()
        return all(word in text for word in typed.casefold().split())


class Pick(Dialog[T]):
    """A list to pick from, narrowed by what is typed. Gives the value picked, or None.

    A list longer than three fifths of the screen scrolls.
    """

    DEFAULT_CSS = """
    Pick > Vertical { width: 72; }
    Pick ChoiceList { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]

    def __init__(self, heading: str, options: Iterable[Option[T]]) -> None:
        super().__init__()
        self.heading = heading
        self.options: Sequence[Option[T]] = list(options)
        self.foot = self.may_be_done()

    def parts(self) -> Iterable[Widget]:
        """The line to type in and the list."""
        yield TextLine(placeholder=self.may_be_typed())
        yield ChoiceList[T](self.nothing(), steered=True)

    def on_mount(self) -> None:
        """Offer everything, the cursor on what is so now."""
        self.query_one(Input).focus()
        self._offer("", at=next((one.value for one in self.options if one.now), None))

    def on_resize(self, event: events.Resize) -> None:
        """Make as much of the list seen as there is room for."""
        self.list.styles.max_height = max(1, event.size.height * 3 // 5)

    @property
    def list(self) -> ChoiceList[T]:
        """The list."""
        return self.query_one(ChoiceList)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        if event.value in self._numbers.values():
            self.picked(self.options[int(event.value) - 1].value)
        else:
            self._offer(event.value)

    @on(Input.Submitted)
    @on(ChoiceList.Chosen)
    def _pick(self) -> None:
        if self.list.value is not None:
            self.picked(self.list.value)

    def picked(self, value: T) -> None:
        """Something was picked: that is the answer."""
        self.dismiss(value)

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self.list.move(step)

    @property
    def _numbers(self) -> Mapping[T, str]:
        """The first options by the digit that picks them as long as nothing else was typed."""
        return {one.value: str(number) for number, one in enumerate(self.options[:9], start=1)}

    def _offer(self, typed: str, at: T | None = None) -> None:
        numbers = {} if typed else self._numbers
        self.list.show(
            (_choice(one, numbers.get(one.value, "")) for one in self.fitting(typed)), at=at
        )

    def may_be_done(self) -> str:
        """The keys at the foot."""
        return _("type to narrow · enter picks · esc leaves") if self.options else _("esc leaves")

    def may_be_typed(self) -> str:
        """What stands in the line as long as nothing was typed."""
        return _("some letters, or the number") if self.options else ""

    def nothing(self) -> str:
        """What stands in place of the list where nothing fits."""
        if self.options:
            return _("Nothing fits. Take some letters back.")
        return _("There is nothing to choose from here.")

    def fitting(self, typed: str) -> Sequence[Option[T]]:
        """The options that fit what was typed."""
        return [one for one in self.options if one.found_by(typed)]


def _choice(option: Option[T], number: str) -> Choice[T]:
    sign = "●" if option.now else " "
    left = (
        Piece(f"{number:>1} ", "quiet"),
        Piece(f"{sign} ", "mine"),
        Piece(option.label),
    )
    detail = Piece(option.detail, "quiet") if option.detail else NOTHING
    return Choice(option.value, left, detail, Piece(option.more))


def pick_for(row: ChoiceRow[Any]) -> None:
    """Let a value of a form's row be picked from the list of them all, headed as the row is."""
    caption = next(_(part.caption) for part in row.ancestors if isinstance(part, Row))
    options = [
        Option(number, row.label(value), now=value == row.value)
        for number, value in enumerate(row.values)
    ]

    def choose(number: int | None) -> None:
        if number is not None:
            row.choose(row.values[number])

    row.app.push_screen(Pick(capital(caption), options), choose)
