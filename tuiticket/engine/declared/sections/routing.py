"""Routing rules: which tickets go to which team."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.routing_rules import (
    MOST_KEYWORDS,
    WORD_LIMIT,
    PutRoutingRule,
    RemoveRoutingRule,
)
from tuiticket.engine.declared.composed import Field, Many
from tuiticket.engine.declared.section import (
    POSITION,
    Alteration,
    How,
    Layout,
    Section,
)
from tuiticket.engine.declared.shapes import Choice, Key, Language, Link, Number, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.ticket import Channel, Kind
from tuiticket.engine.ports import Find

_OWN = (
    "kind",
    "category",
    "keywords",
    "order_state",
    "customer_tag",
    "channel",
    "language",
    "skill",
    "skill_level",
)


class Routing(Section):
    """The rules by which tickets find their team; the first that fits wins."""

    name = "routing"
    help = N_("Where tickets go, in order: the first rule that fits names the team.")
    layout = Layout.ORDERED
    fields = (
        Field("team", Link("teams", optional=False), N_("The team."), needed=True),
        Field("kind", Choice.of(Kind), N_("Only for tickets of this kind.")),
        Field("category", Link("categories"), N_("Only for this category and those below it.")),
        Field(
            "keywords",
            Many(Words(WORD_LIMIT), most=MOST_KEYWORDS),
            N_("Only where one of these words stands in it."),
            (),
        ),
        Field("order_state", Choice.of(OrderState), N_("Only while its order is in this state.")),
        Field("customer_tag", Words(WORD_LIMIT), N_("Only for customers with this tag.")),
        Field("channel", Choice.of(Channel), N_("Only for what came in that way.")),
        Field("language", Language(WORD_LIMIT), N_("Only for customers of this language.")),
        Field("skill", Key(), N_("What who gets it must know.")),
        Field("skill_level", Number(1, 3), N_("How well: 1, 2, or 3 for senior."), 1),
    )
    whole = True
    removal = How.REMOVED
    key = Words()

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The rules there are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        rules = sorted(desk.find(RoutingRule), key=lambda rule: (rule.position, rule.id))
        return {
            rule.name: {
                POSITION: rule.position,
                "team": keys[rule.team_id],
                **{name: getattr(rule, name) for name in _OWN},
            }
            for rule in rules
        }

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Put it whole, or take it away."""
        if alteration.how is How.REMOVED:
            yield RemoveRoutingRule(name=alteration.key)
        else:
            yield PutRoutingRule(name=alteration.key, **alteration.new)
