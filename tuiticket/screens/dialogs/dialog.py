"""The frame all dialogs share: a box in the middle, a heading, the keys at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from tuiticket.cells import drawable
from tuiticket.screens.desk_screen import DeskDialog


class Dialog(DeskDialog[ScreenResultType | None]):
    """A question; `esc` gives None, which means: leave everything as it is."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            width: 64;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $primary;
            border-title-style: bold;
            border-subtitle-color: $quiet;
        }
        & Page { background: $surface; }
        & Input { background: $background; border: none; height: 1; padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    heading = ""
    foot = ""

    def compose(self) -> ComposeResult:
        """The box with the parts of the question."""
        with Vertical() as box:
            box.border_title = Text(drawable(self.heading))
            box.border_subtitle = Text(self.foot)
            yield from self.parts()

    def parts(self) -> Iterable[Widget]:
        """What stands in the box."""
        raise NotImplementedError

    def retitle(self, foot: str) -> None:
        """Remind of other keys at the foot."""
        self.query_one(Vertical).border_subtitle = Text(foot)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def words(text: str) -> Static:
    """Text in a dialog, never read as markup."""
    return Static(Text(drawable(text)), markup=False)
