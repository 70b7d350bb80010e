"""A desk to command, and a way to say command lines to it."""

from __future__ import annotations

import io
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tuiticket.cli import main


@dataclass(frozen=True)
class Answer:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output, taken for JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> dict[str, Any]:
        """Standard output, taken for one JSON object."""
        (only,) = self.objects
        return only


class CommandLine:
    """Says command lines to one desk, in the name of `login`."""

    def __init__(
        self, file: Path, capture: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.file = file
        self.login = "ada"
        self._capture = capture
        self._monkeypatch = monkeypatch

    def __call__(self, *words: object, stdin: str = "", login: str | None = None) -> Answer:
        """Carry out one command line."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self._capture.readouterr()
        before = ["--db", self.file, "--as", login or self.login]
        code = main([str(word) for word in (*before, *words)])
        said = self._capture.readouterr()
        return Answer(code, said.out, said.err)

    def done(self, *words: object, stdin: str = "", login: str | None = None) -> Answer:
        """Carry out one that must succeed without a complaint."""
        answer = self(*words, stdin=stdin, login=login)
        assert (answer.code, answer.err) == (0, "")
        return answer

    def refused(self, *words: object, code: int = 2, login: str | None = None) -> str:
        """Carry out one that must fail with one clear line, and give that line."""
        answer = self(*words, login=login)
        assert answer.code == code
        assert answer.out == ""
        assert answer.err.startswith("tuiticket: ")
        assert answer.err.count("\n") == 1
        return answer.err

    def ticket(self, subject: str = "Parcel late", **options: object) -> int:
        """Open a ticket and give its number."""
        named = {"customer": "wang@example.cn", "body": "Where is it?", "team": "logistics"}
        words = [w for name, value in (named | options).items() for w in (f"--{name}", value)]
        number = self.done("ticket", "new", "--subject", subject, *words, "--json").object["number"]
        assert isinstance(number, int)
        return number


@pytest.fixture
def say(
    tmp_path: Path,
    furnished: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> CommandLine:
    """The command line of the test shop (see `tests.desks.Shop`), as its administrator."""
    file = tmp_path / "desk.db"
    shutil.copy(furnished, file)
    return CommandLine(file, capsys, monkeypatch)
