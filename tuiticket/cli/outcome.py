"""How a command line ends: the one place where errors become a line of words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from tuiticket import i18n
from tuiticket.cli.bare_line import options_alone
from tuiticket.cli.invocation import Invocation
from tuiticket.config import load_config
from tuiticket.engine.errors import DeskError
from tuiticket.engine.rules.safetext import one_line

DONE, FAILED, INTERRUPTED = 0, 1, 130
LONGEST = 2000
"""Characters of an error that are shown; a path or a query may be huge."""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; what goes wrong is told in one line on standard error."""
    i18n.switch(language_asked(arguments) or i18n.language_from_environment())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character gets its number, not a crash.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _carry_out(arguments)
        sys.stdout.flush()
        return status
    except DeskError as error:
        from tuiticket.wording import told

        return _complain(told(error), error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; what is still in the buffer must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _complain(f"{error.filename}: {reason}" if error.filename else reason, FAILED)


def _carry_out(arguments: Sequence[str]) -> int:
    config = load_config()
    if config.language and not language_asked(arguments):
        i18n.switch(config.language)
    said = Invocation(config, config.database, config.login)
    alone = options_alone(arguments)
    if alone is None:
        return _command(arguments, said)
    from tuiticket.cli.console import console

    said.database = alone.get("database", said.database)
    said.login = alone.get("login", said.login)
    return console(said)


def _command(arguments: Sequence[str], said: Invocation) -> int:
    import typer

    from tuiticket.cli.program import program

    command = typer.main.get_command(program)
    try:
        status = command.main(list(arguments), "tuiticket", standalone_mode=False, obj=said)
    except typer.TyperException as error:
        from tuiticket.cli.usage import wrong_usage

        return _complain(wrong_usage(error), error.exit_code)
    except typer.Abort:
        return INTERRUPTED
    return status if isinstance(status, int) else DONE


def language_asked(arguments: Sequence[str]) -> str | None:
    """The language a command line asks for, before it is read as a whole: --help must speak it.

    None where it asks for none we have; that is complained of when the line is read.
    """
    asked = None
    for word, following in pairwise([*arguments, ""]):
        if word == "--":
            break
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in i18n.LANGUAGES else None


def _complain(words: str, status: int) -> int:
    sys.stderr.write(f"tuiticket: {one_line(words, LONGEST)}\n")
    return status
