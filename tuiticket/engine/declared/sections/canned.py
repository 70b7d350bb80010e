"""Canned replies: the answers that are given often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.commands.canned import LONGEST, PutCannedReply, RemoveCannedReply
from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.composed import Field, Table
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, How, Section, World
from tuiticket.engine.declared.shapes import WRONG, Key, Link, Shape, Words
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.people import Team
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.canned import check_template
from tuiticket.engine.rules.safetext import clean


@dataclass(frozen=True)
class Template(Shape):
    """The text of an answer, with variables in braces."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The text, cleaned."""
        body = clean(written).strip() if isinstance(written, str) else ""
        if not body or len(body) > LONGEST:
            faults.add(
                at,
                N_("This is no text of an answer."),
                N_("Write some words in quotes, up to {limit} characters."),
                limit=LONGEST,
            )
            return WRONG
        try:
            check_template(body)
        except BadInput as error:
            faults.take(at, error)
            return WRONG
        return body


class CannedReplies(Section):
    """The answers the shop keeps, by key."""

    name = "canned"
    help = N_("Canned replies, by a key of your own.")
    fields = (
        Field("name", Words(), N_("How it is called.")),
        Field("team", Link("teams"), N_("The team it is offered to; default: all.")),
        Field(
            "bodies",
            Table(Key(re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")), Template()),
            N_("Its text by language: en, zh; {customer}, {number}, {order} … are filled in."),
            needed=True,
        ),
    )
    removal = How.REMOVED

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The canned replies there are, as they are offered."""
        keys = {team.id: team.key for team in desk.find(Team)}
        kept = sorted(desk.find(CannedReply), key=lambda one: (one.position, one.id))
        return {
            one.key: {
                "name": one.name,
                "team": keys.get(one.team_id or 0),
                "bodies": dict(one.bodies),
            }
            for one in kept
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """It has a text in one language at least."""
        if facts.get("bodies") == {} and not any(fault.at[: len(at)] == at for fault in faults):
            faults.add((*at, "bodies"), N_("This is empty."), N_("Give it some words."))

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Keep it, edit it, or keep it no longer."""
        if alteration.how is How.REMOVED:
            yield RemoveCannedReply(key=alteration.key)
            return
        own = alteration.said()
        if "bodies" in own:
            own["bodies"] = dict.fromkeys(alteration.old.get("bodies", ()), "") | own["bodies"]
        yield PutCannedReply(key=alteration.key, **own)
