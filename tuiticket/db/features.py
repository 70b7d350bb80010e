"""The rows of the desk's learners: a few hundred at once, by their features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

_FIND = "SELECT id, packed FROM feature_row WHERE id IN (SELECT value FROM json_each(?))"
_KEEP = (
    "INSERT INTO feature_row (id, packed) VALUES (?, ?)"
    " ON CONFLICT (id) DO UPDATE SET packed = excluded.packed"
)


def find(connection: Connection, features: Iterable[int]) -> dict[int, bytes]:
    """What is known of these features; those never met are left out."""
    asked = json.dumps([feature + 1 for feature in features])
    return {row[0] - 1: row[1] for row in connection.exec_driver_sql(_FIND, (asked,))}


def keep(connection: Connection, rows: Mapping[int, bytes]) -> None:
    """Store what is known of these features now."""
    if rows:
        given = [(feature + 1, packed) for feature, packed in rows.items()]
        connection.exec_driver_sql(_KEEP, given)


def clear(connection: Connection, features: range) -> None:
    """Forget these of them."""
    connection.exec_driver_sql(
        "DELETE FROM feature_row WHERE id BETWEEN ? AND ?", (features.start + 1, features.stop)
    )
