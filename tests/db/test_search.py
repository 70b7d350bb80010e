"""What people search for is found: words, names and numbers, in the order they need."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.db.samples import HOUR, NOON, article, customer, message, ticket
from tuiticket.db.finding import NEWEST
from tuiticket.db.search import COUNTED
from tuiticket.db.store import SqlStore
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.customer import Contact, ContactKind
from tuiticket.engine.model.dossier import Hit, HitKind
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import Ticket

SAID = {
    1: ("物流太慢", "我的包裹在里昂停了五天,请帮我查一下"),
    2: ("Refund for order A-88213", "I sent the lamp back last week and paid by card."),
    3: ("退款三天没到账", "再不处理我就投诉"),
    4: ("Question", "Do you ship C++ books to a@b.example? The price is 259"),
    5: ("Two refunds", "Both refunds are missing"),
}


@pytest.fixture(name="shop")
def _shop(store: SqlStore) -> SqlStore:
    """A desk with five tickets of three customers, and three articles."""
    with store.transaction() as tx:
        for name in ("王芳", "Adeyemi Müller", "Li Lei"):
            tx.insert(customer(name))
        for owner, kind, value in (
            (1, ContactKind.PHONE, "+8613800138000"),
            (1, ContactKind.WECHAT, "wf_home88"),
            (2, ContactKind.MAIL, "k.adeyemi@example.org"),
        ):
            tx.insert(Contact(customer_id=owner, kind=kind, value=value))
        for number, (subject, body) in SAID.items():
            order = "A-88213" if number == 2 else None
            at = NOON + number * HOUR
            who = 1 if number == 1 else 2 if number == 2 else 3
            times = {"created_at": at, "last_message_at": at}
            tx.insert(
                ticket(
                    10480 + number, subject=subject, customer_id=who, order_number=order, **times
                )
            )
            tx.insert(message(10480 + number, body, subject=subject, at=at))
        for title, body, language in (
            ("退款时效说明", "原路退回,三到五个工作日到账。", "zh"),
            ("Refund times", "A refund takes three to five working days.", "en"),
            ("Lamp repair", "Refund is not needed: lamps are repaired for free.", "en"),
        ):
            tx.insert(article(title, body, language=language))
    return store


def _numbers(store: SqlStore, words: str, limit: int = 20) -> list[int]:
    """The tickets found, as the last two digits of their numbers."""
    hits = _hits(store, words, limit)
    return [hit.id % 100 - 80 for hit in hits if hit.kind is not HitKind.ARTICLE]


def _hits(store: SqlStore, words: str, limit: int = 20) -> list[Hit]:
    with store.reading() as reading:
        return list(reading.search(words, limit).hits)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("退款", [3]),
        ("物", [1]),
        ("物流", [1]),
        ("包裹在里昂", [1]),
        ("在昂", []),
        ("refund", [5, 2]),
        ("refunds", [5, 2]),
        ("REFUND lamp", [2]),
        ("refu*", [5, 2]),
        ('"lamp back"', [2]),
        ('"back lamp"', []),
        ('"lamp back', [2]),
        ("C++", [4]),
        ("a@b.example", [4]),
        ("10482", [2]),
        ("#10482", [2]),
        ("a-88213", [2]),
        ("王芳", [1]),
        ("王", [1]),
        ("muller", [2]),
        ("k.adeyemi@example.org", [2]),
        ("+8613800138000", [1]),
        ("138 0013 8000", [1]),
        ("013800138000", [1]),
        ("wf_home88", [1]),
        ("259", [4]),
        ("???", []),
        ("", []),
        ('" OR 1 --', []),
        ("NEAR(", []),
    ],
)
def test_what_people_type_finds_their_tickets(
    shop: SqlStore, words: str, numbers: list[int]
) -> None:
    assert _numbers(shop, words) == numbers


def test_the_newest_come_first_and_articles_among_them(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        older = tx.find(Article, title="Refund times")[0]
        tx.update(replace(older, updated_at=NOON + 4 * HOUR))
    kinds = [(hit.kind, hit.id) for hit in _hits(shop, "refund")]
    assert kinds == [
        (HitKind.MESSAGE, 10485),
        (HitKind.ARTICLE, 2),
        (HitKind.MESSAGE, 10482),
        (HitKind.ARTICLE, 3),
    ]
    assert [hit.id for hit in _hits(shop, "refund", limit=2)] == [10485, 2]


def test_the_ticket_of_that_number_comes_before_those_that_speak_of_it(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(message(10485, "same as 10482", at=NOON + 9 * HOUR))
    assert _numbers(shop, "10482") == [2, 5]


def test_a_ticket_is_shown_once_with_its_newest_message(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(message(10483, "到底什么时候退款?", at=NOON + 8 * HOUR))
    (hit,) = [hit for hit in _hits(shop, "退款") if hit.id == 10483]
    assert (hit.kind, hit.title, hit.at) == (HitKind.MESSAGE, "退款三天没到账", NOON + 8 * HOUR)
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["退款"]


def test_of_old_mail_imported_late_the_newest_comes_first_too(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(message(10481, "a voucher", at=NOON + 2 * HOUR))
        tx.insert(message(10482, "a voucher", at=NOON + 3 * HOUR))
        tx.insert(message(10483, "a voucher", at=NOON - HOUR))
    assert _numbers(shop, "voucher", 2) == [2, 1]


def test_what_was_taken_back_is_not_found(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        said = tx.insert(message(10481, "We offer you a voucher"))
    assert _numbers(shop, "voucher") == [1]
    with shop.transaction() as tx:
        tx.update(replace(said, withdrawn_at=NOON))
    assert _numbers(shop, "voucher") == []


def test_changed_words_are_found_and_the_old_ones_are_not(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        asked = tx.get(Ticket, 10484)
        said = tx.find(Message, ticket_id=10484)[0]
        title = tx.find(Article, title="Lamp repair")[0]
        assert asked is not None
        tx.update(replace(asked, subject="Anfrage"))
        tx.update(replace(said, body="", subject=""))
        tx.update(replace(title, title="灯具维修", body="免费"))
    for words, numbers in (("question", []), ("books", []), ("anfrage", [4])):
        assert _numbers(shop, words) == numbers
    with shop.reading() as reading:
        assert [hit.article.id for hit in reading.articles("needed", 5)] == []
        assert [hit.article.id for hit in reading.articles("维修", 5)] == [3]


def test_removed_words_are_not_found(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        said = tx.find(Message, ticket_id=10484)[0]
        tx.delete(Message, said.id)
        tx.delete(Ticket, 10484)
        tx.delete(Article, 3)
    assert (_numbers(shop, "books"), _numbers(shop, "question")) == ([], [])
    assert [hit.id for hit in _hits(shop, "repaired")] == []


def test_the_subject_line_of_a_reply_is_not_indexed_again(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        for subject in ("Re: Two refunds", "回复:Two refunds", "RE[2]: Two refunds"):
            tx.insert(message(10481, "ok", subject=subject, at=NOON + 9 * HOUR))
    assert _numbers(shop, "two refunds") == [5]


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("refund", [2, 3, 1]),
        ("refunds take working days", [2, 3, 1]),
        ("退款时效", [1, 2, 3]),
        ("退", [1]),
        ("repai", [3]),
        ("到账了没有", [1]),
        ("???", []),
        ("blender", []),
    ],
)
def test_articles_come_best_first(shop: SqlStore, words: str, best: list[int]) -> None:
    with shop.reading() as reading:
        assert [hit.article.id for hit in reading.articles(words, 5)] == best


def test_without_a_question_all_articles_come_by_title(shop: SqlStore) -> None:
    with shop.reading() as reading:
        hits = reading.articles(" ", 5)
        assert [hit.article.title for hit in hits] == [
            "Lamp repair",
            "Refund times",
            "退款时效说明",
        ]
        assert len(reading.articles("", 2)) == 2


HAN = "退货款物流要我"
TEXTS = st.lists(st.text(alphabet=HAN + " 。ab", max_size=12), min_size=1, max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=TEXTS, word=st.text(alphabet=HAN, min_size=1, max_size=4))
def test_a_chinese_word_is_found_wherever_it_stands(
    store: SqlStore, texts: list[str], word: str
) -> None:
    with store.transaction() as tx:
        who = tx.insert(customer("x"))
        first = tx.next_number(1)
        for number, text in enumerate(texts, first):
            tx.insert(ticket(number, subject="x", customer_id=who.id))
            tx.insert(message(number, text))
    expected = {first + place for place, text in enumerate(texts) if word in text}
    assert {hit.id for hit in _hits(store, word, 10_000) if hit.id >= first} == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(words=st.text(max_size=40) | st.text(alphabet="\"'()*+-:^ANDORTNE 退", max_size=20))
def test_no_text_is_an_error(store: SqlStore, words: str) -> None:
    with store.reading() as reading:
        assert reading.search(words, 5).hits == ()
        assert reading.articles(words, 5) == []


def test_the_newest_are_found_also_behind_a_word_that_all_bear(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(customer("x"))
        for number in range(1, 701):
            tx.insert(ticket(number, subject="Hello", created_at=NOON + number * HOUR))
    assert [hit.id for hit in _hits(store, "hello", 3)] == [700, 699, 698]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("lamp -refund", []),
        ("refund -lamp", [5]),
        ('refund -"two refunds"', [2]),
        ("-refund", []),
        ("subject:refunds", [5, 2]),
        ("subject:lamp", []),
        ("from:王芳", [1]),
        ("from:adeyemi refund", [2]),
        ("refund -from:adeyemi", [5]),
        ("from:k.adeyemi@example.org", [2]),
        ("kb:refund", []),
        ("in:kb refund", []),
        ("in:note refund", []),
        ("in:message refunds", [5, 2]),
        ("-in:message refunds", [5, 2]),
        ("refu* card", [2]),
        ("主题：退款", [3]),
        ("王芳 里昂", [1]),
        ("question books", [4]),
        ("in:stock", []),
    ],
)
def test_signs_say_what_must_be_where(shop: SqlStore, words: str, numbers: list[int]) -> None:
    assert _numbers(shop, words) == numbers


def test_articles_are_asked_alone_by_their_sign(shop: SqlStore) -> None:
    assert {hit.id for hit in _hits(shop, "kb:refund")} == {2, 3}
    assert {hit.id for hit in _hits(shop, "in:kb refund -lamp")} == {2}
    assert {hit.id for hit in _hits(shop, "subject:refund in:kb")} == {2}


def test_several_words_may_stand_in_several_messages_of_a_ticket(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(message(10481, "voucher offered", at=NOON + 20 * HOUR))
        tx.insert(message(10481, "accepted gladly", at=NOON + 21 * HOUR))
        tx.insert(message(10482, "voucher refused", at=NOON + 22 * HOUR))
    assert _numbers(shop, "voucher gladly") == [1]
    assert _numbers(shop, "voucher 里昂 -refused") == [1]
    assert _numbers(shop, "voucher -gladly") == [2]


def test_notes_are_looked_for_apart(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(message(10483, "refund him quietly", direction=Direction.NOTE))
    assert _numbers(shop, "in:note refund") == [3]
    assert 3 not in _numbers(shop, "in:message refund")
    assert 3 not in _numbers(shop, "-in:note refund")


def test_the_best_come_first_if_asked(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        filler = "we talked about many other things at great length " * 5
        tx.insert(message(10483, f"{filler} voucher", at=NOON + 30 * HOUR))
        tx.insert(message(10484, "voucher voucher", at=NOON + 20 * HOUR))
    with shop.reading() as reading:
        best = [hit.id for hit in reading.search("voucher", 5, best=True).hits]
    assert best == [10484, 10483]
    assert _numbers(shop, "voucher") == [3, 4]


def test_a_word_that_stands_nowhere_is_taken_for_the_one_a_slip_away(shop: SqlStore) -> None:
    with shop.reading() as reading:
        found = reading.search("refnud lamp", 5)
        assert (found.typed, found.meant) == (("refnud",), ("refund",))
        assert {hit.id for hit in found.hits} == {10482, 3}
        for words in ("zzqqk", "refund", "muller", '"', "退歀"):
            assert reading.search(words, 5).meant == ()


def test_a_frequent_word_beside_a_rare_one_is_found_however_old(store: SqlStore) -> None:
    """Fails where only the newest places of each word are put together."""
    with store.transaction() as tx:
        tx.insert(customer("x"))
        for number in range(1, NEWEST + 20):
            tx.insert(ticket(number, subject="Hello"))
        tx.insert(message(3, "a voucher", at=NOON))
        tx.insert(message(4, "a voucher", at=NOON))
        tx.insert(message(3, "closed now", at=NOON))
    assert {hit.id for hit in _hits(store, "hello voucher")} == {3, 4}
    assert {hit.id for hit in _hits(store, "voucher -closed")} == {4}
    assert _hits(store, "voucher -hello") == []
    with store.reading() as reading:
        found = reading.search("hello", 5)
        assert (found.total, found.more) == (COUNTED, True)
        assert not reading.search("voucher", 5).more


def _counts(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as raw:
        return dict(raw.execute("SELECT token, documents FROM word"))


def test_the_words_are_counted_as_documents_come_change_and_go(store: SqlStore, file: Path) -> None:
    with store.transaction() as tx:
        tx.insert(customer("Nobody"))
        tx.insert(ticket(1, subject="lamp lamp"))
        said = tx.insert(message(1, "lamp 退货"))
    counts = _counts(file)
    assert (counts["lamp"], counts["退货"], counts.get("nobodi")) == (2, 1, None)
    with store.transaction() as tx:
        tx.update(replace(said, body="shelf 退货"))
    counts = _counts(file)
    assert (counts["lamp"], counts["shelf"], counts["退货"]) == (1, 1, 1)
    with store.transaction() as tx:
        tx.delete(Message, said.id)
    assert _counts(file).keys() == {"lamp"}
