"""What every key does here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.i18n import _
from tuiticket.keymap import TITLES, shown
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.here import Doable
from tuiticket.widgets.help_page import HelpPage, Row, Section


class Help(Dialog[None]):
    """The keys of the screen below, made from the registry."""

    DEFAULT_CSS = """
    Help > Vertical { width: 92; height: auto; }
    Help HelpPage { height: auto; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,f1", "leave", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("ctrl+d,pagedown,space", "scroll(10)", show=False),
        Binding("ctrl+u,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-1000)", show=False),
        Binding("G,end", "scroll(1000)", show=False),
    ]

    def __init__(self, doable: Sequence[Doable]) -> None:
        super().__init__()
        self._doable = doable
        self.heading = _("Keys")
        self.foot = _("j k: scroll · esc leaves")

    def parts(self) -> Iterable[Widget]:
        """One page."""
        yield HelpPage(_sections(self._doable))

    def on_mount(self) -> None:
        """The page has the keys."""
        self.query_one(HelpPage).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(HelpPage).scroll_relative(y=by, animate=False)


def _sections(doable: Iterable[Doable]) -> list[Section]:
    """The actions by context; what is everywhere comes last."""
    listed = [one.action for one in doable]
    order = {context: place for place, context in enumerate(TITLES)}
    listed.sort(key=lambda action: order[action.context])
    grouped = groupby(listed, key=lambda action: action.context)
    return [
        Section(
            _(TITLES[context]),
            [Row(shown(a.keys) or "–", _(a.label), _(a.help)) for a in actions],
        )
        for context, actions in grouped
    ]
