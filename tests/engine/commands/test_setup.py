"""People, teams, categories, articles, drafts: what a desk is furnished with."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.commands.categories import AddCategory
from tuiticket.engine.commands.customers import AddCustomer
from tuiticket.engine.commands.drafts import SaveDraft, SeeNotices
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeAgent, Join
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.people import Agent, Draft, DraftKind, Membership, Notice, Role
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind, Priority


def test_a_desk_is_set_up_once(shop: Shop) -> None:
    with pytest.raises(Refused, match="already"):
        shop.desk.do(SetUp(settings=Settings(name="Again")), by=ADMIN)


def test_only_an_administrator_changes_the_set_up(shop: Shop) -> None:
    for login in ("alice", "lena", "wall"):
        with pytest.raises(Refused):
            shop.do(AddTeam(key="new"), by=login)
    shop.do(AddTeam(key="new"), by="ada")


@pytest.mark.parametrize(
    "command",
    [
        AddAgent(login="alice"),
        AddAgent(login="Al Ice"),
        AddAgent(login=""),
        AddAgent(login="x", capacity=0),
        AddAgent(login="x", teams=("nobody",)),
        AddTeam(key="logistics"),
        AddTeam(key="a/b"),
        AddCategory(key="logistics", name="x"),
        AddCategory(key=" ", name="x"),
        ChangeAgent(login="nobody", name="x"),
        AddCustomer(name="x", contacts=()),
        AddCustomer(name="x", contacts=("not a contact",)),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(shop: Shop, command: AddAgent) -> None:
    with pytest.raises(BadInput):
        shop.do(command, by="ada")


def test_people_join_and_leave_teams(shop: Shop) -> None:
    shop.do(Join(login="alice", team="logistics"), by="ada")
    with pytest.raises(Refused):
        shop.do(Join(login="alice", team="logistics"), by="ada")
    shop.do(Join(login="alice", team="logistics", leave=True), by="ada")
    with shop.desk.reading() as reading:
        alice = next(a for a in reading.all(Agent) if a.login == "alice")
        assert len(reading.find(Membership, agent_id=alice.id)) == 1
        assert alice.role is Role.AGENT


def test_an_article_imported_again_changes_only_if_it_differs(shop: Shop) -> None:
    put = PutArticle(title="T", body="B", source="t.md")
    assert shop.do(put).events
    assert not shop.do(put).events
    assert shop.do(PutArticle(title="T", body="B2", source="t.md")).events
    shop.do(EditArticle(article=1, title="T2"))
    with shop.desk.reading() as reading:
        [article] = reading.all(Article)
    assert (article.title, article.body) == ("T2", "B2")
    with pytest.raises(BadInput, match="title"):
        shop.do(EditArticle(article=1, title=""))
    with pytest.raises(Unknown):
        shop.do(EditArticle(article=2, title="x"))


def test_an_articles_earlier_wording_stands_in_the_log(shop: Shop) -> None:
    shop.do(PutArticle(title="T", body="old words"))
    outcome = shop.do(EditArticle(article=1, body="new words"))
    assert outcome.events[0].changes[0].fields["body"] == ["old words", "new words"]


def test_a_draft_is_kept_apart_from_the_log_and_gone_when_empty(shop: Shop) -> None:
    number = shop.open()
    for body in ("Dear", "Dear customer", ""):
        outcome = shop.do(SaveDraft(ticket=number, kind=DraftKind.REPLY, body=body))
        assert outcome.events == ()
        with shop.desk.reading() as reading:
            assert [d.body for d in reading.find(Draft)] == ([body] if body else [])


def test_a_notice_stays_until_it_was_seen(shop: Shop) -> None:
    shop.open(kind=Kind.COMPLAINT, by="chen")
    with shop.desk.reading() as reading:
        [notice] = reading.find(Notice, seen_at=None)
    shop.do(SeeNotices(up_to=notice.id), by="alice")
    with shop.desk.reading() as reading:
        assert reading.find(Notice, seen_at=None) == []


def test_describing_a_ticket_as_it_is_already_is_refused(shop: Shop) -> None:
    number = shop.open()
    shop.do(Describe(ticket=number, kind=Kind.REPAIR, priority=Priority.LOW, tags=("a", "a")))
    ticket = shop.ticket(number)
    assert (ticket.kind, ticket.priority, ticket.tags) == (Kind.REPAIR, Priority.LOW, ("a",))
    with pytest.raises(Refused, match="so already"):
        shop.do(Describe(ticket=number, kind=Kind.REPAIR))
    with pytest.raises(BadInput):
        shop.do(Describe(ticket=number, subject=" "))
    shop.do(Describe(ticket=number, category="logistics", order_number="1"))
    shop.do(Describe(ticket=number, category="", order_number=""))
    assert shop.ticket(number).category_id is None
