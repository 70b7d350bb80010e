"""What a full-text index gets silently wrong, each beside the naive version that falls for it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from tests.db.samples import NOON, article, customer, message, ticket
from tuiticket.adapters.stems import stem
from tuiticket.db.index import DOCUMENTS
from tuiticket.db.reading import SqlReading
from tuiticket.db.search import search
from tuiticket.db.store import SqlStore
from tuiticket.demo.letters import Half, load_letters
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.ticket import State


def _scores(db: sqlite3.Connection, table: str) -> list[float]:
    sql = f"SELECT bm25({table}) FROM {table} WHERE {table} MATCH 'lamp' ORDER BY rowid"
    return [score for (score,) in db.execute(sql)]


def test_ranks_tell_texts_apart() -> None:
    """Naive: a smaller index, contentless with detail=column, in which all rank 0.0."""
    texts = ("lamp lamp", "a lamp among many other things", "shelf", "bed", "sofa")
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE naive USING fts5(body, content='', detail=column)")
        db.execute(DOCUMENTS[Message].ddl)
        for number, text in enumerate(texts, 1):
            db.execute("INSERT INTO naive (rowid, body) VALUES (?, ?)", (number, text))
            db.execute(
                "INSERT INTO message_words (rowid, body, subject) VALUES (?, ?, '')", (number, text)
            )
        assert _scores(db, "naive") == [0.0, 0.0]
        best, other = _scores(db, "message_words")
        assert best < other < 0


def test_short_chinese_words_are_found(store: SqlStore) -> None:
    """Naive: the trigram tokenizer, which finds no word of one or two characters."""
    text = "昨天收到的灯坏了,我要退货,请尽快处理"
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE naive USING fts5(body, tokenize='trigram')")
        db.execute("INSERT INTO naive VALUES (?)", (text,))
        assert db.execute("SELECT * FROM naive WHERE naive MATCH '退货'").fetchall() == []
    with store.transaction() as tx:
        tx.insert(customer("x"))
        tx.insert(ticket(1, subject="x"))
        tx.insert(message(1, text))
        tx.insert(ticket(2, subject="quick"))
    for words, found in (("退货", [1]), ("灯", [1]), ("quick 退货", [])):
        with store.reading() as reading:
            assert [hit.id for hit in reading.search(words, 5).hits] == found


def _steps(file: Path, work: Callable[[Connection], object]) -> int:
    """How much SQLite has to do, in hundreds of steps of its machine; there is something found."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_progress_handler(step, 100)
        assert work(connection)
    engine.dispose()
    return steps


def _fill(store: SqlStore, start: int, end: int, text: str) -> None:
    """Tickets of one customer that all say the same."""
    with store.transaction() as tx:
        if start == 1:
            tx.insert(customer("x"))
        for number in range(start, end):
            tx.insert(ticket(number, subject="Hello", state=State.SOLVED, solved_at=NOON))
            tx.insert(message(number, text, at=NOON))


def test_a_frequent_word_costs_no_more_where_it_stands_more_often(
    store: SqlStore, file: Path
) -> None:
    """Naive: ORDER BY bm25(...) over all finds, which ranks every one of them."""

    def find(connection: Connection) -> int:
        return search(connection, "lamp", 20, stem, best=True).total

    _fill(store, 1, 1_600, "退货 lamp")
    few = _steps(file, find)
    _fill(store, 1_600, 4_800, "退货 lamp")
    assert _steps(file, find) < few * 1.2
    naive = "SELECT rowid FROM message_words WHERE message_words MATCH 'lamp'"
    with closing(sqlite3.connect(file)) as raw:
        ranked = raw.execute(f"SELECT count(*) FROM ({naive})").fetchone()
    assert ranked == (4_799,)


def test_of_a_long_text_only_the_rarest_words_are_asked_for(store: SqlStore, file: Path) -> None:
    """Naive: an OR over all words of a long ticket, which visits nearly every text there is."""
    common = "lamp sofa parcel broken late wrong refund shelf curtain voucher"
    rare = "hinge castor dimmer ferrule gasket spigot grommet trivet"

    def suggest(connection: Connection) -> int:
        return len(SqlReading(connection, stem).suggestions(90_000, 3))

    _fill(store, 1, 300, common)
    _fill(store, 300, 303, rare)
    with store.transaction() as tx:
        tx.insert(ticket(90_000, subject=f"{common} {rare}"))
    few = _steps(file, suggest)
    _fill(store, 303, 2_000, common)
    assert _steps(file, suggest) < few * 1.2
    naive = " OR ".join(f'"{stem(word)}"' for word in common.split())
    count = "SELECT count(*) FROM message_words WHERE message_words MATCH ?"
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute(count, (naive,)).fetchone() == (1_996,)


@pytest.mark.parametrize("words", ["C++", "a@b.c", "-x", '"', "refund AND", "kb:", "(a"])
def test_signs_of_the_index_in_what_people_type_are_none(store: SqlStore, words: str) -> None:
    """Naive: the text handed on as it is, which is an error of syntax or asks something else."""
    with store.transaction() as tx:
        tx.insert(article("x", f"we say {words} here"))
    with store.reading() as reading:
        assert reading.search(f"say {words}", 5).total == (words != "-x")
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE naive USING fts5(title, body)")
        db.execute("INSERT INTO naive VALUES ('x', ?)", (f"we say {words} here",))
        with pytest.raises(sqlite3.OperationalError):
            db.execute("SELECT * FROM naive WHERE naive MATCH ?", (words,)).fetchall()


def test_chinese_words_of_every_length_are_found_as_like_finds_them(
    store: SqlStore, file: Path
) -> None:
    """The oracle: LIKE over the texts themselves."""
    texts = [letter.text for letter in load_letters(Half.TUNE) if letter.language == "zh"]
    with store.transaction() as tx:
        tx.insert(customer("x"))
        for number, text in enumerate(texts, 1):
            tx.insert(ticket(number, subject="x"))
            tx.insert(message(number, text))
    rng = random.Random(5)
    with closing(sqlite3.connect(file)) as raw, store.reading() as reading:
        for length in (1, 2, 3, 4, 6):
            for _ in range(40):
                text = rng.choice(texts)
                start = rng.randrange(len(text) - length)
                word = text[start : start + length]
                if not all("\u4e00" <= char <= "\u9fff" for char in word):
                    continue
                like = raw.execute(
                    "SELECT ticket_id FROM message WHERE body LIKE ?", (f"%{word}%",)
                )
                found = reading.search(word, 1_000).hits
                assert {hit.id for hit in found} == {number for (number,) in like}, word
