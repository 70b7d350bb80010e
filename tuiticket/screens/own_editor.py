"""Writing on in a program of the person's own, such as vim."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.rules.safetext import clean

LONGEST = 1_000_000
"""Characters that are taken back; what is longer is no answer."""

GRACE_S = 0.4
"""Seconds an editor has to end in when the console does."""


class OwnEditor:
    """One text handed to an editor as a file that only its owner can read, in a folder of its own.

    `command` is a command line such as "vim -f", None where nobody named one. Close it, and nothing
    stays behind. By its `name` the editor knows how to colour it.
    """

    def __init__(self, command: str | None, text: str, name: str = "text.txt") -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="tuiticket-"))
        self._file = self._folder / name
        self._before = f"{text}\n".encode() if text else b""
        self._file.touch(0o600, exist_ok=False)
        self._file.write_bytes(self._before)

    def start(self) -> None:
        """Start the editor in the terminal.

        Raises Refused if none is named or it does not start.
        """
        try:
            self._process = subprocess.Popen([*_words(self._command), str(self._file)])
        except OSError as error:
            raise Refused(
                N_("The editor “{command}” does not start: {reason}."),
                N_("Name another one in $EDITOR."),
                command=self._command,
                reason=error.strerror or str(error),
            ) from error

    def wait(self) -> None:
        """Wait until the editor is left; blocks. Raises Refused if it failed."""
        assert self._process is not None, "it was started"
        if code := self._process.wait():
            raise Refused(
                N_("The editor ended with an error ({code}); your text is as it was."), code=code
            )

    def text(self) -> str | None:
        """What stands in the file now, made harmless; None if nothing was changed.

        Raises Refused if that is more than anybody could send.
        """
        with self._file.open("rb") as file:
            content = file.read(LONGEST * 4 + 1)
        if content == self._before:
            return None
        text = clean(content.decode("utf-8", errors="replace")).rstrip()
        if len(text) > LONGEST:
            raise Refused(
                N_("That is longer than {most:,} characters; your text is as it was."),
                most=LONGEST,
            )
        return text

    def close(self) -> None:
        """End the editor if it still runs, whether it likes that or not, and remove its file."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                # It would read from a terminal that is somebody else's by then.
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _words(command: str | None) -> list[str]:
    """A command line in words, as a shell would part it."""
    try:
        words = shlex.split(command or "")
    except ValueError as error:
        raise Refused(
            N_("The editor “{command}” does not start: {reason}."),
            N_("Name another one in $EDITOR."),
            command=command,
            reason=error,
        ) from error
    if not words:
        raise Refused(N_("No editor is named."), N_("Name one in $EDITOR, such as nano."))
    return words
