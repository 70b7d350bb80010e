"""Finding an action by its name, whether or not it has a key."""

from __future__ import annotations

from collections.abc import Iterable

from tuiticket.cells import fit
from tuiticket.i18n import _
from tuiticket.keymap import shown
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.here import Doable

NAMES = 15
"""Cells of the column with the actions' names."""


class Palette(Pick[Doable]):
    """Everything that can be done here, narrowed by what is typed. Gives the one picked."""

    DEFAULT_CSS = """
    Palette > Vertical { width: 80; }
    Palette ChoiceList { scrollbar-gutter: stable; }
    """

    def __init__(self, choices: Iterable[Doable]) -> None:
        super().__init__(_("What shall be done?"), map(_option, choices))


def _option(doable: Doable) -> Option[Doable]:
    action = doable.action
    label = f"{fit(_(action.label), NAMES)} {_(action.help)}"
    return Option(doable, label, shown(action.keys), action.id)
