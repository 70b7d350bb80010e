"""`tuiticket routing`: the rules for which team a ticket goes to."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tuiticket.cli.assignment_shapes import routing_rule as shape
from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import ChannelOption, KindOption, choice, skill_of
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.engine.commands.routing_rules import PutRoutingRule, RemoveRoutingRule
from tuiticket.engine.errors import N_
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.wording import label

app = Noun(N_("The rules for which team a ticket goes to; the first that fits wins."))

SHAPE = N_(
    "With --json the rule: position, name, team, kind, category, keywords, order_state,"
    " customer_tag, channel, language, skill, level."
)
Name = Annotated[str, typer.Argument(metavar="NAME", help=N_("What the rule is called."))]


@app.verb("list", N_("List the rules in the order in which they are tried."), SHAPE)
def list_(context: typer.Context) -> None:
    """List the rules."""
    with at_desk(context) as at, at.reading() as reading:
        rules, teams = _rules(reading), _teams(reading)
    if at.json:
        for rule in rules:
            say_json(shape(rule, teams[rule.team_id]))
        return
    say_table(
        (_("No."), _("Rule"), _("Team"), _("Skill"), _("For")),
        [
            (
                str(rule.position),
                rule.name,
                teams[rule.team_id],
                f"{rule.skill}:{rule.skill_level}" if rule.skill else "",
                _asked(rule),
            )
            for rule in rules
        ],
    )


@app.verb("put", N_("Add a rule, or edit the one of that name: all it says."), SHAPE)
def put(
    context: typer.Context,
    name: Name,
    team: Annotated[str, typer.Option(metavar="TEAM", help=N_("Where its tickets go."))],
    position: Annotated[
        int | None, typer.Option(metavar="N", help=N_("When it is tried; default: last."))
    ] = None,
    kind: KindOption = None,
    category: Annotated[
        str | None, typer.Option(metavar="KEY", help=N_("A category, with all below it."))
    ] = None,
    keyword: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD", help=N_("A word it must hold; may be repeated: any of them.")),
    ] = None,
    order_state: Annotated[
        OrderState | None,
        choice("--order-state", {s.value: s for s in OrderState}, N_("how far its order has come")),
    ] = None,
    customer_tag: Annotated[
        str | None, typer.Option(metavar="TAG", help=N_("A tag of its customer."))
    ] = None,
    channel: ChannelOption = None,
    language: Annotated[
        str | None, typer.Option(metavar="LANG", help=N_("The customer's language, as zh."))
    ] = None,
    skill: Annotated[
        Any,
        typer.Option(
            "--skill",
            metavar="KEY:LEVEL",
            parser=skill_of,
            help=N_("What who gets it must know."),
        ),
    ] = None,
) -> None:
    """Put a rule."""
    intent = PutRoutingRule(
        name=name,
        team=team,
        position=position,
        kind=kind,
        category=category,
        keywords=tuple(keyword or ()),
        order_state=order_state,
        customer_tag=customer_tag,
        channel=channel,
        language=language,
        skill=skill.key if skill else None,
        skill_level=skill.level if skill else 1,
    )
    with at_desk(context) as at:
        at.do(intent)
        if not at.json:
            say(_("Set the rule “{rule}”.").format(rule=name))
            return
        with at.reading() as reading:
            teams = _teams(reading)
            for rule in reading.find(RoutingRule, name=name.strip()):
                say_json(shape(rule, teams[rule.team_id]))


@app.verb("remove", N_("Take rules away; their tickets stay where they are."))
def remove(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="NAME", help=N_("Names of rules."))],
) -> None:
    """Remove rules."""
    with at_desk(context) as at:
        at.do(*(RemoveRoutingRule(name=name) for name in names))
        if not at.json:
            say(*(_("Took the rule “{rule}” away.").format(rule=name) for name in names))


def _rules(reading: Reading) -> list[RoutingRule]:
    return sorted(reading.all(RoutingRule), key=lambda rule: (rule.position, rule.id))


def _teams(reading: Reading) -> dict[int, str]:
    return {team.id: team.key for team in reading.all(Team)}


def _asked(rule: RoutingRule) -> str:
    """What a rule asks of a ticket, in short."""
    words = [label(rule.kind)] if rule.kind else []
    words += [label(rule.channel)] if rule.channel else []
    words += [text for text in (rule.category, rule.customer_tag, rule.language) if text]
    words += [rule.order_state.value] if rule.order_state else []
    if rule.keywords:
        words.append("/".join(rule.keywords))
    return " · ".join(words) or _("all")
