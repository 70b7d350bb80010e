"""`tuiticket view`: queries kept under a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import query_of
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import Json
from tuiticket.engine.commands.views import PutView, RemoveView
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.query import to_text
from tuiticket.engine.rules.views import BUILT_IN, FURTHER, VIEWS, View, counts, saved_views
from tuiticket.i18n import _

app = Noun(N_("Queries kept under a name, your own and everybody's."))

Key = Annotated[str, typer.Argument(metavar="KEY", help=N_("Its key."))]
Shared = Annotated[bool, typer.Option("--shared", help=N_("For everybody, not only you."))]


@app.verb(
    "list",
    N_("List the views with how many tickets each holds."),
    N_("With --json one object a line: key, name, query, whose, count, capped."),
)
def list_(context: typer.Context) -> None:
    """List the views."""
    with at_desk(context) as at, at.reading() as reading:
        known = list(_known(reading, at.me(reading), at.desk.now()))
    if at.json:
        for one in known:
            say_json(one)
        return
    whose = {"desk": _("the desk"), "all": _("everybody"), "mine": _("yours")}
    say_table(
        (_("Key"), _("Tickets"), _("Whose"), _("Display name"), _("Query")),
        [
            (
                one["key"],
                f"{one['count']}{'+' if one['capped'] else ''}",
                whose[one["whose"]],
                one["name"],
                one["query"],
            )
            for one in known
        ],
    )


@app.verb(
    "put",
    N_(
        "Keep a query under a key, or edit the one there.\n\nFor example: tuiticket view put angry"
        " kind:complaint state:active 'sla:<1h' --name Burning"
    ),
    ignore_unknown_options=True,
)
def put(
    context: typer.Context,
    key: Key,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY", help=N_("Words and filters; see “tuiticket ticket filters”.")
        ),
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help=N_("How it is called."))] = None,
    position: Annotated[
        int | None, typer.Option(metavar="N", help=N_("Its place in the list."))
    ] = None,
    shared: Shared = False,
) -> None:
    """Keep or edit a view."""
    text = to_text(query_of(query)) if query else None
    intent = PutView(key=key, name=name, query=text, position=position, shared=shared)
    with at_desk(context) as at:
        at.do(intent)
        if not at.json:
            say(_("Kept the view {key}.").format(key=key))


@app.verb("remove", N_("Remove a view of yours, or with --shared one of everybody's."))
def remove(context: typer.Context, key: Key, shared: Shared = False) -> None:
    """Remove a view."""
    with at_desk(context) as at:
        at.do(RemoveView(key=key, shared=shared))
        if not at.json:
            say(_("Removed the view {key}.").format(key=key))


def view_at(reading: Reading, key: str, me: Agent | None) -> View:
    """A view by its key, one's own before everybody's; raises Unknown."""
    saved = saved_views(reading.all(SavedView), me.id if me else None)
    found = [view for view in (*VIEWS, *FURTHER, *saved) if view.key == key]
    if not found:
        raise Unknown(N_("There is no view “{view}”."), N_("See: tuiticket view list"), view=key)
    return found[-1]


def _known(reading: Reading, me: Agent | None, now: datetime) -> Iterator[Json]:
    """Yield each view; `whose` is desk, all or mine, `count` is capped where `capped` says so."""
    saved = reading.all(SavedView)
    shared = saved_views(saved, None)
    views = (*VIEWS, *FURTHER, *saved_views(saved, me.id if me else None))
    found = counts(lambda query, most: reading.count(query, me, now, most), views)
    for view, count in zip(views, found, strict=True):
        yield {
            "key": view.key,
            "name": _(view.label) if view.key in BUILT_IN else view.label,
            "query": view.text,
            "whose": "desk" if view.key in BUILT_IN else "all" if view in shared else "mine",
            "count": count.count,
            "capped": count.capped,
        }
