"""A screen on which one writes, and what is written is never lost."""

from __future__ import annotations

from datetime import datetime

from textual.screen import ScreenResultType

from tuiticket.engine.commands.command import Command
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.elsewhere import Elsewhere
from tuiticket.widgets.editor import Editor

KEEP_EVERY = 2
"""Seconds between two savings of a draft."""


class DraftingScreen(DeskScreen[ScreenResultType]):
    """An editor whose draft is kept every other second, and when the screen is left.

    By the name of its `file` the person's own editor colours the text.
    """

    def __init__(self, file: str = "text.txt") -> None:
        super().__init__()
        # Held here because what was written is still asked for when the screen is gone.
        self.editor = Editor()
        self.elsewhere = Elsewhere(self, self.editor, self.keep, file)

    def draft(self) -> Command | None:
        """What keeps what is written now, which counts as kept then; None if that is needless."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what is written now."""
        if draft := self.draft():
            self.act(draft, said="", aside=True)

    def second_passed(self, now: datetime) -> None:
        """Keep the draft every other second."""
        if int(now.timestamp()) % KEEP_EVERY == 0:
            self.keep()

    def on_unmount(self) -> None:
        """Whatever the reason for leaving: what was written is kept."""
        self.elsewhere.come_home()
        if self.host.session is not None and (draft := self.draft()):
            self.session.do(draft)
