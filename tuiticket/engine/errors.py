"""What can go wrong at the desk, in words a person can act on.

Every error names what is wrong (`title`) and how to mend it (`mend`), as English templates with
named places for values. The engine marks the templates with `N_`; the edges (console, command line)
translate and fill them, so one error reads well in every language.
"""

from __future__ import annotations


def N_(template: str) -> str:  # noqa: N802 - gettext's customary name for "translate later"
    """Mark a template for translation and return it unchanged."""
    return template


class DeskError(Exception):
    """Something the desk will not or cannot do; nothing was changed.

    `title` and `mend` are templates, `values` what fills them, a tuple being a list of words.
    `exit_code` is what the command line ends with: 1 where it could not be done, 2 where the input
    is wrong.
    """

    exit_code = 1

    def __init__(self, title: str, mend: str = "", **values: object) -> None:
        super().__init__(title)
        self.title = title
        self.mend = mend
        self.values = values

    def __str__(self) -> str:
        values = {name: _in_a_row(value) for name, value in self.values.items()}
        return " ".join(part.format(**values) for part in (self.title, self.mend) if part)


def _in_a_row(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


class BadInput(DeskError):
    """The input itself is wrong: an unknown word, an empty field, a value out of range."""

    exit_code = 2


class Unknown(BadInput):
    """The thing named does not exist: a ticket number, a login, a team."""


class Refused(DeskError):
    """The person may not do this, or a rule of the desk forbids it now."""


class Stale(DeskError):
    """Someone else changed the ticket since it was read; look again before acting."""


class Unreadable(DeskError):
    """The file or database cannot be used as it is: not ours, too new, damaged."""

    exit_code = 2
