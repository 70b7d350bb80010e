"""The log in words: what each event says to a reader, in their language.

A sentence has no subject, for who acted stands beside it: "alice · took the ticket". Values of the
engine become labels, logins and keys become names where they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from tuiticket.assignment_words import hand_over_note, routing, widening
from tuiticket.engine.errors import N_
from tuiticket.engine.model.article import ArticleLinkKind
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState
from tuiticket.engine.model.duplicate import Ground
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.model.people import SYSTEM_LOGIN, Agent, Role, Team, Via
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.model.wave import MarkKind
from tuiticket.engine.rules.nouns import noun
from tuiticket.event_sentences import SENTENCES
from tuiticket.i18n import _, colon, language, listed
from tuiticket.wording import duration, label

E = TypeVar("E", bound=Enum)

_REASONS = (N_("customer wrote again"),)
"""Reasons the desk itself gives, in English in the log."""

_FIELDS: dict[str, str] = {
    "category_id": N_("category"),
    "kind": N_("kind"),
    "language": N_("language"),
    "order_number": N_("order"),
    "owner_id": N_("owner"),
    "priority": N_("priority"),
    "severity": N_("severity"),
    "state": N_("state"),
    "subject": N_("subject"),
    "tags": N_("tags"),
    "team_id": N_("team"),
}
"""Fields of a ticket that people speak of."""


def name_of(value: Team | Category) -> str:
    """The name of a team or category in the reader's language, as far as the shop gave one."""
    return value.name_zh if language() == "zh_CN" and value.name_zh else value.name


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind the logins, keys and ids of the log; what is missing is shown as it is."""

    agents: Mapping[int, Agent] = field(default_factory=dict)
    teams: Mapping[int, Team] = field(default_factory=dict)
    categories: Mapping[int, Category] = field(default_factory=dict)
    clocks: Mapping[int, Clock] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        agents: Iterable[Agent] = (),
        teams: Iterable[Team] = (),
        categories: Iterable[Category] = (),
        clocks: Iterable[Clock] = (),
    ) -> Names:
        """Names of all these."""
        return cls(
            {agent.id: agent for agent in agents},
            {team.id: team for team in teams},
            {category.id: category for category in categories},
            {clock.id: clock for clock in clocks},
        )

    def agent(self, login: str) -> str:
        """A member of the staff by name; the desk itself where nobody acted."""
        if login == SYSTEM_LOGIN:
            return _("the desk")
        return next((a.name for a in self.agents.values() if a.login == login), login)

    def team(self, key: str) -> str:
        """A team by name, in the reader's language."""
        return next((name_of(t) for t in self.teams.values() if t.key == key), key)

    def category(self, key: str) -> str:
        """A category by name, in the reader's language."""
        return next((name_of(c) for c in self.categories.values() if c.key == key), key)

    def field(self, name: str, value: Any) -> str:
        """One field of a ticket as the log keeps it, in words; a dash where there is nothing."""
        if value in (None, "", []):
            return "–"
        match name:
            case "owner_id" if value in self.agents:
                return self.agents[value].name
            case "team_id" if value in self.teams:
                return name_of(self.teams[value])
            case "category_id" if value in self.categories:
                return name_of(self.categories[value])
            case _ if name in _ENUMS:
                return _label(_ENUMS[name], value)
        return " ".join(value) if isinstance(value, list) else str(value)


NO_NAMES = Names()


def actor(event: Event, names: Names = NO_NAMES) -> str:
    """Who did it: a member of the staff by name, or the desk itself."""
    return names.agent(event.actor)


def through(event: Event) -> str:
    """By which way it reached the desk: the console, e-mail, a timer and so on."""
    return label(Via(event.via)) if event.via in set(Via) else event.via


def sentence(event: Event, names: Names = NO_NAMES) -> str:
    """What happened, in one line; the bare kind for an event a newer program wrote."""
    template = SENTENCES.get(event.kind)
    if template is None:
        return event.kind
    values = {name: _value(name, value, names) for name, value in event.data.items()}
    values["changes"] = listed(changes(event, names))
    values["acts"] = acts(event.data.get("kinds", ()))
    return _(template).format_map(_Filled(values)) + _further(event, names)


def acts(kinds: Iterable[str]) -> str:
    """What was done by events of these kinds, as nouns."""
    return listed(dict.fromkeys(_(noun(kind)) for kind in kinds))


def changes(event: Event, names: Names = NO_NAMES) -> tuple[str, ...]:
    """Which fields of the ticket became what: "priority normal → high"."""
    return tuple(f"{field} {change}" for field, change in _changed(event, names))


def _changed(event: Event, names: Names) -> Iterable[tuple[str, str]]:
    return (
        (_(_FIELDS[name]), f"{names.field(name, before)} → {names.field(name, after)}")
        for change in event.changes
        if _is_ticket(change)
        for name, (before, after) in change.fields.items()
        if name in _FIELDS
    )


