"""A page of help: how a command is called, what it does, what it takes; plain text, by cells.

Typer's own pages would speak English only, and either break Chinese lines in the wrong place or
cost loading Rich.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import Any

from tuiticket.cells import fit
from tuiticket.engine.errors import N_
from tuiticket.i18n import _
from tuiticket.widgets.wrapping import wrap

WIDEST = 100
"""Columns beyond which lines are hard to read."""
WIDEST_NAME = 30
"""Columns of a name; the words for a longer one begin on the next line."""

TYPER_SAYS = (
    N_("Show this message and exit."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""Words that come from typer itself."""

Rows = Iterable[tuple[str, str]]


def page(command: Any, context: Any, commands: Rows = ()) -> str:
    """The help of a typer command or group; `commands` are those a group has, with what they do."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    parameters = [p for p in command.get_params(context) if not getattr(p, "hidden", False)]
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option"]
    usage = [context.command_path, *(_placed(argument) for argument in arguments)]
    usage += ["COMMAND …"] if commands else []
    usage += [_("[OPTIONS]")]
    parts = [
        [_("Usage: {line}").format(line=" ".join(usage))],
        wrap(in_words(command.help), width),
        _section(_("Commands"), commands, width),
        _section(_("Arguments"), ((name_of(p), _words(p)) for p in arguments), width),
        _section(_("Options"), ((_spelt(p), _words(p)) for p in options), width),
        wrap(in_words(command.epilog), width),
    ]
    return "\n\n".join("\n".join(part) for part in parts if any(part)) + "\n"


def in_words(text: str | None) -> str:
    """A help in the reader's language; nothing where there is none."""
    return _(text) if text else ""


def name_of(parameter: Any) -> str:
    """What a parameter is called: --body, or NUMBER where it has no dashes."""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper())


def _placed(argument: Any) -> str:
    several = "…" if argument.nargs != 1 else ""
    return (
        f"{name_of(argument)}{several}" if argument.required else f"[{name_of(argument)}{several}]"
    )


def _spelt(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    return ", ".join([*option.opts, *option.secondary_opts]) + value


def _words(parameter: Any) -> str:
    words = in_words(parameter.help)
    needed = parameter.required and parameter.param_type_name == "option"
    return f"{words} {_('[required]')}" if needed else words


def _section(title: str, rows: Rows, width: int) -> list[str]:
    rows = list(rows)
    if not rows:
        return []
    column = min(max(len(name) for name, _words in rows), WIDEST_NAME) + 2
    return [
        _("{title}:").format(title=title),
        *(line for row in rows for line in _row(*row, column, width)),
    ]


def _row(name: str, words: str, column: int, width: int) -> Iterator[str]:
    lines = wrap(words, max(20, width - column - 2))
    if len(name) + 2 > column:
        yield f"  {name}"
    else:
        yield f"  {fit(name, column)}{lines.pop(0)}".rstrip()
    yield from (" " * (column + 2) + line for line in lines)
