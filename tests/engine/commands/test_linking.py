"""Tickets tied together."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.linking import Link, Unlink
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import Refused, Unknown
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.rules.query import parse


def ends(shop: Shop, number: int) -> list[tuple[int, LinkKind, bool]]:
    """What a ticket shows of its links."""
    return [(to.line.id, to.kind, to.ours) for to in shop.dossier(number).linked]


def test_a_link_is_seen_from_both_sides(shop: Shop) -> None:
    one, two, three = (shop.open() for _ in range(3))
    shop.do(Link(ticket=one, other=two))
    shop.do(Link(ticket=three, other=one, kind=LinkKind.DUPLICATE))
    assert ends(shop, one) == [(two, LinkKind.RELATED, True), (three, LinkKind.DUPLICATE, False)]
    assert ends(shop, two) == [(one, LinkKind.RELATED, False)]
    assert ends(shop, three) == [(one, LinkKind.DUPLICATE, True)]
    assert shop.dossier(two).events[-1].kind == "ticket.linked"


def test_it_is_found_taken_away_from_either_side_undone_and_redone(shop: Shop) -> None:
    one, two = shop.open(), shop.open()
    shop.open()
    shop.do(Link(ticket=one, other=two))
    with shop.desk.reading() as reading:
        assert set(reading.queue(parse("has:link"), None, shop.desk.now())) == {one, two}
    shop.do(Unlink(ticket=two, other=one))
    assert ends(shop, one) == ends(shop, two) == []
    shop.do(Undo())
    assert len(ends(shop, one)) == len(ends(shop, two)) == 1
    shop.do(Redo())
    assert ends(shop, one) == []


def test_what_makes_no_sense_is_refused(shop: Shop) -> None:
    one, two = shop.open(), shop.open()
    with pytest.raises(Refused, match="itself"):
        shop.do(Link(ticket=one, other=one))
    with pytest.raises(Unknown):
        shop.do(Link(ticket=one, other=99))
    with pytest.raises(Refused, match="not linked"):
        shop.do(Unlink(ticket=one, other=two))
    shop.do(Link(ticket=one, other=two))
    with pytest.raises(Refused, match="linked already"):
        shop.do(Link(ticket=two, other=one, kind=LinkKind.DUPLICATE))
