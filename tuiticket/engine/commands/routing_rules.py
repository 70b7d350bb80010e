"""The shop's rules for where tickets go: setting them in order, and taking them away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.keys import checked_key, checked_level
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.ticket import Channel, Kind
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

NAME_LIMIT = 100
WORD_LIMIT = 60
MOST_KEYWORDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRoutingRule(Command):
    """Add a rule, or edit the one of that name; `team` and `category` are keys.

    Without a `position` a new rule is tried last, and one that is edited where it was.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    name: str
    team: str
    position: int | None = None
    kind: Kind | None = None
    category: str | None = None
    keywords: tuple[str, ...] = ()
    order_state: OrderState | None = None
    customer_tag: str | None = None
    channel: Channel | None = None
    language: str | None = None
    skill: str | None = None
    skill_level: int = 1

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a field that makes no sense, Refused where the rule is so already."""
        name = required(one_line(self.name, NAME_LIMIT), N_("name"))
        known = work.tx.find(RoutingRule, name=name)
        before = known[0] if known else None
        position = self._position(work, before)
        wanted = RoutingRule(
            id=before.id if before else 0,
            name=name,
            position=position,
            team_id=work.team(self.team).id,
            kind=self.kind,
            category=category_at(work.tx, self.category).key if self.category else None,
            keywords=_keywords(self.keywords),
            order_state=self.order_state,
            customer_tag=one_line(self.customer_tag or "", WORD_LIMIT) or None,
            channel=self.channel,
            language=one_line(self.language or "", WORD_LIMIT) or None,
            skill=checked_key(self.skill, N_("skill")) if self.skill else None,
            skill_level=checked_level(self.skill_level),
        )
        if before == wanted:
            raise Refused(N_("The routing rule “{rule}” is so already."), rule=name)
        if before is None:
            work.add(wanted)
        else:
            fields = {n: getattr(wanted, n) for n in RoutingRule.__dataclass_fields__ if n != "id"}
            work.change(before, **fields)
        work.record("routing.added" if before is None else "routing.changed", rule=name)

    def _position(self, work: Work, before: RoutingRule | None) -> int:
        if self.position is not None:
            if self.position < 1:
                raise BadInput(
                    N_("A rule has no position {position}."),
                    N_("Count from 1; the lowest is tried first."),
                    position=self.position,
                )
            return self.position
        if before is not None:
            return before.position
        return max((rule.position for rule in work.tx.find(RoutingRule)), default=0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRoutingRule(Command):
    """Take a rule away; tickets it brought to a team stay there."""

    permission: ClassVar[Permission] = Permission.SET_UP

    name: str

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a rule there is not."""
        found = work.tx.find(RoutingRule, name=self.name.strip())
        if not found:
            raise Unknown(
                N_("There is no routing rule “{rule}”."),
                N_("See: tuiticket routing list"),
                rule=self.name,
            )
        work.remove(found[0])
        work.record("routing.removed", rule=found[0].name)


def _keywords(words: tuple[str, ...]) -> tuple[str, ...]:
    """Keywords on one line each, none twice; raises BadInput for an empty one or far too many."""
    if len(words) > MOST_KEYWORDS:
        raise BadInput(
            N_("A rule takes up to {most} keywords."), N_("Make it two rules."), most=MOST_KEYWORDS
        )
    cleaned = (required(one_line(word, WORD_LIMIT), N_("keyword")) for word in words)
    return tuple(dict.fromkeys(cleaned))
