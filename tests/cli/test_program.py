"""The root of the command line: its table of commands, the global options, help, completion."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator

import pytest
import typer
from rich.cells import cell_len

import tuiticket
from tests.cli.conftest import CommandLine
from tuiticket.cli.program import COMMANDS


def every_command() -> Iterator[tuple[str, ...]]:
    """All words that stand before a --help."""
    yield ()
    for name, (module, _summary) in COMMANDS.items():
        yield (name,)
        app = importlib.import_module(f"tuiticket.cli.{module}").app
        verbs = getattr(typer.main.get_command(app), "commands", {})
        yield from ((name, verb) for verb in verbs)


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_command_has_a_page_of_help_that_fits_a_terminal(
    say: CommandLine, words: tuple[str, ...], language: str
) -> None:
    page = say.done("--lang", language, *words, "--help").out
    assert " ".join(("tuiticket", *words)) in page
    assert "--json" in page
    assert max(map(cell_len, page.splitlines())) <= 80


def test_help_speaks_the_language_asked_for_wherever_it_is_asked(say: CommandLine) -> None:
    english = say.done("ticket", "--help").out
    assert "Commands:" in english
    for words in (
        ("--lang", "zh_CN", "ticket", "--help"),
        ("ticket", "--lang=zh_CN", "--help"),
        ("ticket", "--help", "--lang", "zh_CN"),
    ):
        page = say.done(*words).out
        assert "命令" in page
        assert "Commands:" not in page


def test_help_speaks_the_language_of_the_environment(
    say: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "命令" in say.done("--help").out


def test_the_version_is_that_of_the_package(say: CommandLine) -> None:
    assert say.done("--version").out == f"tuiticket {tuiticket.__version__}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["tikcet"], "Did you mean ticket?"),
        (["ticket", "lst"], "Did you mean list?"),
        (["ticket", "xyzzy"], "See: tuiticket ticket --help"),
        (["ticket"], "A command is missing."),
        (["--jason"], "There is no option --jason. Did you mean --json?"),
        (["ticket", "take", "--frobnicate", "1"], "There is no option --frobnicate."),
        (["ticket", "list", "--frobnicate"], "There is no option --frobnicate."),
        (["ticket", "take"], "NUMBER is missing."),
        (["ticket", "new", "--subject", "x"], "--customer is missing."),
        (["ticket", "note", "1", "--body"], "The option --body needs a value."),
        (["ticket", "take", "1", "--json=yes"], "The option --json takes no value."),
        (["tick", "now"], "That is more than the command takes: now."),
        (["ticket", "list", "--limit", "many"], "--limit is wrong"),
        (["--lang", "fr", "tick"], "There is no language “fr”. Use one of: en, zh_CN."),
        (["tick", "--lang", "fr"], "There is no language “fr”."),
    ],
)
def test_a_line_built_wrongly_is_told_in_one_line(
    say: CommandLine, words: list[str], told: str
) -> None:
    assert told in say.refused(*words)


def test_complaints_speak_the_language_asked_for(say: CommandLine) -> None:
    assert "There is" not in say.refused("tikcet", "--lang", "zh_CN")


def test_json_may_be_asked_for_before_and_after_the_command(say: CommandLine) -> None:
    number = say.ticket()
    for words in (
        ("--json", "ticket", "list"),
        ("ticket", "--json", "list"),
        ("ticket", "list", "--json"),
    ):
        assert say.done(*words).object["number"] == number


def test_the_shell_is_offered_commands_and_values(say: CommandLine) -> None:
    environment = {"_TUITICKET_COMPLETE": "complete_bash", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tuiticket"],
        env={"COMP_WORDS": "tuiticket ti", "PATH": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["ticket", "tick"]
