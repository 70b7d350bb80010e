"""Keeping queries under a name: one's own, or for everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.drafts import myself
from tuiticket.engine.commands.keys import checked_key
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.rules.permissions import Permission, require
from tuiticket.engine.rules.query import parse, to_text
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.views import BUILT_IN
from tuiticket.engine.work import Work

NAME_LIMIT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PutView(Command):
    """Keep a query under a key, or edit the one there; None leaves a part as it is.

    It is one's own, or `shared` with everybody. It is checked, and kept in its canonical words.
    """

    key: str
    name: str | None = None
    query: str | None = None
    position: int | None = None
    shared: bool = False

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a wrong query or a key that is taken, Refused where all is so."""
        owner = _owner(work, shared=self.shared)
        key = checked_key(self.key, N_("key"))
        if key in BUILT_IN:
            raise BadInput(
                N_("The view “{view}” is there on every desk."), N_("Take another key."), view=key
            )
        theirs = work.tx.find(SavedView, owner_id=owner)
        known = [view for view in theirs if view.key == key]
        last = max((view.position for view in theirs), default=0)
        before = known[0] if known else _new(key, self.query, owner, last + 1)
        after = replace(
            before,
            name=before.name if self.name is None else one_line(self.name, NAME_LIMIT) or key,
            query=before.query if self.query is None else to_text(parse(self.query)),
            position=before.position if self.position is None else self.position,
        )
        if not known:
            work.add(after)
        elif after == before:
            raise Refused(N_("The view “{view}” is so already."), view=key)
        else:
            work.change(before, name=after.name, query=after.query, position=after.position)
        work.record("view.changed" if known else "view.added", view=key, shared=self.shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveView(Command):
    """Keep a query no longer: one's own, or one that is `shared`."""

    key: str
    shared: bool = False

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a view there is not."""
        owner = _owner(work, shared=self.shared)
        found = work.tx.find(SavedView, owner_id=owner, key=self.key)
        if not found:
            raise Unknown(
                N_("There is no view “{view}”."), N_("See: tuiticket view list"), view=self.key
            )
        work.remove(found[0])
        work.record("view.removed", view=self.key, shared=self.shared)


def _owner(work: Work, *, shared: bool) -> int | None:
    """Whose view it is; raises Refused for one who may not keep what all use."""
    if shared:
        require(work.actor, Permission.SHARE)
        return None
    return myself(work)


def _new(key: str, query: str | None, owner: int | None, position: int) -> SavedView:
    if query is None:
        raise BadInput(N_("A new view needs a query."), N_("Say what it is to show."))
    return SavedView(key=key, name=key, query="", position=position, owner_id=owner)
