"""The wave of the play: one bad batch, of which nine customers tell within three hours of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import islice

from tuiticket.demo.casting import Part, first_team
from tuiticket.demo.content import table
from tuiticket.demo.scenes import Scene, read_scene
from tuiticket.demo.shop import Customer, Shop
from tuiticket.engine.model.ticket import State

AGO = (338, 320, 301, 287, 262, 241, 218, 196, 178)
"""How many minutes ago each of them wrote."""

ASKED = 5
"""So many, the first, were asked for the batch; the others have told it and wait to hear more."""


def made_room(parts: Sequence[Part]) -> set[int]:
    """The indices of closed parts in the wave's language that are left out of the play for it.

    So there are as many tickets with it as there would be without.
    """
    language = _scene().language
    closed = (
        index
        for index, part in enumerate(parts)
        if part.state is State.CLOSED and part.scene.language == language
    )
    return set(islice(closed, len(AGO)))


def wave(shop: Shop, parts: Sequence[Part], now: datetime) -> list[tuple[Part, datetime]]:
    """The parts of the wave, each with the instant it begins; by those who came least so far."""
    scene = _scene()
    product = next(p for p in shop.products if p.tags & scene.goods)
    members = shop.members(first_team(scene, shop))
    return [
        (
            Part(
                scene=scene,
                take=take,
                channel=scene.channels[take % len(scene.channels)],
                customer=customer,
                product=product,
                quantity=1,
                owners={first_team(scene, shop): members[take % len(members)].login},
                state=State.WAITING_CUSTOMER if take < ASKED else State.OPEN,
                turns=2 if take < ASKED else 3,
            ),
            now - timedelta(minutes=ago),
        )
        for take, (ago, customer) in enumerate(zip(AGO, _who(shop, parts, scene), strict=False))
    ]


def _who(shop: Shop, parts: Sequence[Part], scene: Scene) -> list[Customer]:
    came = Counter(part.customer.name for part in parts)
    reached = [
        one
        for one in shop.customers
        if one.language == scene.language
        and one.business is scene.business
        and all(one.reached_by(channel) for channel in scene.channels)
    ]
    return sorted(reached, key=lambda one: came[one.name])


@cache
def _scene() -> Scene:
    return read_scene(table("wave.toml")["scene"])
