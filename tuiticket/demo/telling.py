"""Telling one story as what the people of the desk would have asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tuiticket.demo.casting import BY_HAND, Part, first_team
from tuiticket.demo.filling import tracking, words_for
from tuiticket.demo.happenings import Happening
from tuiticket.demo.scenes import Act, Turn
from tuiticket.demo.schedule import pickup
from tuiticket.demo.shop import Shop
from tuiticket.engine.commands.assignment import Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.customers import PutOrder
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.opening import LogCall, OpenTicket
from tuiticket.engine.model.order import Order, OrderState
from tuiticket.engine.model.people import Via
from tuiticket.engine.model.ticket import Channel, Priority, State

Knowledge = Mapping[tuple[str, str], int]
"""The article for a category in a language."""

CALLED_IN = frozenset({Channel.PHONE, Channel.WALK_IN})
"""Channels on which the customer is heard, and an agent writes down what they say."""

VIA = {Channel.MAIL: Via.MAIL, Channel.WEB: Via.WEB}
"""The way a customer comes in, where it is not the API."""

_REVIEWERS = ("emil", "alice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Billed:
    """A part with its ticket number, the instant it begins, and the order it is about."""

    number: int
    part: Part
    opened: datetime
    order: Order | None


def tell(billed: Billed, shop: Shop, knowledge: Knowledge) -> Iterator[Happening]:
    """Everything that has happened on one ticket so far, in order."""
    return _Telling(billed, shop, knowledge).happenings()


class _Telling:
    """A story being told: where it is in time, and in whose hands."""

    def __init__(self, billed: Billed, shop: Shop, knowledge: Knowledge) -> None:
        self.number, self.part, self.order = billed.number, billed.part, billed.order
        self.at = billed.opened
        self.shop = shop
        self.team = first_team(self.part.scene, shop)
        self.owner: str | None = None
        self.words = words_for(self.part, billed.opened, self.order)
        self.article = knowledge.get((self.part.scene.category, self.part.scene.language))

    def happenings(self) -> Iterator[Happening]:
        """Opening, turns, and who holds the ticket in the end."""
        scene, part = self.part.scene, self.part
        yield self._opening()
        for turn in scene.turns[1 : part.turns]:
            if turn.ours and self.owner is None:
                yield self._take(min(turn.after / 2, timedelta(minutes=8)))
            self.at += turn.after
            yield self._turn(turn)
        if self.owner is None and part.state is not State.NEW:
            if part.turns == 1:
                yield self._take(pickup(part))
            elif self.team not in BY_HAND:
                yield self._take(timedelta(minutes=8))
        if part.told and scene.becomes is not None and self.order is not None:
            yield self._order_becomes(scene.becomes)

    def _opening(self) -> Happening:
        scene, part = self.part.scene, self.part
        subject, body = self._fill(scene.subject), self._fill(scene.turns[0].text)
        contact = part.customer.contacts[0]
        number = self.order.number if self.order else None
        if part.channel in CALLED_IN:
            call = LogCall(
                contact=contact,
                subject=subject,
                body=body,
                kind=scene.kind,
                category=scene.category,
                priority=scene.priority,
                severity=scene.severity,
                channel=part.channel,
                order_number=number,
                team=scene.team,
                tags=scene.tags,
                seconds=60 + 2 * len(body),
                language=scene.language,
            )
            self.owner = part.owners[self.team]
            return self._staff(call, Take(ticket=self.number))
        return self._customer(
            OpenTicket(
                subject=subject,
                body=body,
                contact=contact,
                kind=scene.kind,
                category=scene.category,
                priority=scene.priority,
                severity=scene.severity,
                channel=part.channel,
                order_number=number,
                team=scene.team,
                tags=scene.tags,
                language=scene.language,
            )
        )

    def _turn(self, turn: Turn) -> Happening:
        text, number = self._fill(turn.text), self.number
        moved = [Move(ticket=number, to=turn.then)] if turn.then else []
        match turn.act:
            case Act.SAYS:
                return self._customer(Receive(ticket=number, body=text, channel=self._door()))
            case Act.REPLY:
                return self._staff(self._reply(text, turn.then))
            case Act.CALL if self.part.channel is Channel.PHONE:
                return self._staff(Reply(ticket=number, body=self._called(text, turn.minutes)))
            case Act.CALL:
                return self._staff(AddNote(ticket=number, body=self._called(text, turn.minutes)))
            case Act.NOTE:
                return self._staff(AddNote(ticket=number, body=text), *moved)
            case Act.WAIT:
                return self._staff(*moved)
            case Act.PRIORITY:
                return self._staff(Describe(ticket=number, priority=Priority[text.upper()]))
            case Act.TRANSFER:
                return self._transfer(text, self._fill((turn.why,)))
            case Act.REVIEW:
                asked = AddNote(ticket=number, body=f"{text}\n{self._fill((turn.why,))}")
                return self._staff(asked, Move(ticket=number, to=State.REVIEW))
            case Act.APPROVE:
                said = AddNote(ticket=number, body=text)
                return self._reviewer(said, Move(ticket=number, to=State.OPEN))
            case Act.SOLVE:
                how = AddNote(ticket=number, body=text)
                return self._staff(how, Move(ticket=number, to=State.SOLVED))

    def _reply(self, text: str, then: State | None) -> Reply:
        inserted, self.article = self.article, None
        articles = (inserted,) if inserted and self.number % 2 else ()
        return Reply(ticket=self.number, body=text, then=then, articles=articles)

    def _transfer(self, team: str, reason: str) -> Happening:
        handed = self._staff(Transfer(ticket=self.number, team=team, reason=reason))
        self.team, self.owner = team, None
        return handed

    def _take(self, after: timedelta) -> Happening:
        self.owner = self.part.owners[self.team]
        return replace(self._staff(Take(ticket=self.number)), at=self.at + after)

    def _order_becomes(self, state: OrderState) -> Happening:
        assert self.order is not None
        sent = state in (OrderState.SHIPPED, OrderState.DELIVERED)
        order = replace(
            self.order,
            state=state,
            tracking=tracking(self.order.number) if sent else self.order.tracking,
        )
        return self._customer(PutOrder(order=order, contact=self.part.customer.contacts[0]))

    def _door(self) -> Channel:
        """How the customer writes again: whoever rang or came by sends a text message."""
        return Channel.SMS if self.part.channel in CALLED_IN else self.part.channel

    def _called(self, text: str, minutes: int) -> str:
        if self.part.scene.language == "zh":
            return f"☎ 去电 {minutes} 分钟：{text}"
        return f"☎ Call, {minutes} min: {text}"

    def _fill(self, alternatives: tuple[str, ...]) -> str:
        text = alternatives[self.part.take % len(alternatives)]
        signed = self.shop.person(self.owner or self.part.owners[self.team]).sign
        return text.format_map({**self.words, "agent": signed[self.part.scene.language]})

    def _customer(self, *commands: Command) -> Happening:
        via = VIA.get(self.part.channel, Via.API)
        return Happening(at=self.at, who=None, via=via, commands=commands)

    def _staff(self, *commands: Command) -> Happening:
        return Happening(at=self.at, who=self.owner, via=Via.CONSOLE, commands=commands)

    def _reviewer(self, *commands: Command) -> Happening:
        who = next(login for login in _REVIEWERS if login != self.owner)
        return Happening(at=self.at, who=who, via=Via.CONSOLE, commands=commands)
