"""`tuiticket canned`: answers that are given often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk, dossier_of
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import ticket_number, words_or_input
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import Json
from tuiticket.engine.commands.canned import PutCannedReply, RemoveCannedReply, canned_reply
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.people import Team
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.canned import VARIABLES, Filled, body_for, fill, values_for
from tuiticket.i18n import _

app = Noun(N_("Answers that are given often, with variables."))

SHAPE = N_("With --json the canned reply: key, name, bodies (by language), team, position, uses.")

Key = Annotated[str, typer.Argument(metavar="KEY", help=N_("Its key."))]


@app.verb("list", N_("List the canned replies, in their order."), SHAPE)
def list_(context: typer.Context) -> None:
    """List the canned replies."""
    with at_desk(context) as at, at.reading() as reading:
        known = sorted(reading.all(CannedReply), key=lambda one: (one.position, one.id))
        teams = {team.id: team.key for team in reading.all(Team)}
    if at.json:
        for one in known:
            say_json(_shape(one, teams))
        return
    say_table(
        (_("Key"), _("Languages"), _("Team"), _("Used"), _("Display name")),
        [
            (
                one.key,
                " ".join(one.bodies),
                teams.get(one.team_id or 0, ""),
                f"{one.uses}×",
                one.name,
            )
            for one in known
        ],
    )


@app.verb(
    "show",
    N_("Show a canned reply, filled in for a ticket if one is named."),
    N_(
        "With --json the canned reply: key, name, bodies, team, position, uses; with --for also"
        " text and unfilled."
    ),
)
def show(
    context: typer.Context,
    key: Key,
    number: Annotated[
        int | None,
        typer.Option("--for", metavar="NUMBER", parser=ticket_number, help=N_("A ticket.")),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="zh|en", help=N_("In which language; default: the customer's.")
        ),
    ] = None,
) -> None:
    """Show a canned reply."""
    with at_desk(context) as at, at.reading() as reading:
        found = canned_reply(reading, key)
        teams = {team.id: team.key for team in reading.all(Team)}
        filled = None if number is None else filled_for(at, reading, found, number, language)
    if at.json:
        more = {} if filled is None else {"text": filled.text, "unfilled": list(filled.unfilled)}
        say_json({**_shape(found, teams), **more})
    elif filled is not None:
        say(filled.text)
        for name in filled.unfilled:
            words = _("There is nothing for {variable}: {meaning}.")
            meaning = _(VARIABLES[name])
            typer.echo(words.format(variable=f"{{{name}}}", meaning=meaning), err=True)
    else:
        bodies = found.bodies if language is None else {language: body_for(found, language)}
        say(*(f"[{one}]\n{text}\n" for one, text in bodies.items()))


@app.verb(
    "put",
    N_(
        "Keep an answer under a key, or edit it, one language at a time.\n\nVariables stand in"
        " braces: {customer} {number} {subject} {order} {tracking} {agent} {team} {shop}. A brace"
        " itself is written twice."
    ),
    SHAPE,
)
def put(
    context: typer.Context,
    key: Key,
    body: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            parser=words_or_input,
            help=N_("The text; empty takes the language away; - reads standard input."),
        ),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="zh|en", help=N_("The language of the text."))
    ] = "en",
    name: Annotated[str | None, typer.Option(metavar="NAME", help=N_("How it is called."))] = None,
    team: Annotated[
        str | None,
        typer.Option(metavar="TEAM", help=N_("The team it is offered to; empty for all.")),
    ] = None,
    position: Annotated[
        int | None, typer.Option(metavar="N", help=N_("Its place in the list."))
    ] = None,
) -> None:
    """Keep or edit a canned reply."""
    if all(value is None for value in (body, name, team, position)):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--body --name --team --position",
        )
    bodies: Mapping[str, str] = {} if body is None else {language: body}
    intent = PutCannedReply(key=key, name=name, bodies=bodies, team=team, position=position)
    with at_desk(context) as at:
        at.do(intent)
        if not at.json:
            say(_("Kept the canned reply {key}.").format(key=key))
            return
        with at.reading() as reading:
            teams = {each.id: each.key for each in reading.all(Team)}
            say_json(_shape(canned_reply(reading, key.strip()), teams))


@app.verb("remove", N_("Remove a canned reply."))
def remove(context: typer.Context, key: Key) -> None:
    """Remove a canned reply."""
    with at_desk(context) as at:
        at.do(RemoveCannedReply(key=key))
        if not at.json:
            say(_("Removed the canned reply {key}.").format(key=key))


def filled_for(
    at: AtDesk, reading: Reading, canned: CannedReply, number: int, language: str | None = None
) -> Filled:
    """A canned reply as it would be sent on a ticket; raises Unknown for a ticket there is not."""
    dossier = dossier_of(reading, number)
    body = body_for(canned, language or dossier.ticket.language)
    return fill(body, values_for(dossier, at.me(reading), reading.settings()))


def _shape(one: CannedReply, teams: Mapping[int, str]) -> Json:
    return {
        "key": one.key,
        "name": one.name,
        "bodies": dict(one.bodies),
        "team": teams.get(one.team_id or 0),
        "position": one.position,
        "uses": one.uses,
    }
