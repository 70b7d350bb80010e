"""Casting: which story is played how often, by whom, about what, and how far it has come today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import TypeVar

from tuiticket.demo.rehearsal import stops
from tuiticket.demo.scenes import ANY, Act, Scene
from tuiticket.demo.shop import Customer, Product, Shop
from tuiticket.engine.model.ticket import LIVE, Channel, Kind, State

T = TypeVar("T")

TICKETS = {
    ("zh", Kind.SERVICE): 60,
    ("zh", Kind.ENQUIRY): 29,
    ("zh", Kind.COMPLAINT): 20,
    ("zh", Kind.REPAIR): 11,
    ("en", Kind.SERVICE): 40,
    ("en", Kind.ENQUIRY): 21,
    ("en", Kind.COMPLAINT): 10,
    ("en", Kind.REPAIR): 9,
}
"""How many tickets there are of each language and kind, but for the wave (see `wave`)."""

STATES = {
    State.REVIEW: 4,
    State.WAITING_THIRD: 8,
    State.NEW: 8,
    State.WAITING_CUSTOMER: 20,
    State.OPEN: 45,
    State.ARCHIVED: 15,
    State.CLOSED: 45,
    State.SOLVED: 55,
}
"""How many tickets stand where today but for the wave, the most choosy state first."""

BY_HAND = frozenset({"pre-sales", "finance"})
"""Teams whose members take their tickets themselves; elsewhere the desk hands out."""

SHORT = timedelta(hours=30)
"""Only stories this short are over long enough to lie in the archive of a fortnight-old desk."""

ENDED = frozenset({State.SOLVED, State.CLOSED, State.ARCHIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One ticket to be: a scene, told for the `take`-th time, with everything it needs.

    It is left after `turns` turns, in `state`. `owners` names who has it in each team it passes.
    """

    scene: Scene
    take: int
    channel: Channel
    customer: Customer
    product: Product
    quantity: int
    owners: dict[str, str]
    state: State = State.NEW
    turns: int = 0

    @property
    def told(self) -> bool:
        """Whether the story is told to its end."""
        return self.turns == len(self.scene.turns)


def cast(shop: Shop, scenes: Sequence[Scene], rng: Random) -> list[Part]:
    """All parts of the play, in no particular order."""
    busy: Counter[str] = Counter()
    parts = [_part(shop, scene, take, busy, rng) for scene, take in _deck(scenes, rng)]
    rng.shuffle(parts)
    placed: list[Part] = []
    for state, number in STATES.items():
        for part in _fitting(parts, state, number, {p.scene.id for p in placed}, shop):
            parts.remove(part)
            left_after = rng.choice(stops(part.scene, state, part.channel))
            placed.append(replace(part, state=state, turns=left_after))
    return placed


def _deck(scenes: Sequence[Scene], rng: Random) -> Iterable[tuple[Scene, int]]:
    """Scenes and takes for each language and kind: every scene once before any comes twice."""
    for (language, kind), number in TICKETS.items():
        fitting = [s for s in scenes if s.language == language and s.kind is kind]
        take = 0
        while number > 0:
            chosen = fitting if number >= len(fitting) else rng.sample(fitting, number)
            yield from ((scene, take) for scene in chosen)
            number -= len(chosen)
            take += 1


def _fitting(
    parts: Sequence[Part], state: State, number: int, on_stage: set[str], shop: Shop
) -> list[Part]:
    """The first parts that can be left in that state; no story is on today's queue twice."""
    found: list[Part] = []
    for part in parts:
        if len(found) == number:
            break
        if state not in ENDED and part.scene.id in on_stage | {p.scene.id for p in found}:
            continue
        if state is State.NEW and not _may_wait(part, shop):
            continue
        if state is State.ARCHIVED and part.scene.length(len(part.scene.turns)) > SHORT:
            continue
        if stops(part.scene, state, part.channel):
            found.append(part)
    return found


def _may_wait(part: Part, shop: Shop) -> bool:
    """Whether nobody need have it in hand yet: it was written, to a team that takes by hand."""
    return part.channel not in LIVE and first_team(part.scene, shop) in BY_HAND


def first_team(scene: Scene, shop: Shop) -> str:
    """The team a story's ticket lands with."""
    return scene.team or shop.team_of(scene.category)


def _part(shop: Shop, scene: Scene, take: int, busy: Counter[str], rng: Random) -> Part:
    channel = scene.channels[take % len(scene.channels)]
    customer = _least_busy(
        [c for c in shop.customers if _may_come(c, scene, channel)], busy, lambda c: c.name, rng
    )
    goods = [p for p in shop.products if ANY in scene.goods or p.tags & scene.goods]
    product = _least_busy(goods, busy, lambda p: p.sku, rng)
    busy.update((customer.name, product.sku))
    return Part(
        scene=scene,
        take=take,
        channel=channel,
        customer=customer,
        product=product,
        quantity=scene.qty[take % len(scene.qty)],
        owners=_owners(shop, scene, busy, rng),
    )


def _may_come(customer: Customer, scene: Scene, channel: Channel) -> bool:
    return (
        customer.language == scene.language
        and customer.business == scene.business
        and customer.reached_by(channel)
    )


def _owners(shop: Shop, scene: Scene, busy: Counter[str], rng: Random) -> dict[str, str]:
    passed = [turn.text[0] for turn in scene.turns if turn.act is Act.TRANSFER]
    owners: dict[str, str] = {}
    for team in (first_team(scene, shop), *passed):
        owners[team] = _least_busy(shop.members(team), busy, lambda p: p.login, rng).login
        busy[owners[team]] += 1
    return owners


def _least_busy(
    candidates: Sequence[T], busy: Counter[str], key: Callable[[T], str], rng: Random
) -> T:
    """One of the few who had least so far, so that nobody has it all and some come again."""
    ranked = sorted(candidates, key=lambda candidate: busy[key(candidate)])
    return rng.choice(ranked[: max(2, len(ranked) // 3)])