def details(event: Event, names: Names = NO_NAMES) -> tuple[str, ...]:
    """What else changed with it: fields of the ticket, its clocks, and why this owner."""
    said = sentence(event, names)
    fields = (f"{field} {change}" for field, change in _changed(event, names) if change not in said)
    return (*fields, *_clock_changes(event, names), *considered(event, names))


def considered(event: Event, names: Names = NO_NAMES) -> tuple[str, ...]:
    """Why this owner: each member of the team the desk looked at, with load and verdict."""
    return tuple(
        f"{names.agent(one['login'])} {one['load']:g}/{one['capacity']}: {_(one['verdict'])}"
        for one in event.data.get("considered", ())
    )


def _clock_changes(event: Event, names: Names) -> Iterable[str]:
    """Clocks that started, stopped, paused or got another target: "first response: met"."""
    for change in event.changes:
        if change.entity != "Clock":
            continue
        clock = names.clocks.get(change.id)
        kind = change.fields["kind"][1] if "kind" in change.fields else clock and clock.kind
        name = _label(ClockKind, kind) if kind else _("clock")
        if "state" in change.fields:
            yield colon(name, _label(ClockState, change.fields["state"][1]))
        elif "target_s" in change.fields:
            before, after = change.fields["target_s"]
            yield colon(name, f"{duration(before)} → {duration(after)}")


def _is_ticket(change: Change) -> bool:
    return change.entity == "Ticket" and change.how is How.CHANGED


def _further(event: Event, names: Names) -> str:
    """What only some events of a kind have to add."""
    more = _FURTHER.get(event.kind)
    return more(event.data, names) if more else ""


def _articles(data: Mapping[str, Any], _names: Names) -> str:
    articles = [f"KB-{article}" for article in data.get("articles", ())]
    return " · " + listed(articles) if articles else ""


def _length(data: Mapping[str, Any], _names: Names) -> str:
    seconds = data.get("seconds")
    return " · " + duration(seconds) if seconds else ""


def _automatically(data: Mapping[str, Any], names: Names) -> str:
    if "considered" not in data:
        return ""
    return " · " + _("chosen from {team}").format(team=names.team(data.get("team", "")))


def _reopening(data: Mapping[str, Any], _names: Names) -> str:
    reason = _reason(data.get("reason", ""))
    return ": " + reason if reason else ""


def _cut_short(data: Mapping[str, Any], _names: Names) -> str:
    return " · " + _("only the new target made it so") if data.get("cut_short") else ""


def _mentions(data: Mapping[str, Any], names: Names) -> str:
    return "".join(f" · @{names.agent(login)}" for login in data.get("mentions", ()))


_FURTHER: dict[str, Callable[[Mapping[str, Any], Names], str]] = {
    "clock.breached": _cut_short,
    "contact.logged": _length,
    "message.sent": _articles,
    "note.added": _mentions,
    "ticket.assigned": _automatically,
    "ticket.handed-back": lambda data, _names: hand_over_note(data),
    "ticket.reopened": _reopening,
    "ticket.routed": lambda data, names: routing(data, names.team, names.category),
    "ticket.widened": lambda data, _names: widening(data),
}

_ENUMS: dict[str, type[Enum]] = {
    "article_link": ArticleLinkKind,
    "before": State,
    "channel": Channel,
    "clock": ClockKind,
    "ground": Ground,
    "kind": Kind,
    "level": Temper,
    "link": LinkKind,
    "mark": MarkKind,
    "priority": Priority,
    "role": Role,
    "severity": Severity,
    "state": State,
}


def _value(name: str, value: Any, names: Names) -> str:
    """One value an event carries, in words."""
    match name:
        case "owner" | "login" | "former":
            return names.agent(str(value))
        case "team":
            return names.team(str(value))
        case "category":
            return names.category(str(value))
        case "until":
            return str(value)[:16].replace("T", " ")
        case "reason":
            return _reason(str(value))
        case _ if name in _ENUMS:
            return _label(_ENUMS[name], value)
    return str(value)


def _label(kind: type[E], value: Any) -> str:
    """The label of a logged value; the value itself if this program does not know it."""
    known = next((member for member in kind if member.value == value), None)
    return str(value) if known is None else label(known)


def _reason(reason: str) -> str:
    """A reason as a person gave it, or as the desk did: "first-response 150 %"."""
    word, _space, rest = reason.partition(" ")
    if word in set(ClockKind):
        return f"{label(ClockKind(word))} {rest}"
    return _(reason) if reason in _REASONS else reason


class _Filled(dict[str, str]):
    """Values for a sentence; what an event does not carry is a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"
