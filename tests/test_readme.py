"""What the README says is so."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from tuiticket.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ tuiticket (\S.*)$", README, re.MULTILINE)

sys.path.insert(0, str(ROOT / "scripts"))
import readme  # noqa: E402


def test_the_keys_are_those_of_the_console() -> None:
    assert readme.with_table(README) == README, "run: python scripts/readme.py"


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_and_their_options_exist(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(line, comments=True)
    verbs = [word for word in words[:2] if re.fullmatch(r"[a-z]+", word)]
    assert main([*verbs, "--help"]) == 0
    told = capsys.readouterr().out
    for option in (word for word in words if word.startswith("--")):
        assert option in told, f"{' '.join(verbs)} has no {option}"
