"""Queries kept under a name."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.commands.views import PutView, RemoveView
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.rules.views import FURTHER, VIEWS, View, counts, saved_views


def views(shop: Shop, login: str) -> list[View]:
    """The saved views of somebody."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        return list(saved_views(reading.all(SavedView), me.id))


def test_ones_own_are_seen_by_oneself_and_shared_ones_by_all(shop: Shop) -> None:
    shop.do(PutView(key="angry", name="Angry", query="类型:投诉 state:active"), by="alice")
    shop.do(PutView(key="calm", query="kind:enquiry", shared=True), by="lena")
    assert [(v.key, v.label, v.text) for v in views(shop, "alice")] == [
        ("calm", "calm", "kind:enquiry"),
        ("angry", "Angry", "kind:complaint state:active"),
    ]
    assert [v.key for v in views(shop, "bo")] == ["calm"]


def test_they_stand_in_their_order_and_are_edited_in_place(shop: Shop) -> None:
    for key in ("b", "a"):
        shop.do(PutView(key=key, query="state:new"))
    assert [v.key for v in views(shop, "alice")] == ["b", "a"]
    shop.do(PutView(key="a", position=0, name="First"))
    assert [(v.key, v.label) for v in views(shop, "alice")] == [("a", "First"), ("b", "b")]
    with pytest.raises(Refused, match="so already"):
        shop.do(PutView(key="a", position=0))
    shop.do(RemoveView(key="a"))
    assert [v.key for v in views(shop, "alice")] == ["b"]
    shop.do(Undo())
    assert [(v.key, v.label) for v in views(shop, "alice")] == [("a", "First"), ("b", "b")]


def test_two_people_may_use_one_key(shop: Shop) -> None:
    shop.do(PutView(key="x", query="state:new"), by="alice")
    shop.do(PutView(key="x", query="state:open"), by="bo")
    shop.do(PutView(key="x", query="state:review", shared=True), by="lena")
    assert [v.text for v in views(shop, "bo")] == ["state:review", "state:open"]
    shop.do(RemoveView(key="x"), by="alice")
    assert [v.text for v in views(shop, "bo")] == ["state:review", "state:open"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (PutView(key="x", query="kind:nothing"), BadInput),
        (PutView(key="x"), BadInput),
        (PutView(key="late", query="state:new"), BadInput),
        (PutView(key="snoozed", query="state:new"), BadInput),
        (PutView(key="X y", query="state:new"), BadInput),
        (PutView(key="x", query="state:new", shared=True), Refused),
        (RemoveView(key="x"), Unknown),
        (RemoveView(key="x", shared=True), Refused),
    ],
)
def test_what_is_wrong_is_refused(shop: Shop, wrong: Command, error: type[Exception]) -> None:
    with pytest.raises(error):
        shop.do(wrong)
    assert views(shop, "alice") == []


def test_the_desk_itself_has_none_of_its_own(shop: Shop) -> None:
    with pytest.raises(Refused, match="Only a member"):
        shop.desk.do(PutView(key="x", query="state:new"), by=ADMIN)


def test_what_depends_on_who_asks_is_personal(shop: Shop) -> None:
    for number, text in enumerate(
        ("owner:me", "-(state:new team:mine)", "is:unread", "owner:alice", "我的")
    ):
        shop.do(PutView(key=f"v{number}", query=text, shared=True), by="lena")
    assert [v.personal for v in views(shop, "bo")] == [True, True, True, False, False]


def test_a_query_of_a_newer_program_is_left_out() -> None:
    newer = SavedView(id=1, key="new", name="New", query="mood:sunny")
    fine = SavedView(id=2, key="fine", name="Fine", query="state:new")
    assert [view.key for view in saved_views([newer, fine], None)] == ["fine"]


def test_all_of_them_are_counted(shop: Shop) -> None:
    shop.open(team="logistics")
    shop.do(PutView(key="new", query="state:new"))
    with shop.desk.reading() as reading:
        me, now = reading.find(Agent, login="alice")[0], shop.desk.now()
        every = (*VIEWS, *FURTHER, *views(shop, "alice"))
        found = counts(lambda query, most: reading.count(query, me, now, most), every)
    assert {count.key: count.count for count in found if count.count} == {
        "unanswered": 1,
        "active": 1,
        "all": 1,
        "new": 1,
    }
