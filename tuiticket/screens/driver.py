"""How keys come in from the terminal, and how it is left."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from tuiticket.screens.escapes import ESC, Escapes
from tuiticket.screens.pasted import Pasted

READ_AT_ONCE = 4096
"""Bytes."""

LOOK_UP_S = 0.1
"""Seconds between two looks whether the console still wants keys; what follows `esc` in less may
belong to it.
"""


class TerminalDriver(LinuxDriver):
    """As Textual's, but what is pasted presses no keys, and no byte that comes in is fatal.

    `esc` is a key of its own, however soon the next one follows.
    """

    def run_input_thread(self) -> None:
        """Hand on keys until the console ends or the terminal is gone."""
        parser, pasted, escapes = XTermParser(self._debug), Pasted(), Escapes()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_UP_S):
                    data = self._read()
                    if not data:
                        return
                    pieces = escapes.apart(pasted.harmless(decode(data)))
                else:
                    pieces = escapes.alone()
                for piece in pieces:
                    self._hand_on([Key("escape", ESC)] if piece == ESC else parser.feed(piece))
                self._hand_on(parser.tick())

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing once the terminal is gone."""
        try:
            return os.read(self.fileno, READ_AT_ONCE)
        except OSError:
            return b""
