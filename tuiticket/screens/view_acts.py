"""Keeping what a list shows as a view, and changing the views that are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.views import PutView, RemoveView
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.rules.query import to_text
from tuiticket.engine.rules.views import BUILT_IN
from tuiticket.i18n import _
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.list_views import name_of_view
from tuiticket.screens.ticket_list import TicketList


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that can be done to a view: what it is called, and doing it."""

    label: str
    do: Callable[[SavedView], None]


class ViewActs(TicketList, DeskScreen[None]):
    """A list whose views can be kept, renamed, moved and removed."""

    def __init__(self) -> None:
        super().__init__()
        self._just_kept = ""

    def action_view_save(self) -> None:
        """Keep what is shown now, view, filter and order, under a name."""
        query = to_text(self.asked)

        def named(name: str | None) -> None:
            if name is not None:
                options = [Option(False, _("for me")), Option(True, _("for everybody"))]
                heading = _("For whom is “{view}”?").format(view=name)
                self.app.push_screen(Pick(heading, options), lambda shared: keep(name, shared))

        def keep(name: str, shared: bool | None) -> None:
            if shared is None:
                return
            key = key_for(name, {*BUILT_IN, *(view.key for view in self.saved)})
            self._just_kept = key
            said = _("Kept the view {name}").format(name=name)
            self.act(PutView(key=key, name=name, query=query, shared=shared), said=said)

        question = query + "\n\n" + _("What is it to be called?")
        self.app.push_screen(Ask(_("Keep as a view"), question, verb=_("keep the view")), named)

    def learn_views(self, saved: Iterable[SavedView]) -> None:
        """Show the view that was kept just now, with nothing filtered beyond it."""
        super().learn_views(saved)
        kept = [view for view in self.views if view.key == self._just_kept]
        if kept:
            self._just_kept = ""
            self.take_filter_away()
            self.show_view(kept[-1])

    def action_view_edit(self) -> None:
        """Rename, move or remove the view that is shown, or let it show something else."""
        view = self._kept()
        if view is None:
            self.host.complain(
                Refused(
                    N_("The view “{view}” is there on every desk."),
                    N_("Keep what it shows as a view of your own first."),
                    view=name_of_view(self.view),
                )
            )
            return
        changes = [
            Change(_("give it another name"), self._rename_view),
            Change(_("let it show what is filtered now"), self._narrow_view),
            Change(_("move it forward"), lambda view: self._move_view(view, -1)),
            Change(_("move it back"), lambda view: self._move_view(view, 1)),
            Change(_("remove it"), self._remove_view),
        ]
        options = [Option(change, change.label) for change in changes]

        def do(change: Change | None) -> None:
            if change is not None:
                change.do(view)

        self.app.push_screen(Pick(name_of_view(self.view), options), do)

    def _kept(self) -> SavedView | None:
        """The view that is shown as it is kept; one's own before everybody's."""
        mine = [view for view in self.saved if view.key == self.view.key]
        theirs = [view for view in mine if view.owner_id in (None, self.me.id)]
        theirs.sort(key=lambda view: view.owner_id is None)
        return theirs[0] if theirs and self.view.key not in BUILT_IN else None

    def _rename_view(self, view: SavedView) -> None:
        def named(name: str | None) -> None:
            if name is not None:
                self.act(_put(view, name=name), said=_("Renamed to {name}").format(name=name))

        question = _("What is it to be called?")
        self.app.push_screen(
            Ask(name_of_view(self.view), question, verb=_("rename"), typed=view.name), named
        )

    def _narrow_view(self, view: SavedView) -> None:
        said = _("{name} shows that now").format(name=view.name)
        put = _put(view, query=to_text(self.asked))
        self.act(put, said=said, then=lambda _outcome: self.take_filter_away())

    def _move_view(self, view: SavedView, by: int) -> None:
        """Change places with the one beside it, among those of the same people."""
        among = [one for one in self.saved if one.owner_id == view.owner_id]
        among.sort(key=lambda one: (one.position, one.id))
        place = among.index(view)
        to = max(0, min(place + by, len(among) - 1))
        among.insert(to, among.pop(place))
        moved = [
            _put(one, position=position)
            for position, one in enumerate(among, start=1)
            if one.position != position
        ]
        if moved:
            self.act(*moved, said=_("Moved {name}").format(name=view.name))

    def _remove_view(self, view: SavedView) -> None:
        remove: Command = RemoveView(key=view.key, shared=view.owner_id is None)
        self.act(remove, said=_("Removed the view {name}").format(name=view.name))


def _put(
    view: SavedView,
    *,
    name: str | None = None,
    query: str | None = None,
    position: int | None = None,
) -> PutView:
    shared = view.owner_id is None
    return PutView(key=view.key, name=name, query=query, position=position, shared=shared)


def key_for(name: str, taken: set[str]) -> str:
    """A key made from a name, unlike those that are taken; a number where it has no letters."""
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:30] or "view"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)
