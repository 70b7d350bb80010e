"""What can be picked for a ticket, in the words of the reader: people, teams, states and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.judgement import Judgement, Temper
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import Kind, Priority, State, Ticket
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.lifecycle import FOLLOWERS
from tuiticket.engine.rules.query import parse
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.event_words import name_of
from tuiticket.hint_words import because, usual
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option
from tuiticket.screens.on_ticket import OnTicket
from tuiticket.wording import label

LOOKED_THROUGH = 1_000
"""Tickets whose tags are offered."""

_AT_WORK = parse("state:active")

NOBODY = ""
"""Stands among logins for nobody: back into the team's queue."""


def agents(reading: Reading, me: Agent, number: int) -> list[Option[str]]:
    """Who may own a ticket, by login: those of its team first, then those with most room.

    `me` stands at the very top; at the end there is nobody.
    """
    people = [agent for agent in reading.all(Agent) if agent.role in WORKERS]
    loads = {load.agent_id: load for load in reading.loads([agent.id for agent in people])}
    near = _members(reading, number)

    def far(agent: Agent) -> tuple[bool, bool, bool, float]:
        load = loads[agent.id].weighed if agent.id in loads else 0.0
        return agent.id != me.id, agent.id not in near, not agent.available, load / agent.capacity

    def option(agent: Agent) -> Option[str]:
        carried = loads[agent.id].weighed if agent.id in loads else 0.0
        there = _("load {n} of {capacity}").format(n=f"{carried:g}", capacity=agent.capacity)
        detail = there if agent.available else _("away")
        return Option(agent.login, agent.name, detail, words=agent.login)

    queue = Option(NOBODY, _("nobody: back into the team’s queue"))
    return [*(option(agent) for agent in sorted(people, key=far)), queue]


def _members(reading: Reading, number: int) -> set[int]:
    """Ids of those in the team a ticket is with."""
    found = reading.find(Ticket, id=number)
    team_id = found[0].team_id if found else None
    return {one.agent_id for one in reading.find(Membership, team_id=team_id)}


def teams(reading: Reading) -> list[Option[str]]:
    """All teams, by key, with how many belong to each."""
    members = [membership.team_id for membership in reading.all(Membership)]
    return [
        Option(
            team.key,
            name_of(team),
            _("{n} people").format(n=members.count(team.id)),
            words=f"{team.key} {team.name}",
        )
        for team in reading.all(Team)
    ]


def states(now: Iterable[State]) -> list[Option[State]]:
    """The states that may follow those."""
    now = set(now)
    may = {state for before in now for state in FOLLOWERS[before]} - (
        now if len(now) == 1 else set()
    )
    return [Option(state, label(state), words=state.value) for state in State if state in may]


def priorities(
    reading: Reading, now: Priority | None, number: int | None = None
) -> list[Option[Priority]]:
    """All priorities, the highest first, with what speaks for one for the ticket of that number."""
    dossier = reading.dossier(number) if number is not None else None
    pressing = dossier.higher_priority if dossier else None
    why = {pressing.priority: because(pressing)} if pressing else {}
    return [
        Option(one, label(one), why.get(one, ""), words=one.name, now=one is now)
        for one in reversed(Priority)
    ]


def kinds(now: Kind | None = None) -> list[Option[Kind]]:
    """All kinds."""
    return [Option(one, label(one), words=one.value, now=one is now) for one in Kind]


def categories(reading: Reading, now: int | None = None) -> list[Option[Category]]:
    """The category tree, each branch with the path of names that leads to it.

    Marked is the one with the id `now`.
    """
    tree = sorted(reading.all(Category), key=lambda category: category.key)
    names = {category.key: name_of(category) for category in tree}
    return [
        Option(one, _path(one.key, names), one.key, words=one.name, now=one.id == now)
        for one in tree
    ]


def _path(key: str, names: dict[str, str]) -> str:
    parts = key.split("/")
    keys = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
    return " › ".join(names.get(one, part) for one, part in zip(keys, parts, strict=True))


def kinds_and_categories(
    reading: Reading, now: Kind, number: int | None = None
) -> Sequence[Option[Kind | Category]]:
    """Kinds, then categories, in one list: whichever is picked is set.

    Before them what is usual for tickets like the one of that number, and the categories that the
    desk proposes for it; marked is what it has.
    """
    dossier = reading.dossier(number) if number is not None else None
    here = dossier.ticket.category_id if dossier else None
    filing: list[Option[Kind | Category]] = [
        Option(one.value, one.label, _("kind"), one.words, one.now) for one in kinds(now)
    ]
    filing += [
        Option(one.value, one.label, one.detail, one.words, one.now)
        for one in categories(reading, here)
    ]
    why = suggested(dossier) if dossier else {}
    by = {_key(one.value): one for one in filing}
    first = [replace(by[key], detail=words) for key, words in why.items() if key in by]
    return [*first, *(one for one in filing if _key(one.value) not in why)]


def _key(value: Kind | Category) -> Kind | int:
    return value.id if isinstance(value, Category) else value


def suggested(dossier: Dossier) -> dict[Kind | int, str]:
    """What the desk would file a ticket under, each with why: a kind, then ids of categories."""
    habit, judged = dossier.other_kind, dossier.judgement
    words: dict[Kind | int, str] = (
        {habit.kind: _("kind, {usual}").format(usual=usual(habit))} if habit else {}
    )
    if judged is not None:
        words |= dict.fromkeys(judged.proposals, _("proposed"))
        if judged.proposals and judged.sure is not None:
            sure = _("proposed, {percent} % sure").format(percent=judged.sure)
            words[judged.proposals[0]] = sure
    return words


def tempers(reading: Reading, number: int) -> list[Option[Temper]]:
    """How a customer may feel, from mild to worst; marked how the desk read this ticket's."""
    judged = next(iter(reading.find(Judgement, ticket_id=number)), None)
    level = judged.level if judged is not None else None
    return [Option(one, label(one), words=one.value, now=one is level) for one in Temper]


def tags_in_use(reading: Reading, me: Agent, now: datetime) -> list[str]:
    """The tags on the tickets at work, the most used first."""
    return _most_used(tag for line in _at_work(reading, me, now) for tag in line.tags)


def customer_tags(
    reading: Reading, customer: Customer, me: Agent, now: datetime
) -> list[Option[str]]:
    """The tags of a customer, marked, then those of others who have tickets at work."""
    used = _most_used(tag for line in _at_work(reading, me, now) for tag in line.customer_tags)
    known = dict.fromkeys((*customer.tags, *used))
    return [Option(tag, tag, now=tag in customer.tags) for tag in known]


def _at_work(reading: Reading, me: Agent, now: datetime) -> Iterable[QueueLine]:
    return reading.lines(reading.queue(_AT_WORK, me, now)[:LOOKED_THROUGH])


def _most_used(tags: Iterable[str]) -> list[str]:
    return [tag for tag, _count in Counter(tags).most_common()]


def tags(known: Iterable[str], targets: Sequence[OnTicket]) -> list[Option[str]]:
    """The tags on some tickets, marked where all have them, then the others that are known."""
    here = dict.fromkeys(tag for one in targets for tag in one.tags)

    def option(tag: str) -> Option[str]:
        having = sum(tag in one.tags for one in targets)
        some = _("on {count} of {all}").format(count=having, all=len(targets))
        detail = some if 0 < having < len(targets) else ""
        return Option(tag, tag, detail, now=having == len(targets))

    return [option(tag) for tag in here | dict.fromkeys(known)]
