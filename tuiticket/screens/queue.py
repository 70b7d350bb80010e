"""The queue: what there is to do, the most urgent first."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen


class QueueScreen(DeskScreen[None]):
    """All tickets of a view, with a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.QUEUE, Context.ON_TICKET)]
