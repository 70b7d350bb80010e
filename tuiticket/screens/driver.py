"""How keys come in from the terminal, and how it is left."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tuiticket.screens.pasted import Pasted

READ_AT_ONCE = 4096
"""Bytes."""

LOOK_UP_S = 0.1
"""Seconds between two looks whether the console still wants keys."""


class TerminalDriver(LinuxDriver):
    """As Textual's, but what is pasted presses no keys, and no byte that comes in is fatal."""

    def run_input_thread(self) -> None:
        """Hand on keys until the console ends or the terminal is gone."""
        parser, pasted = XTermParser(self._debug), Pasted()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_UP_S):
                    data = self._read()
                    if not data:
                        return
                    # To the parser, nothing is the end of everything.
                    if typed := pasted.harmless(decode(data)):
                        for message in parser.feed(typed):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing once the terminal is gone."""
        try:
            return os.read(self.fileno, READ_AT_ONCE)
        except OSError:
            return b""
