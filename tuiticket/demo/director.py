"""The director: lays out a fortnight of the sample shop so that its desk stands right at `now`.

Pure and deterministic: the same instant and seed give the same play. Late tickets and those due
soon come out by construction, because each is opened at the instant its clock asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tuiticket.demo.articles import load_articles
from tuiticket.demo.casting import cast
from tuiticket.demo.happenings import Happening
from tuiticket.demo.orders import Sale, sales
from tuiticket.demo.ratings import rated
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.schedule import FORTNIGHT, openings
from tuiticket.demo.setting_up import FIRST_TICKET, going_live, setting_up
from tuiticket.demo.shop import Shop, load_shop
from tuiticket.demo.telling import Billed, Knowledge, tell
from tuiticket.demo.wave import made_room, wave
from tuiticket.engine.commands.customers import PutOrder
from tuiticket.engine.model.article import ArticleKind
from tuiticket.engine.model.people import Via

SEED = 2809
"""The play people get to see; chosen because all kinds and both languages are among the late."""

_BEFORE = timedelta(days=2)
"""How long before the first ticket the desk was set up."""


@dataclass(frozen=True, slots=True)
class Play:
    """A whole play: who appears in which ticket, and what happens, in order of time."""

    bill: tuple[Billed, ...]
    happenings: tuple[Happening, ...]


def direct(now: datetime, seed: int = SEED) -> Play:
    """The play that ends at `now` (UTC)."""
    now = now.replace(microsecond=0)
    rng = Random(seed)
    shop = load_shop()
    parts = cast(shop, load_scenes(), rng)
    opened = openings(parts, now, rng)
    sold = sales(shop, parts, opened, now, rng)
    gone = made_room(parts)
    for part, at in wave(shop, parts, now):
        parts.append(part)
        opened.append(at)
    orders = {sale.part: sale.order for sale in sold if sale.part is not None}
    there = (index for index in range(len(parts)) if index not in gone)
    by_time = sorted(there, key=lambda index: opened[index])
    bill = tuple(
        Billed(number=number, part=parts[i], opened=opened[i], order=orders.get(i))
        for number, i in enumerate(by_time, start=FIRST_TICKET)
    )
    start = now - FORTNIGHT - _BEFORE
    happenings = [*_selling(sold, start), *_telling(bill, shop), *rated(bill, now, seed)]
    happenings.sort(key=lambda happening: happening.at)
    first = Happening(at=start, who=None, via=Via.CLI, commands=tuple(setting_up(shop)))
    last = Happening(at=now, who=None, via=Via.CLI, commands=tuple(going_live(shop)))
    return Play(bill, (first, *happenings, last))


def _selling(sold: Sequence[Sale], start: datetime) -> Iterator[Happening]:
    """The orders as they come in; those older than the desk are imported at its start."""
    for sale in sold:
        put = PutOrder(order=sale.order, contact=sale.customer.contacts[0])
        at = max(start, sale.order.placed_at)
        yield Happening(at=at, who=None, via=Via.API, commands=(put,))


def _telling(bill: Sequence[Billed], shop: Shop) -> Iterator[Happening]:
    knowledge: Knowledge = {
        (page.category, page.language): number
        for number, page in enumerate(load_articles(), start=1)
        if page.kind is not ArticleKind.TRAINING
    }
    for billed in bill:
        yield from tell(billed, shop, knowledge)
