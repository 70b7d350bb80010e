"""The wall board: the desk in sight of everybody, on a connection that cannot write."""

from __future__ import annotations

from collections.abc import Callable

from tuiticket.engine.desk import Desk
from tuiticket.screens.board import BoardScreen, Watch
from tuiticket.screens.desk_app import DeskApp
from tuiticket.screens.setting import Setting

__all__ = ["Monitor", "Setting", "Watch", "run_monitor"]


class Monitor(DeskApp):
    """An app without a single action that would change something."""

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        setting: Setting | None = None,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(open_desk, None, setting)
        self._watch = watch

    def get_default_screen(self) -> BoardScreen:
        """The board."""
        return BoardScreen(self._watch)


def run_monitor(
    open_desk: Callable[[], Desk], setting: Setting | None = None, watch: Watch | None = None
) -> int:
    """Show the board until it is left; the exit code. `open_desk` opens it for reading only.

    Raises a DeskError if the desk cannot be opened or the setting is wrong.
    """
    return Monitor(open_desk, setting, watch).stay()
