"""A learner's row as bytes, so that a store reads and writes the few rows a text has.

In how many texts the feature stood and how many labels it weighs for, as numbers of four bytes;
then the labels in two bytes each, their weights in four, their sums in eight.
"""

from __future__ import annotations

import struct

from tuiticket.engine.rules.classify.learner import Row

_HEAD = struct.Struct("<II")


def pack_row(row: Row) -> bytes:
    """The bytes of a row."""
    count = len(row.weights)
    return _HEAD.pack(row.texts, count) + struct.pack(
        f"<{count}H{count}f{count}d", *row.weights, *row.weights.values(), *row.sums.values()
    )


def unpack_row(packed: bytes) -> Row:
    """The row in these bytes; raises ValueError where they hold none."""
    try:
        texts, count = _HEAD.unpack_from(packed)
        parts = struct.unpack_from(f"<{count}H{count}f{count}d", packed, _HEAD.size)
    except struct.error as error:
        raise ValueError(str(error)) from error
    labels = parts[:count]
    return Row(
        texts,
        dict(zip(labels, parts[count : 2 * count], strict=True)),
        dict(zip(labels, parts[2 * count :], strict=True)),
    )
