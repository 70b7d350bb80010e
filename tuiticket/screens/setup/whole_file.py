"""The whole set-up in the person's own editor: written out, read again, told what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual.worker import Worker

from tuiticket.engine.declared.plan import Plan, plan
from tuiticket.engine.declared.section import World
from tuiticket.engine.errors import N_, BadInput, DeskError, Refused
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _, ngettext
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.own_editor import OwnEditor
from tuiticket.screens.setup.plan_review import Told
from tuiticket.setup_file.reading import read_setup
from tuiticket.setup_file.writing import write_setup
from tuiticket.wording import told

FILE = "setup.toml"
MOST_FAULTS = 100
"""Faults that are told; the rest shows once these are mended."""


class WholeFile:
    """One sitting over the file; `apply` is handed the plan once nothing is wrong with it."""

    def __init__(self, screen: DeskScreen[Any], apply: Callable[[Plan], None]) -> None:
        self._screen, self._apply = screen, apply
        self._elsewhere: OwnEditor | None = None

    def begin(self) -> None:
        """Write the set-up out and open it."""
        host = self._screen.host
        if host.setting.restricted:
            host.complain(Refused(N_("No other program can be started from this account.")))
        elif self._elsewhere is None:
            self._screen.read(write_setup, self._edit, group="file", opens=True)

    def close(self) -> None:
        """The console ends: leave no file behind."""
        if self._elsewhere is not None:
            self._elsewhere.close()

    def _edit(self, text: str) -> None:
        if self._elsewhere is None:
            elsewhere = self._elsewhere = OwnEditor(self._screen.host.setting.editor, text, FILE)
            _: Worker[None] = self._screen.run_worker(self._write(elsewhere))

    async def _write(self, elsewhere: OwnEditor) -> None:
        text: str | None = None
        try:
            await self._screen.host.lend_terminal(elsewhere)
            text = elsewhere.text()
        except DeskError as error:
            self._screen.host.complain(error)
        finally:
            elsewhere.close()
            self._elsewhere = None
        if text is not None:
            self._judge(text)

    def _judge(self, text: str) -> None:
        now, holidays = self._screen.now(), self._screen.host.holidays

        def ask(reading: Reading) -> tuple[list[str], Plan | None]:
            return _judged(text, reading, now, holidays)

        def then(found: tuple[list[str], Plan | None]) -> None:
            wrong, planned = found
            if planned is not None:
                self._apply(planned)
            else:
                self._again(text, wrong)

        self._screen.read(ask, then, group="file", opens=True)

    def _again(self, text: str, wrong: list[str]) -> None:
        """Tell what is wrong, and go on editing or throw it away."""

        def answered(sure: bool | None) -> None:
            if sure:
                self._edit(text)

        heading = ngettext("{count} fault", "{count} faults", len(wrong)).format(count=len(wrong))
        foot = _("y: {verb} · esc throws it away").format(verb=_("go on editing"))
        self._screen.app.push_screen(Told(heading, wrong[:MOST_FAULTS], foot), answered)


def _judged(
    text: str, reading: Reading, now: datetime, holidays: Any
) -> tuple[list[str], Plan | None]:
    """What is wrong with the text, line by line; its plan where nothing is."""
    try:
        file = read_setup(text.encode(), FILE, World(now, holidays, reading.settings().zone))
    except BadInput as error:
        return [told(error)], None
    planned = plan(file.declared, reading, file.faults, prune=True)
    wrong = [
        _("line {line}, {field}: {what}").format(line=one.line, field=one.field, what=one.words)
        for one in file.told()
    ]
    return wrong, None if wrong else planned
