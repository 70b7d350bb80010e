"""`tuiticket category`: the category tree."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import skill_of
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import category as shape
from tuiticket.engine.commands.categories import AddCategory, category_at
from tuiticket.engine.commands.judging import SetKeywords
from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Keyword
from tuiticket.engine.model.people import Team
from tuiticket.event_words import name_of
from tuiticket.i18n import _, listed

app = Noun(N_("The category tree."))

SHAPE = N_("With --json the category: key, name, name_zh, team, skill, level.")


@app.verb("add", N_("Add a branch to the tree."), SHAPE)
def add(
    context: typer.Context,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help=N_("Its path, such as after-sales/refund."))
    ],
    name: Annotated[str, typer.Option(metavar="NAME", help=N_("How it is called."))] = "",
    name_zh: Annotated[
        str, typer.Option(metavar="NAME", help=N_("How it is called in Chinese."))
    ] = "",
    team: Annotated[
        str | None,
        typer.Option(metavar="TEAM", help=N_("Who gets its tickets; default: as above it.")),
    ] = None,
    skill: Annotated[
        Any,
        typer.Option(
            "--skill",
            metavar="KEY:LEVEL",
            parser=skill_of,
            help=N_("What who gets its tickets must know."),
        ),
    ] = None,
) -> None:
    """Add a category."""
    with at_desk(context) as at:
        at.do(
            AddCategory(
                key=key,
                name=name,
                name_zh=name_zh,
                team=team,
                skill=skill.key if skill else None,
                skill_level=skill.level if skill else 1,
            )
        )
        if at.json:
            with at.reading() as reading:
                say_json(shape(reading.find(Category, key=key.strip())[0], team))
        else:
            say(_("Added the category {category}.").format(category=key))


@app.verb("list", N_("List the tree, each branch with its team."), SHAPE)
def list_(context: typer.Context) -> None:
    """List the categories."""
    with at_desk(context) as at, at.reading() as reading:
        teams = {team.id: team.key for team in reading.all(Team)}
        branches = sorted(reading.all(Category), key=lambda branch: branch.key)
    if at.json:
        for branch in branches:
            say_json(shape(branch, teams.get(branch.team_id or 0)))
        return
    say_table(
        (_("Category"), _("Display name"), _("Team")),
        [(b.key, name_of(b), teams.get(b.team_id or 0, "")) for b in branches],
    )


@app.verb(
    "keywords",
    N_("Set the words that speak for a category; without any, show them."),
    N_("With --json one object: category, keywords."),
)
def keywords(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help=N_("A path in the category tree."))],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help=N_("Words or phrases."))
    ] = None,
    none: Annotated[bool, typer.Option("--none", help=N_("Take all its words away."))] = False,
) -> None:
    """Set or show a category's keywords."""
    with at_desk(context) as at:
        if words or none:
            at.do(SetKeywords(category=key, words=tuple(words or ())))
        with at.reading() as reading:
            category = category_at(reading, key)
            known = [each.word for each in reading.find(Keyword, category_id=category.id)]
    if at.json:
        say_json({"category": category.key, "keywords": known})
    else:
        say(listed(known) or _("It has no keywords."))
