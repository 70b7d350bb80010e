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
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.model.people import SYSTEM_LOGIN, Agent, Role, Team, Via
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.rules.nouns import noun
from tuiticket.i18n import _, language
from tuiticket.wording import duration, label

E = TypeVar("E", bound=Enum)

_SENTENCES: dict[str, str] = {
    "agent.added": N_("added the account {login} ({role})"),
    "agent.away": N_("{login} is away"),
    "agent.back": N_("{login} is back"),
    "agent.changed": N_("changed the account {login}"),
    "article.added": N_("wrote the article KB-{article}"),
    "article.changed": N_("changed the article KB-{article}"),
    "article.confirmed": N_("found the article KB-{article} still true"),
    "article.linked": N_("linked KB-{article} with KB-{other}: {article_link}"),
    "article.named": N_("gave the article KB-{article} the name {source}"),
    "article.removed": N_("removed the article KB-{article} “{title}”"),
    "article.restored": N_("gave the article KB-{article} wording {revision} back"),
    "article.unlinked": N_("took away the link between KB-{article} and KB-{other}"),
    "article.useful": N_("found the article KB-{article} useful"),
    "article.useless": N_("found the article KB-{article} of no use"),
    "calendar.added": N_("added the calendar {calendar}"),
    "calendar.changed": N_("edited the calendar {calendar}"),
    "calendar.removed": N_("removed the calendar {calendar}"),
    "canned.added": N_("kept the canned reply “{canned}”"),
    "canned.changed": N_("edited the canned reply “{canned}”"),
    "canned.removed": N_("removed the canned reply “{canned}”"),
    "category.added": N_("added the category {category}"),
    "classifier.rebuilt": N_("learned all categories again, from {texts} tickets"),
    "category.changed": N_("changed the category {category}"),
    "category.taught": N_("taught the desk the category {category}"),
    "clock.breached": N_("saw that it is late: {clock}"),
    "clock.escalated": N_("escalated: {clock} at {percent} % of its time"),
    "clock.recounted": N_("counted the clocks anew, for their calendar was edited"),
    "clock.reminded": N_("reminded: {clock} at {percent} % of its time"),
    "clock.retargeted": N_("counted the clocks by the policy “{policy}”"),
    "colleague.told": N_("told {login} something"),
    "contact.logged": N_("recorded a contact: {channel}"),
    "customer.added": N_("added a customer"),
    "customer.tagged": N_("changed the tags of a customer"),
    "desk.changed": N_("changed the settings of the desk"),
    "desk.set-up": N_("set up the desk “{name}”"),
    "mail.filed": N_("kept the mail as it came"),
    "mail.quarantined": N_("set a mail aside as unreadable: {fault}"),
    "message.automatic": N_("an automatic message came: {reason}"),
    "message.received": N_("the customer wrote"),
    "message.sent": N_("answered the customer"),
    "note.added": N_("added an internal note"),
    "order.added": N_("recorded the order {order}"),
    "order.changed": N_("changed the order {order}"),
    "policy.added": N_("added the policy {policy}"),
    "policy.changed": N_("edited the policy {policy}"),
    "policy.retired": N_("retired the policy {policy}"),
    "procedure.attached": N_("the steps of KB-{article} are taken on {category}"),
    "procedure.detached": N_("the steps of KB-{article} are no longer taken on {category}"),
    "procedure.ticked": N_("took the step: {step}"),
    "procedure.unticked": N_("did not take the step after all: {step}"),
    "result.accepted": N_("accepted the result"),
    "result.recorded": N_("recorded a result"),
    "result.rejected": N_("rejected the result: {reason}"),
    "routing.added": N_("added the routing rule “{rule}”"),
    "routing.changed": N_("changed the routing rule “{rule}”"),
    "routing.removed": N_("removed the routing rule “{rule}”"),
    "team.added": N_("set up the team {team}"),
    "team.changed": N_("changed the team {team}"),
    "team.joined": N_("{login} joined the team {team}"),
    "team.left": N_("{login} left the team {team}"),
    "ticket.accepted": N_("looked at the ticket for the first time"),
    "ticket.assigned": N_("assigned to {owner}"),
    "ticket.came-back": N_("saw that the matter of ticket {number} is back"),
    "ticket.described": N_("changed {changes}"),
    "ticket.escalated": N_("escalated it: {reason}"),
    "ticket.follow-up-due": N_("it is time to follow up"),
    "ticket.follow-up-set": N_("follow-up set for {until}"),
    "ticket.followed-up": N_("followed up"),
    "ticket.handed-back": N_("back from {owner}"),
    "ticket.linked": N_("linked with ticket {number}: {link}"),
    "ticket.merged": N_("merged it into ticket {into}"),
    "ticket.merged-in": N_("took up ticket {number}"),
    "ticket.moved": N_("set the state: {before} → {state}"),
    "ticket.needs-senior": N_("wants somebody senior, for it came back"),
    "ticket.not-accepted": N_("{owner} did not look at it in time: back into the queue"),
    "ticket.not-spam": N_("took it back from spam"),
    "ticket.opened": N_("opened the ticket: {channel}"),
    "ticket.passed-on": N_("passed on from {owner}, for it came back"),
    "ticket.queued": N_("waits in the queue of {team}: nobody could take it"),
    "ticket.raised": N_("raised the {changes}: {clock} at {percent} % of its time"),
    "ticket.released": N_("put it back into the team’s queue"),
    "ticket.reopened": N_("reopened the ticket"),
    "ticket.routed": N_("routed"),
    "ticket.snoozed": N_("snoozed it until {until}"),
    "ticket.spam": N_("marked it as spam"),
    "ticket.split": N_("split off ticket {number}"),
    "ticket.split-off": N_("split it off ticket {number}"),
    "tempers.rebuilt": N_("learned all tempers again, from {texts} tickets"),
    "temper.corrected": N_("said how the customer feels: {level}"),
    "ticket.thanked": N_("the customer only said thanks"),
    "ticket.stolen": N_("took it over from {former}: {reason}"),
    "ticket.taken": N_("took the ticket"),
    "ticket.transferred": N_("transferred to {team}: {reason}"),
    "ticket.unrelated": N_("said that it is another matter than ticket {number}"),
    "ticket.unlinked": N_("took away the link with ticket {number}"),
    "ticket.unwatched": N_("watches the ticket no more"),
    "ticket.watched": N_("watches the ticket"),
    "ticket.woken": N_("brought it back into the views"),
    "view.added": N_("kept the view “{view}”"),
    "view.changed": N_("edited the view “{view}”"),
    "view.removed": N_("removed the view “{view}”"),
    "desk.redone": N_("did again: {acts}"),
    "ticket.unrouted": N_("has no team yet: the leads were told"),
    "ticket.widened": N_("offered more widely"),
    "desk.undone": N_("undid: {acts}"),
}

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

