"""How the console talks with the terminal: in UTF-8, at its own size, taking pastes for text."""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from io import TextIOWrapper
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from tuiticket.screens.escapes import ESC, Escapes
from tuiticket.screens.pasted import Pasted

READ_AT_ONCE = 4096
"""Bytes."""

UNKNOWN_SIZE = 80, 24
"""Columns and lines of a terminal that does not tell, such as a serial line."""

LOOK_UP_S = 0.1
"""Seconds between two looks whether the console still wants keys; what follows `esc` in less may
belong to it.
"""


class TerminalDriver(LinuxDriver):
    """As Textual's, but for what the environment claims and the terminal knows better.

    Besides, what is pasted presses no keys, no byte that comes in is fatal, and `esc` is a key of
    its own, however soon the next one follows.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Standard error may go to a file of its own; standard output is the terminal, or there
        # would be no console. A locale such as POSIX knows none of the signs painted on it.
        self._file = sys.__stdout__
        if isinstance(self._file, TextIOWrapper):
            self._file.reconfigure(encoding="utf-8")
        # Else the first paint would be as wide as the environment claims.
        self._size = self._size or self._get_terminal_size()

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size the terminal has, whatever COLUMNS and LINES were once exported as."""
        try:
            columns, lines = os.get_terminal_size(self.fileno)
        except OSError:
            columns = lines = 0
        return columns or UNKNOWN_SIZE[0], lines or UNKNOWN_SIZE[1]

    def _disable_mouse_support(self) -> None:
        """Also the pixels, which Textual asks for where a terminal tells its size in band."""
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super()._disable_mouse_support()

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
