"""A program in a pseudo-terminal, with a stopwatch at everything it paints."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

COLUMNS, ROWS = 120, 40
PATIENCE = 60.0
"""Seconds after which a text that does not come is given up."""
QUIET = 0.08
"""Seconds of silence that end the answer to a key."""

_CONTROLS = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|"
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]|[\x00-\x08\x0e-\x1f]",
    re.S,
)
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
}
"""What a terminal of today answers to what Textual asks of it."""


class Answer(NamedTuple):
    """What came of a key: seconds until its last byte, and bytes in all."""

    seconds: float
    size: int


class TimedTerminal:
    """A program at 120×40; everything is counted from when it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
        here = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.size = 0
        self._ended = False
        self._text = b""
        self._began = time.perf_counter()
        self._process, self._line = pty.fork()
        if self._process == 0:
            try:
                os.execvpe(command[0], list(command), here)
            finally:
                os._exit(127)
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> TimedTerminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._process, signal.SIGTERM)
        until = time.perf_counter() + PATIENCE
        while not self._ended and time.perf_counter() < until:
            self._read(0.05)
        os.waitpid(self._process, 0)
        os.close(self._line)

    def until(self, text: str) -> float:
        """Read until that was painted; seconds since the start. Raises TimeoutError."""
        wanted, before = text.encode(), self._text
        while wanted not in _CONTROLS.sub(b"", self._text):
            if self._ended or time.perf_counter() - self._began > PATIENCE:
                raise TimeoutError(f"{text!r} did not come: {before[-2_000:]!r}")
            self._read(0.5)
        return time.perf_counter() - self._began

    def press(self, key: str) -> Answer:
        """Press a key and wait until all of its answer has come."""
        start, before = time.perf_counter(), self.size
        os.write(self._line, key.encode())
        last = self.silence(QUIET)
        return Answer(last - start, self.size - before)

    def silence(self, seconds: float) -> float:
        """Read until nothing came for so long; the instant of the last byte (now if none came)."""
        last = time.perf_counter()
        while self._read(seconds):
            last = time.perf_counter()
        return last

    def listen(self, seconds: float) -> int:
        """The bytes that come in that time by themselves."""
        before, end = self.size, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return self.size - before

    def hold(self, key: str, seconds: float, per_second: int, rate: int) -> float:
        """Hold a key over a line of `rate` bytes a second; seconds from letting go to rest."""
        start = last = time.perf_counter()
        pressed, budget, slice_ = 0, 0.0, 0.02
        while (now := time.perf_counter()) - last < 0.7 or now - start < seconds:
            due = min(seconds, now - start) * per_second
            while pressed < due:
                os.write(self._line, key.encode())
                pressed += 1
            budget = min(budget + slice_ * rate, slice_ * rate * 2)
            if budget >= 1 and (came := self._read(0, int(budget))):
                last, budget = time.perf_counter(), budget - came
            time.sleep(slice_)
        return max(0.0, last - start - seconds)

    def _read(self, patience: float, most: int = 65_536) -> int:
        if self._ended or not select.select([self._line], [], [], patience)[0]:
            return 0
        try:
            data = os.read(self._line, most)
        except OSError:  # the other end is gone
            data = b""
        self._ended = not data
        self.size += len(data)
        self._text = (self._text + data)[-65_536:]
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._line, answer)
        return len(data)