_VIAS: dict[Via, str] = {
    Via.CONSOLE: N_("console"),
    Via.CLI: N_("command line"),
    Via.MAIL: N_("e-mail"),
    Via.TIMER: N_("timer"),
    Via.WEB: N_("web page"),
    Via.API: N_("API"),
}


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
    return _(_VIAS[Via(event.via)]) if event.via in set(Via) else event.via


def sentence(event: Event, names: Names = NO_NAMES) -> str:
    """What happened, in one line; the bare kind for an event a newer program wrote."""
    template = _SENTENCES.get(event.kind)
    if template is None:
        return event.kind
    values = {name: _value(name, value, names) for name, value in event.data.items()}
    values["changes"] = ", ".join(changes(event, names))
    values["acts"] = acts(event.data.get("kinds", ()))
    return _(template).format_map(_Filled(values)) + _further(event, names)


def acts(kinds: Iterable[str]) -> str:
    """What was done by events of these kinds, as nouns."""
    return ", ".join(dict.fromkeys(_(noun(kind)) for kind in kinds))


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
            yield f"{name}: {_label(ClockState, change.fields['state'][1])}"
        elif "target_s" in change.fields:
            before, after = change.fields["target_s"]
            yield f"{name}: {duration(before)} → {duration(after)}"


def _is_ticket(change: Change) -> bool:
    return change.entity == "Ticket" and change.how is How.CHANGED


def _further(event: Event, names: Names) -> str:
    """What only some events of a kind have to add."""
    more = _FURTHER.get(event.kind)
    return more(event.data, names) if more else ""


def _articles(data: Mapping[str, Any], _names: Names) -> str:
    articles = [f"KB-{article}" for article in data.get("articles", ())]
    return " · " + ", ".join(articles) if articles else ""


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
    "kind": Kind,
    "level": Temper,
    "link": LinkKind,
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
