"""What a search costs, how much room the index takes, and whether it finds all there is.

Run: python -m benchmarks.search [MESSAGES]. Recall is against LIKE on the first 20,000 texts; of
the knowledge base, on the questions to the sample's articles in either half.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tuiticket.adapters.stems import stem
from tuiticket.db.index import DOCUMENTS
from tuiticket.db.store import SqlStore, open_store
from tuiticket.demo.articles import load_articles
from tuiticket.demo.letters import Half, load_letters, load_questions
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.message import Message
from tuiticket.engine.rules.tokens import index_tokens, match_expression

MESSAGES = 100_000
EACH = 5
"""Messages on each ticket."""

RECALLED = 20_000
TIMES = 5
AT = 1_700_000_000
_OF_A_PAGE = ("title", "body", "kind", "language", "asked_as")

_QUESTIONS = (
    "退款",
    "快递",
    "物流信息",
    "refund",
    "refun*",
    "lamp broken",
    "退款 快递",
    "refund -lamp",
    '"my order"',
    "in:note 退款",
    "refnud",
    "退",
)
_EXTRA = "款货物流发快递订单地址换开票质量尺寸颜色床沙发柜子"


def texts(rng: random.Random, count: int) -> Iterator[str]:
    """Yield texts in both languages, put together from what customers write, none like another."""
    sentences: dict[str, list[str]] = {"zh": [], "en": []}
    for letter in load_letters(Half.TUNE):
        mark = "。" if letter.language == "zh" else ". "
        sentences[letter.language] += [part for part in letter.text.split(mark) if part.strip()]
    for number in range(count):
        language = ("zh", "en")[number % 2]
        mark = "。" if language == "zh" else ". "
        said = mark.join(rng.choices(sentences[language], k=3))
        yield f"{said}{mark}{number} {''.join(rng.choices(_EXTRA, k=6))}"


def fill(path: Path, count: int) -> None:
    """Write that many messages straight into the tables; `reindex` takes them into the index."""
    rng = random.Random(7)
    tickets = count // EACH + 1
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("INSERT INTO customer VALUES (1, 'x', 0, 'en', '[]', 0, '')")
        db.executemany(
            "INSERT INTO ticket (id, kind, state, priority, severity, channel, customer_id,"
            " created_at, updated_at, language, tags, by_hand, needs_level, excluded, widened,"
            " last_message_at, cycle, follow_up_told, urgency, version, subject) VALUES (?,"
            " 'service', 'closed', 2, 2, 'mail', 1, ?, 0, 'en', '[]', 0, 0, '[]', 0, ?, 0, 0, 0, 0,"
            " '')",
            ((number, AT + number, AT + number) for number in range(1, tickets + 1)),
        )
        db.executemany(
            "INSERT INTO message (ticket_id, direction, channel, at, subject, body, quoted)"
            " VALUES (?, ?, 'mail', ?, '', ?, '')",
            (
                (1 + place // EACH, "note" if place % 10 == 0 else "in", AT + place, text)
                for place, text in enumerate(texts(rng, count))
            ),
        )


def best(work: Callable[[], object]) -> float:
    """The shortest of several runs, in milliseconds."""
    runs = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return min(runs) * 1_000


def speed(store: SqlStore) -> None:
    """Print what the first page of each question costs, newest and best first."""
    print(f"{'first page of 50':24} {'newest':>9} {'best':>9}   found")
    with store.reading() as reading:
        for words in _QUESTIONS:
            found = reading.search(words, 50)
            newest = best(lambda words=words: reading.search(words, 50))  # type: ignore[misc]
            ranked = best(lambda words=words: reading.search(words, 50, best=True))  # type: ignore[misc]
            count = f"{found.total}+" if found.more else str(found.total)
            print(f"{words:24} {newest:6.1f} ms {ranked:6.1f} ms   {count}")


def room(path: Path) -> None:
    """Print how large the index and the counts of words are beside the text."""
    size = "SELECT sum(pgsize) FROM dbstat WHERE name "
    with closing(sqlite3.connect(path)) as db:
        (index,) = db.execute(f"{size} GLOB '*_words_*'").fetchone()
        (words,) = db.execute(f"{size} = 'word'").fetchone()
        (said,) = db.execute("SELECT sum(length(CAST(body AS BLOB))) FROM message").fetchone()
    print(f"text {said / 1e6:.0f} MB; index {index / said:.2f} of it, counts {words / said:.2f}")


def recall(path: Path) -> None:
    """Print which share of what LIKE finds the index finds, by the characters of a Chinese word."""
    rng = random.Random(3)
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT body FROM message ORDER BY id LIMIT ?", (RECALLED,))
        said = [body for (body,) in rows]
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(DOCUMENTS[Message].ddl)
        db.executemany(
            "INSERT INTO message_words (rowid, body, subject) VALUES (?, ?, '')",
            ((place, " ".join(index_tokens(text, stem))) for place, text in enumerate(said)),
        )
        find = "SELECT rowid FROM message_words WHERE message_words MATCH ?"
        for length in (1, 2, 3, 4, 6):
            wanted = found = wrong = 0
            for word in words(rng, said, length, 50):
                oracle = {place for place, text in enumerate(said) if word in text}
                got = {row[0] for row in db.execute(find, (match_expression(word, stem),))}
                wanted, found, wrong = (
                    wanted + len(oracle),
                    found + len(oracle & got),
                    wrong + len(got - oracle),
                )
            share = found / wanted
            print(f"words of {length}: {share:.2%} of {wanted} found, {wrong} wrongly")


def words(rng: random.Random, said: list[str], length: int, count: int) -> Iterator[str]:
    """Yield that many Chinese words of a length that stand in the texts."""
    while count:
        text = rng.choice(said)
        start = rng.randrange(max(1, len(text) - length))
        word = text[start : start + length]
        if len(word) == length and all("\u4e00" <= char <= "\u9fff" for char in word):
            count -= 1
            yield word


def answers(path: Path) -> None:
    """Print how often the article that answers a question is among the first five."""
    with closing(open_store(path, stem=stem, durable=False)) as store:
        with store.transaction() as tx:
            for page in load_articles():
                article = {name: getattr(page, name) for name in _OF_A_PAGE}
                tx.insert(Article(**article, source=page.name, updated_at=datetime.now(UTC)))
        with store.reading() as reading:
            for half in Half:
                for language in ("en", "zh"):
                    asked = [each for each in load_questions(half) if each.language == language]
                    start = time.process_time()
                    found = [reading.articles(f"{each.question} ", 5) for each in asked]
                    took = (time.process_time() - start) / len(asked) * 1_000
                    right = sum(
                        f"{each.article}.{language}.md" in {hit.article.source for hit in hits}
                        for each, hits in zip(asked, found, strict=True)
                    )
                    share = right / len(asked)
                    print(
                        f"questions {half} {language}: {share:.0%} of {len(asked)}, {took:.1f} ms"
                    )


def main(messages: int = MESSAGES) -> None:
    """Make a desk, fill it, index it, measure it, throw it away."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        open_store(path, stem=stem, durable=False).close()
        fill(path, messages)
        with closing(open_store(path, stem=stem, durable=False)) as store:
            start = time.perf_counter()
            for _ in store.reindex():
                pass
            print(f"{messages} messages indexed in {time.perf_counter() - start:.0f} s")
            room(path)
            speed(store)
        recall(path)
        answers(Path(folder) / "library.db")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
