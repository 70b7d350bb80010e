"""Keeping answers that are given often, and counting their use."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.canned import PutCannedReply, RemoveCannedReply
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.canned import CannedReply

HELLO = PutCannedReply(key="hello", name="Greeting", bodies={"en": "Hello {customer}"})


def known(shop: Shop) -> list[CannedReply]:
    """All canned replies."""
    with shop.desk.reading() as reading:
        return reading.find(CannedReply)


def test_one_is_kept_edited_by_language_and_removed(shop: Shop) -> None:
    shop.do(HELLO, by="lena")
    shop.do(PutCannedReply(key="hello", bodies={"zh": "您好"}, team="logistics"), by="lena")
    (canned,) = known(shop)
    assert canned.bodies == {"en": "Hello {customer}", "zh": "您好"}
    assert (canned.name, canned.team_id) == ("Greeting", 2)
    shop.do(PutCannedReply(key="hello", bodies={"en": ""}, team=""), by="lena")
    (canned,) = known(shop)
    assert (canned.bodies, canned.team_id) == ({"zh": "您好"}, None)
    shop.do(RemoveCannedReply(key="hello"), by="lena")
    assert known(shop) == []
    shop.do(Undo(), by="lena")
    assert [one.bodies for one in known(shop)] == [{"zh": "您好"}]


def test_each_new_one_stands_last(shop: Shop) -> None:
    for key in ("b", "a"):
        shop.do(PutCannedReply(key=key, bodies={"en": "x"}), by="lena")
    assert [(one.key, one.position) for one in known(shop)] == [("b", 1), ("a", 2)]


@pytest.mark.parametrize(
    "wrong",
    [
        PutCannedReply(key="hello"),
        PutCannedReply(key="hello", bodies={"en": "{nobody}"}),
        PutCannedReply(key="hello", bodies={"english!": "x"}),
        PutCannedReply(key="hello", bodies={"en": "x" * 20_001}),
        PutCannedReply(key="He llo", bodies={"en": "x"}),
        PutCannedReply(key="hello", bodies={"en": "x"}, team="nobody"),
        RemoveCannedReply(key="hello"),
    ],
)
def test_what_is_wrong_is_refused(shop: Shop, wrong: PutCannedReply | RemoveCannedReply) -> None:
    with pytest.raises(BadInput):
        shop.do(wrong, by="lena")
    assert known(shop) == []


def test_only_those_who_may_share_keep_them(shop: Shop) -> None:
    with pytest.raises(Refused, match="share"):
        shop.do(HELLO, by="alice")
    shop.do(HELLO, by="lena")
    with pytest.raises(Refused, match="so already"):
        shop.do(HELLO, by="lena")


def test_use_is_counted_and_uncounted(shop: Shop) -> None:
    shop.do(HELLO, by="lena")
    number = shop.open()
    shop.do(Reply(ticket=number, body="Hello Wang", canned=("hello", "hello")))
    assert known(shop)[0].uses == 1
    shop.do(Undo())
    assert known(shop)[0].uses == 0
    shop.do(Redo())
    assert known(shop)[0].uses == 1
    with pytest.raises(Unknown):
        shop.do(Reply(ticket=number, body="Hello", canned=("nobody",)))
