"""A real pseudo-terminal with a program in it, and eyes and fingers to use it with."""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
import tty
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds after which a screen that does not come is given up."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}

# What Textual asks of a terminal that pyte does not know: private modes it answers, sequences it
# would take for text.
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
}
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.S
)

_UNFINISHED = re.compile(
    rb"(?:\x1b(?:\[[0-?]*[ -/]*|\(|[\]P][^\x07\x1b]{0,80}\x1b?)?"
    rb"|[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)
"""A sequence or a character cut off where a read ended, wherever a busy machine did that."""

RESTORED = b"\x1b[?1049l"
"""Leaving the alternate screen."""

_USUAL = (b"7", b"25")
"""Modes that are on in a terminal at rest: lines wrap, the cursor is seen."""


def _heed_ctrl_c() -> None:
    """As at a shell's prompt, even where the tests run in the background, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A program running in a terminal of its own, seen as a person sees it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        rows: int = 24,
        columns: int = 80,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        answers: Mapping[bytes, bytes] = ANSWERS,
    ) -> None:
        self._answers = answers
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self._cut_off = b""
        self.child: Any = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", **(env or {})},
            cwd=str(cwd) if cwd else None,
            echo=False,
            timeout=PATIENCE,
            preexec_fn=_heed_ctrl_c,
        )
        self.child.delaybeforesend = None
        os.set_blocking(self.child.child_fd, False)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """All that is on the screen, wide characters without the gaps pyte puts behind them."""
        return "\n".join(self.line(number) for number in range(self.screen.lines))

    def line(self, number: int) -> str:
        """One row of the screen."""
        row = self.screen.buffer[number]
        return "".join(row[column].data for column in range(self.screen.columns)).rstrip()

    def press(self, *keys: str) -> None:
        """Press keys by name, or type anything that is no name."""
        for key in keys:
            self.send(KEYS.get(key, key).encode())

    def until(self, wanted: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """Read on until the screen holds the text, or the condition does; gives the screen.

        Raises AssertionError with the screen as it was when patience ran out or the program ended.
        """
        fits = wanted if callable(wanted) else (lambda text: wanted in text)
        deadline = time.monotonic() + patience
        while not fits(self.text):
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left):
                end = "" if self.child.isalive() else f" before {self._how_it_ended()}"
                raise AssertionError(f"{wanted!r} did not come{end}:\n{self.text}")
        return self.text

    def settled(self, quiet: float = 0.3, patience: float = PATIENCE) -> str:
        """Read on until nothing came for a while; gives the screen.

        Raises AssertionError where the program never rests.
        """
        deadline = time.monotonic() + patience
        while self._read(quiet):
            if time.monotonic() > deadline:
                raise AssertionError(f"it never rests:\n{self.text}")
        return self.text

    def paste(self, text: str) -> None:
        """Paste a text, marked as such, as a terminal does that filters nothing."""
        self.send(f"\x1b[200~{text}\x1b[201~".encode())

    def send(self, data: bytes, patience: float = PATIENCE) -> None:
        """Hand bytes to the program, as a keyboard would that is set otherwise.

        Raises AssertionError where it does not take them.
        """
        line = self.child.child_fd
        while data:
            if not select.select([], [line], [], patience)[1]:
                raise AssertionError(f"it takes no keys:\n{self.text}")
            data = data[os.write(line, data) :]

    def before_cursor(self) -> str:
        """What stands on the cursor's line, up to the cursor."""
        at = self.screen.cursor
        row = self.screen.buffer[at.y]
        return "".join(row[column].data for column in range(at.x))

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size, as dragging its window would."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.child.kill(number)

    def hang_up(self, patience: float = PATIENCE) -> int | None:
        """Cut the line, as a lost connection does; the exit code of the program."""
        self.child.ptyproc.fileobj.close()
        deadline = time.monotonic() + patience
        while self.child.ptyproc.isalive() and time.monotonic() < deadline:
            time.sleep(0.05)
        status: int | None = self.child.ptyproc.exitstatus
        return status

    def ended(self, patience: float = PATIENCE) -> int | None:
        """Wait for the program's end; its exit code, None if a signal ended it.

        Raises AssertionError with the screen as it was when patience ran out.
        """
        deadline = time.monotonic() + patience
        while (left := deadline - time.monotonic()) > 0:
            if not self._read(left):
                if not self.child.isalive():
                    status: int | None = self.child.exitstatus
                    return status
                time.sleep(0.01)  # its terminal is closed, it is not yet gone
        raise AssertionError(f"it does not end:\n{self.text}")

    def stopped(self, patience: float = PATIENCE) -> bool:
        """Whether the program stops within a while, as ctrl+z has it do."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.child.pid, os.WUNTRACED | os.WNOHANG)
            if pid:
                return os.WIFSTOPPED(status)
            time.sleep(0.01)
        return False

    def left_set(self) -> list[str]:
        """What the program has told the terminal and not taken back, each as it can be read."""
        modes: dict[bytes, bytes] = {}
        for several, to in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.received):
            modes.update(dict.fromkeys(several.split(b";"), to))
        left = [
            f"?{mode.decode()}{to.decode()}"
            for mode, to in modes.items()
            if to != (b"h" if mode in _USUAL else b"l")
        ]
        asked = len(re.findall(rb"\x1b\[>[0-9]+u", self.received))
        if asked != self.received.count(b"\x1b[<u"):
            left.append("keyboard protocol")
        looks = re.findall(rb"\x1b\[([0-9;]*)m", self.received)
        if looks and looks[-1].strip(b"0"):
            left.append("look of text")
        if not termios.tcgetattr(self.child.child_fd)[tty.LFLAG] & termios.ICANON:
            left.append("raw lines")
        return left

    def _how_it_ended(self) -> str:
        number = self.child.signalstatus
        return f"signal {number}" if number else f"its end with {self.child.exitstatus}"

    def _read(self, patience: float) -> bool:
        try:
            data = self.child.read_nonblocking(65_536, timeout=patience)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            self.received += self._cut_off
            self._cut_off = b""
            return False
        data = self._cut_off + data
        cut = _UNFINISHED.search(data)
        data, self._cut_off = (data[: cut.start()], cut[0]) if cut else (data, b"")
        self.received += data
        for question, answer in self._answers.items():
            if question in data:
                self.send(answer)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return True
