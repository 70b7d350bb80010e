"""Choosing another ticket: from some that are near at hand, or any by its number."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widgets import Input

from tuiticket.cells import drawable
from tuiticket.engine.model.queue import QueueLine
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.wording import label

LONGEST = 18
"""Digits of a ticket's number."""


class PickTicket(Pick[int]):
    """Gives a ticket's number. What is typed narrows the list; a number may be any ticket's."""

    def __init__(self, heading: str, near: Iterable[QueueLine]) -> None:
        super().__init__(heading, [_option(line) for line in near])

    def may_be_done(self) -> str:
        """The keys at the foot."""
        return _("type to narrow · enter picks · esc leaves")

    def may_be_typed(self) -> str:
        """What stands in the line as long as nothing was typed."""
        return _("some letters, or the number of any ticket")

    def nothing(self) -> str:
        """What stands in place of the list where no ticket fits."""
        return _("Type the number of the ticket.")

    @on(Input.Submitted)
    def _pick_by_number(self, event: Input.Submitted) -> None:
        typed = event.value.strip().lstrip("#")
        if typed.isdecimal() and len(typed) <= LONGEST:
            event.prevent_default()
            self.picked(int(typed))

    @property
    def _numbers(self) -> dict[int, str]:
        """No digit picks: it may begin a number."""
        return {}


def _option(line: QueueLine) -> Option[int]:
    return Option(line.id, f"#{line.id} {drawable(line.subject)}", label(line.state))
