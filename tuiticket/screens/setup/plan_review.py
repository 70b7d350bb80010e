"""What a changed set-up would do, read once more before it is put into force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.declared.plan import Plan
from tuiticket.i18n import _, ngettext
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.setup_file.review_words import reviewed
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap

_LOOKS = {"+": "mine", "-": "late", "~": "soon"}


class Told(Dialog[bool]):
    """Lines to read in a box, more of them than fit perhaps; `y` says yes to them."""

    DEFAULT_CSS = """
    Told > Vertical { width: 90%; max-width: 100; }
    Told Lines.-tall { max-height: 80vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "do_it", show=False),
        Binding("n,q", "leave", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "page", show=False),
    ]

    def __init__(self, heading: str, told: Sequence[str], foot: str) -> None:
        super().__init__()
        self.heading, self.foot = heading, foot
        self._told = told

    def parts(self) -> Iterable[Widget]:
        """The lines."""
        yield Lines(self._lines, classes="-tall")

    def on_mount(self) -> None:
        """Let the keys scroll."""
        lines = self.query_one(Lines)
        lines.can_focus = True
        lines.focus()

    def action_scroll(self, direction: int) -> None:
        """Scroll by a few lines."""
        self.query_one(Lines).scroll_relative(y=3 * direction, animate=False)

    def action_page(self) -> None:
        """Scroll by a page."""
        self.query_one(Lines).scroll_page_down(animate=False)

    def action_do_it(self) -> None:
        """Yes."""
        self.dismiss(True)

    def _lines(self, width: int) -> Iterator[Line]:
        for told in self._told:
            text = drawable(told)
            indent = " " * (len(text) - len(text.lstrip()))
            for row in wrap(text.lstrip(), max(2, width - len(indent))):
                yield line(Piece(indent + row, _LOOKS.get(text[:1], "")))


def review(plan: Plan) -> Told:
    """The plan, field by field; `y` puts it into force."""
    count = len(plan.alterations)
    heading = ngettext("{count} entry changes", "{count} entries change", count)
    foot = _("y: {verb} · esc cancels").format(verb=_("put it into force"))
    return Told(heading.format(count=count), list(reviewed(plan)), foot)
