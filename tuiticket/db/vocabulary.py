"""The words of the desk: how often each stands there, and which of them somebody meant.

Kept in step with the index as values change, so that the rarest words of a text are known without
asking the index, which would walk all of a frequent word's places.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from tuiticket.engine.rules.tokens import Stem, index_tokens
from tuiticket.engine.rules.typos import may_be_mistyped, one_slip

_MORE = (
    "INSERT INTO word (token, documents) VALUES (?, 1)"
    " ON CONFLICT (token) DO UPDATE SET documents = documents + 1"
)
_LESS = "UPDATE word SET documents = documents - 1 WHERE token = ?"
_GONE = "DELETE FROM word WHERE token = ? AND documents <= 0"
_COUNTS = "SELECT token, documents FROM word WHERE token IN (SELECT value FROM json_each(?))"


def count(connection: Connection, before: Collection[str], after: Collection[str]) -> None:
    """Take in that a document held the tokens `before` and holds those `after`."""
    old, new = set(before), set(after)
    if more := [(token,) for token in sorted(new - old)]:
        connection.exec_driver_sql(_MORE, more)
    if less := [(token,) for token in sorted(old - new)]:
        connection.exec_driver_sql(_LESS, less)
        connection.exec_driver_sql(_GONE, less)


def documents(connection: Connection, tokens: Iterable[str]) -> dict[str, int]:
    """In how many documents each of these tokens stands; those that stand nowhere are left out."""
    rows = connection.exec_driver_sql(_COUNTS, (json.dumps(list(tokens)),))
    return {token: number for token, number in rows}  # noqa: C416 - rows are no pairs


def counts(connection: Connection, tokens: Collection[str]) -> tuple[dict[str, int], int]:
    """In how many documents each of these tokens stands, and about how many there are."""
    highest = connection.exec_driver_sql("SELECT max(id) FROM message").scalar()
    return documents(connection, tokens), max(1, highest or 0)


def meant(connection: Connection, word: str, stem: Stem) -> str | None:
    """The commonest word of the desk one slip away from one that stands nowhere on it, or None."""
    word = word.casefold()
    if not may_be_mistyped(word) or documents(connection, index_tokens(word, stem)):
        return None
    variants = {variant: stem(variant) for variant in one_slip(word)}
    known = documents(connection, set(variants.values()))
    there = [variant for variant in variants if variants[variant] in known]
    return max(there, key=lambda variant: known[variants[variant]], default=None)
