"""Views: the queries everybody has at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.views import NAME_LIMIT, PutView, RemoveView
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, How, Section, World
from tuiticket.engine.declared.shapes import WRONG, Shape, Words
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.query import parse, to_text
from tuiticket.engine.rules.views import BUILT_IN

LONGEST_QUERY = 2000


@dataclass(frozen=True)
class QueryText(Shape):
    """A query in words."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The query in its canonical words."""
        line = Words(LONGEST_QUERY, optional=True).read(written, at, faults)
        if line is WRONG:
            return WRONG
        try:
            return to_text(parse(line))
        except BadInput as error:
            faults.take(at, error)
            return WRONG


class Views(Section):
    """The views of the shop, by key; what people keep for themselves is theirs alone."""

    name = "views"
    help = N_("Views everybody has, by a key of your own.")
    fields = (
        Field("name", Words(NAME_LIMIT), N_("How it is called.")),
        Field("query", QueryText(), N_("What it shows, as in: ticket list QUERY."), needed=True),
    )
    removal = How.REMOVED

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The shared views there are, in their order."""
        shared = desk.find(SavedView, owner_id=None)
        return {
            view.key: {"name": view.name, "query": view.query}
            for view in sorted(shared, key=lambda view: (view.position, view.id))
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Its key is not one that every desk has."""
        if at[-1] in BUILT_IN:
            faults.add(
                at,
                N_("The view “{view}” is there on every desk."),
                N_("Take another key."),
                view=at[-1],
            )

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Keep it, edit it, or keep it no longer."""
        if alteration.how is How.REMOVED:
            yield RemoveView(key=alteration.key, shared=True)
        else:
            yield PutView(key=alteration.key, shared=True, **alteration.changed())
