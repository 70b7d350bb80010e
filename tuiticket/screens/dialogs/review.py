"""The last look at what was written, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.model.people import DraftKind
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap


class Verdict(Enum):
    """What becomes of what was written; leaving the dialog means: go on writing."""

    SEND = "send"
    SEND_AND_WAIT = "wait"
    SEND_AND_SOLVE = "solve"
    KEEP = "keep"
    DISCARD = "discard"


_FOR_REPLIES = frozenset({"review.send-wait", "review.send-solve"})


class Review(Dialog[Verdict]):
    """Shows the words as they will be read, with who will read them in its heading."""

    DEFAULT_CSS = """
    Review > Vertical { width: 95%; max-width: 100; max-height: 90%; }
    Review Lines { padding: 0 1; }
    Review Lines.-tall { background: $background; max-height: 70vh; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.REVIEW)]

    def __init__(self, kind: DraftKind, heading: str, text: str) -> None:
        super().__init__()
        self.kind, self.heading, self.text = kind, heading, text

    def parts(self) -> Iterable[Widget]:
        """The words, and below them the keys."""
        yield Lines(self._words, classes="-tall")
        yield Lines(self._keys)

    def action_review_send(self) -> None:
        """Send it."""
        self.dismiss(Verdict.SEND)

    def action_review_send_wait(self) -> None:
        """Send it and wait for the customer."""
        self._answer(Verdict.SEND_AND_WAIT)

    def action_review_send_solve(self) -> None:
        """Send it and say that the ticket is solved."""
        self._answer(Verdict.SEND_AND_SOLVE)

    def action_review_edit(self) -> None:
        """Go on writing."""
        self.dismiss(None)

    def action_review_keep(self) -> None:
        """Keep it as a draft."""
        self.dismiss(Verdict.KEEP)

    def action_review_discard(self) -> None:
        """Throw it away."""
        self.dismiss(Verdict.DISCARD)

    def action_review_down(self) -> None:
        """Scroll on."""
        self.query(Lines).first().scroll_relative(y=3, animate=False)

    def action_review_up(self) -> None:
        """Scroll back."""
        self.query(Lines).first().scroll_relative(y=-3, animate=False)

    def _answer(self, verdict: Verdict) -> None:
        """Notes move no ticket."""
        if self.kind is DraftKind.REPLY:
            self.dismiss(verdict)

    def _words(self, width: int) -> Iterator[Line]:
        return (line(row) for row in wrap(drawable(self.text), width))

    def _keys(self, width: int) -> Iterator[Line]:
        """The keys that make sense here, on as many lines as they need."""
        pieces: list[Piece] = []
        room = width
        for action in self.host.keys.of(Context.REVIEW):
            if not action.hint or (action.id in _FOR_REPLIES and self.kind is DraftKind.NOTE):
                continue
            key, word = action.keys[0], f" {_(action.label)}  "
            if cell_len(key + word.rstrip()) > room:
                yield Line(tuple(pieces))
                pieces, room = [], width
            pieces += [Piece(key, "title"), Piece(word)]
            room -= cell_len(key + word)
        yield Line(tuple(pieces))
