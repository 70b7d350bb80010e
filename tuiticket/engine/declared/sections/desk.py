"""The desk itself: its name, its time zone, its mailboxes, what happens to solved tickets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.feeling import own_words
from tuiticket.engine.commands.judging import KEYWORD_LIMIT, STRONGEST, WeighWord
from tuiticket.engine.commands.setup import HOUR, MOST_WAVE, MOST_WEIGHT, ChangeSettings
from tuiticket.engine.declared.composed import Field, Many, Table
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, Layout, Section, World
from tuiticket.engine.declared.shapes import (
    Address,
    Choice,
    Link,
    Number,
    Phrase,
    Span,
    Switch,
    Weight,
    Words,
    Zone,
)
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.ports import Find

_NAMES = {
    "name": "name",
    "timezone": "zone",
    "language": "language",
    "mail_addresses": "mail_addresses",
    "close_after": "close_after_s",
    "archive_after": "archive_after_s",
    "hold": "hold_s",
    "waiting_weight": "waiting_weight",
    "tell_unrouted_after": "unrouted_s",
    "sticky": "sticky",
    "longest_break": "break_s",
    "rebound_within": "rebound_within_s",
    "duplicates_within": "duplicates_within_s",
    "wave_from": "wave_least",
    "wave_within": "wave_within_s",
}
"""The fields by what the desk calls them."""


class DeskItself(Section):
    """What the shop decided about its desk as a whole."""

    name = "desk"
    help = N_("The desk as a whole.")
    layout = Layout.ONE
    fields = (
        Field("name", Words(), N_("The shop's name.")),
        Field("timezone", Zone(), N_("Its time zone.")),
        Field("language", Choice({"en": "en", "zh_CN": "zh_CN"}), N_("Its language: en, zh_CN.")),
        Field("mail_addresses", Many(Address()), N_("The mailboxes of the shop's own."), ()),
        Field("close_after", Span(least=0), N_("How long after its solution a ticket is closed.")),
        Field("archive_after", Span(least=0), N_("How long after closing it is archived.")),
        Field("hold", Span(least=0), N_("How long an answer can be taken back before it leaves.")),
        Field(
            "kind_teams",
            Table(Choice.of(Kind), Link("teams", optional=False)),
            N_("The team a kind goes to where nothing says better."),
        ),
        Field(
            "weights",
            Table(Choice.of(Kind), Weight(0.25, MOST_WEIGHT)),
            N_("How much a ticket of a kind weighs on who has it; default: 1."),
        ),
        Field("waiting_weight", Weight(0, MOST_WEIGHT), N_("And while others have to act.")),
        Field(
            "tell_unrouted_after",
            Span(optional=True),
            N_('How long a ticket has no team before leads hear of it; "": never.'),
        ),
        Field("sticky", Switch(), N_("Whether a customer's matters stay with one person.")),
        Field("longest_break", Span(least=0), N_("A gap of a shift up to it is a break.")),
        Field(
            "rebound_within",
            Span(least=0),
            N_("How long after a solution a new ticket may be a rebound; 0: never."),
        ),
        Field(
            "temper_words",
            Table(Phrase(KEYWORD_LIMIT), Weight(-STRONGEST / 10, STRONGEST / 10)),
            N_("What the shop's own words tell of temper: 1 a complaint, 3 an insult, -1 content."),
        ),
        Field(
            "duplicates_within",
            Span(least=0),
            N_("How old a ticket may be to be told again by a new one; 0: none is."),
        ),
        Field(
            "wave_from",
            Number(0, MOST_WAVE),
            N_("How many customers with one thing make a sudden wave; 0: never."),
        ),
        Field("wave_within", Span(least=HOUR), N_("And in what time; up to a day.")),
    )

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The settings as they are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        found: dict[str, dict[str, Any]] = {}
        for settings in desk.find(Settings):
            found[""] = {
                **{name: getattr(settings, field) for name, field in _NAMES.items()},
                "weights": dict(settings.weights),
                "kind_teams": {kind: keys[id_] for kind, id_ in settings.kind_teams.items()},
                "temper_words": own_words(desk),
            }
        return found

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Words are weighed in tenths."""
        if "temper_words" in facts:
            weighed = facts["temper_words"].items()
            facts["temper_words"] = {word: round(weight, 1) for word, weight in weighed}

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Change them."""
        changed = alteration.changed()
        own = {field: changed[name] for name, field in _NAMES.items() if name in changed}
        if "unrouted_s" in own:
            own["unrouted_s"] = own["unrouted_s"] or 0
        for name, nothing in (("kind_teams", ""), ("weights", 1.0)):
            if name in changed:
                own[name] = dict.fromkeys(alteration.old[name], nothing) | changed[name]
        if own:
            yield ChangeSettings(**own)
        if "temper_words" in changed:
            yield from _weighing(alteration.old.get("temper_words", {}), changed["temper_words"])


def _weighing(before: Mapping[str, float], after: Mapping[str, float]) -> Iterator[Command]:
    """Weigh the words that weigh something else, and forget those that are gone."""
    for word in sorted(before.keys() - after.keys()):
        yield WeighWord(word=word, weight=None)
    for word, weight in after.items():
        if before.get(word) != weight:
            yield WeighWord(word=word, weight=weight)
