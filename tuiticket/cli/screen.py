"""Whether there is a terminal here that the console or the wall board can be painted on."""

from __future__ import annotations

import os
import sys

from tuiticket.engine.errors import N_, Refused

_CANNOT = ("dumb", "unknown")
"""Kinds of terminals whose cursor cannot be moved: an editor's shell, a build's log."""


def screen_here() -> bool:
    """Whether somebody sits at a terminal that can be painted on."""
    return _somebody_there() and _kind() not in _CANNOT


def need_screen() -> None:
    """Raise Refused where nothing can be painted on, saying why."""
    if not _somebody_there():
        raise Refused(N_("The console needs a terminal."), N_("See: tuiticket ticket list"))
    if _kind() in _CANNOT:
        raise Refused(
            N_("The console cannot be painted on a terminal that says TERM={kind}."),
            N_("If yours can do more, name it: TERM=xterm-256color tuiticket"),
            kind=_kind(),
        )


def _somebody_there() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _kind() -> str:
    return os.environ.get("TERM", "").lower()
