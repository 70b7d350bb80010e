"""Writing on in a person's own editor what stands in the editor of a screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.worker import Worker

from tuiticket.engine.errors import N_, DeskError, Refused
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.own_editor import OwnEditor
from tuiticket.widgets.editor import Editor


class Elsewhere:
    """What a screen's `editor` holds, lent to a program of the person's own and taken back.

    `keep` is called before, that nothing is lost. By its `name` the program colours the text.
    """

    def __init__(
        self,
        screen: DeskScreen[Any],
        editor: Editor,
        keep: Callable[[], None],
        name: str = "text.txt",
    ) -> None:
        self._screen, self._editor, self._keep, self._name = screen, editor, keep, name
        self._program: OwnEditor | None = None
        self._rescued: str | None = None

    @property
    def text(self) -> str:
        """What is written so far, wherever that was."""
        return self._editor.text if self._rescued is None else self._rescued

    def begin(self) -> None:
        """Open the program, unless this account may start none."""
        host = self._screen.host
        if host.setting.restricted:
            host.complain(Refused(N_("No other program can be started from this account.")))
        elif self._program is None:
            self._keep()
            program = self._program = OwnEditor(host.setting.editor, self._editor.text, self._name)
            _: Worker[None] = self._screen.run_worker(self._write(program))

    async def _write(self, program: OwnEditor) -> None:
        try:
            await self._screen.host.lend_terminal(program)
            text = program.text()
        except DeskError as error:
            self._screen.host.complain(error)
        else:
            if text is not None:
                self._editor.rewrite(text)
        program.close()
        self._program = None

    def come_home(self) -> None:
        """The console ends while one writes elsewhere: take what was saved there so far."""
        if self._program is not None:
            with suppress(DeskError):
                self._rescued = self._program.text()
            self._program.close()
