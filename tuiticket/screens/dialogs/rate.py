"""Taking down what a customer thought: three marks and a line of their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.rating import BEST, Rating
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.form import Row
from tuiticket.widgets.text_line import TextLine

MARKS = range(1, BEST + 1)
PARTS = (N_("speed"), N_("quality"), N_("attitude"))
"""What is rated, in the order of the rows."""


class RateDialog(Dialog[Rate]):
    """Marks by digit, the customer's words below; leaving keeps nothing.

    No mark stands there before it was said: one that `enter` kept unread would be invented.
    """

    DEFAULT_CSS = """
    RateDialog {
        & Static { margin: 0 0 1 0; }
        & Row Input { background: $background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(mark), f"mark({mark})", show=False) for mark in MARKS),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(self, number: int, heading: str, before: Rating | None) -> None:
        super().__init__()
        self.number, self.heading = number, heading
        self.foot = _("1–5: mark · enter: keep · esc leaves")
        said = (before.speed, before.quality, before.attitude) if before else (None,) * 3
        self.rows = [ChoiceRow[int | None](MARKS, mark_word, at=mark) for mark in said]
        self.comment = TextLine(before.comment if before else "")

    def parts(self) -> Iterable[Widget]:
        """The question, the three marks, the words."""
        yield words(_("How does the customer rate what was done?"))
        for caption, row in zip(PARTS, self.rows, strict=True):
            yield Row(caption, row)
        yield Row(N_("in their words"), self.comment)

    def on_mount(self) -> None:
        """Begin with the first mark."""
        self.rows[0].focus()

    def action_mark(self, mark: int) -> None:
        """Give the row at hand that mark, and go on."""
        if isinstance(self.focused, ChoiceRow):
            self.focused.choose(mark)
            self.focus_next()

    @on(ChoiceRow.Asked)
    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the rating, if every mark was said; else go where one is missing."""
        marks = [row.value for row in self.rows if row.value is not None]
        if len(marks) < len(self.rows):
            self._missing(next(at for at, row in enumerate(self.rows) if row.value is None))
            return
        speed, quality, attitude = marks
        self.dismiss(
            Rate(
                ticket=self.number,
                speed=speed,
                quality=quality,
                attitude=attitude,
                comment=self.comment.value,
            )
        )

    def _missing(self, at: int) -> None:
        self.rows[at].focus()
        missing = N_("What did they say of “{what}”? A rating is their word, mark by mark.")
        self.host.complain(
            BadInput(missing, N_("Press 1 to 5; esc leaves without a rating."), what=PARTS[at])
        )


def mark_word(mark: int | None) -> str:
    """A mark with its word, "4 good"; a dash as long as nothing was said."""
    if mark is None:
        return "–"
    names = (_("very bad"), _("bad"), _("so-so"), _("good"), _("very good"))
    return f"{mark} {names[mark - 1]}"
