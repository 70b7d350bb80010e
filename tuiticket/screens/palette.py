"""Finding an action by its name, whether or not it has a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual import on
from textual.widget import Widget

from tuiticket.cells import fit
from tuiticket.i18n import _
from tuiticket.keymap import shown
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.here import Doable
from tuiticket.widgets.choice_list import ChoiceList
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap


class Palette(Pick[Doable]):
    """Everything that can be done here, narrowed by what is typed. Gives the one picked.

    Below the list stands all that is to be said of the one under the cursor.
    """

    DEFAULT_CSS = """
    Palette > Vertical { width: 120; max-width: 100%; }
    Palette ChoiceList { scrollbar-gutter: stable; }
    Palette Lines { border-top: solid $rule; min-height: 2; }
    """

    def __init__(self, choices: Iterable[Doable]) -> None:
        doable = list(choices)
        names = max(cell_len(_(one.action.label)) for one in doable)
        super().__init__(_("What shall be done?"), (_option(one, names) for one in doable))

    def parts(self) -> Iterable[Widget]:
        """The list, and what the action under the cursor does."""
        yield from super().parts()
        yield Lines(self._help)

    @on(ChoiceList.Moved)
    def _moved(self) -> None:
        self.query_one(Lines).renew()

    def _help(self, width: int) -> Iterator[Line]:
        if self.list.value is not None:
            yield from (line(Piece(row)) for row in wrap(_(self.list.value.action.help), width))


def _option(doable: Doable, names: int) -> Option[Doable]:
    action = doable.action
    label = fit(_(action.label), names + 1)
    return Option(doable, label, shown(action.keys), action.id, more=_(action.help))
