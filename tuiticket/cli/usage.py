"""What is wrong with how a command line is built, in one line of the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import typer

from tuiticket.cli.page import name_of
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _


def wrong_usage(error: typer.TyperException) -> str:
    """The fault typer found, and where to read how it is done.

    Typer makes only the base of its errors public; the kinds are told by their names.
    """
    context: Any = getattr(error, "ctx", None)
    fault = _fault(type(error).__name__, error)
    if context is None:
        return fault
    return f"{fault} {_('See: {command} --help').format(command=context.command_path)}"


def _fault(kind: str, error: Any) -> str:
    match kind:
        case "NoSuchOption":
            word, possible = error.option_name, error.possibilities or ()
            return _("There is no option {option}.").format(option=word) + did_you_mean(
                word, possible
            )
        case "MissingParameter" if error.param is not None:
            return _("{name} is missing.").format(name=name_of(error.param))
        case "BadOptionUsage" if "does not take" in error.message:
            return _("The option {option} takes no value.").format(option=error.option_name)
        case "BadOptionUsage":
            return _("The option {option} needs a value.").format(option=error.option_name)
        case "BadParameter" if error.param is not None:
            return _("{name} is wrong: {reason}.").format(
                name=name_of(error.param), reason=error.message.rstrip(".")
            )
        case "UsageError" if "extra argument" in error.message:
            words = error.message.rpartition("(")[2].removesuffix(")")
            return _("That is more than the command takes: {words}.").format(words=words)
        case "UsageError" if "Missing command" in error.message:
            return _("A command is missing.")
        case _:
            return str(error.format_message())


def did_you_mean(word: str, possible: Iterable[str]) -> str:
    """The nearest word there is, as a sentence to follow the complaint; nothing if none is near."""
    near = get_close_matches(word, list(possible), n=1)
    return " " + _("Did you mean {suggestion}?").format(suggestion=near[0]) if near else ""


def unknown_command(word: str, path: str, possible: Iterable[str]) -> BadInput:
    """The error for a command there is not."""
    near = get_close_matches(word, list(possible), n=1)
    return BadInput(
        N_("There is no command “{word}”."),
        N_("Did you mean {suggestion}?") if near else N_("See: {command} --help"),
        word=word,
        suggestion=near[0] if near else "",
        command=path,
    )
