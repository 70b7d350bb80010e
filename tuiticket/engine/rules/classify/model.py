"""A learner as bytes: what it needs to judge, not what it would need to go on learning.

A line of JSON with the labels and the counts, then compressed: for each feature, in order, the gap
to the one before, in how many texts it stood, how many weights follow, and each weight as the
label's number and a whole number of -127 to 127, a share of the largest weight there is. Gaps,
counts and labels are LEB128: seven bits a byte, the eighth says that more follow.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tuiticket.engine.errors import N_, Unreadable
from tuiticket.engine.rules.classify.decisions import KEPT, Decision
from tuiticket.engine.rules.classify.learner import ALGORITHM, Learner, Row
from tuiticket.engine.rules.classify.training import Course

MAGIC = "tuiticket-classifier"
_LEVELS = 127
LARGEST = 64 << 20
"""Bytes a model may come to once unpacked; more is no model of ours."""


@dataclass(frozen=True, slots=True)
class Model:
    """A learner that has learned, its last decisions, and the seconds its training took."""

    learner: Learner
    decisions: tuple[Decision, ...]
    seconds: float


def pack(course: Course, seconds: float) -> bytes:
    """The averaged weights of a course and its last decisions; training took so many seconds."""
    learner = course.learner
    averages = {feature: learner.average(row) for feature, row in learner.rows.items()}
    largest = max((abs(w) for row in averages.values() for w in row.values()), default=0.0) or 1.0
    body = bytearray()
    last = 0
    for feature in sorted(learner.rows):
        shares = {
            label: share
            for label, weight in averages[feature].items()
            if (share := round(weight / largest * _LEVELS))
        }
        for number in (feature - last, learner.rows[feature].texts, len(shares)):
            _write(body, number)
        for label, share in shares.items():
            _write(body, label)
            body.append(share % 256)
        last = feature
    head = {
        "format": MAGIC,
        "algorithm": ALGORITHM,
        "labels": learner.labels,
        "texts": learner.texts,
        "scale": largest / _LEVELS,
        "decisions": [[round(d.margin, 4), int(d.right)] for d in course.decisions[-KEPT:]],
        "seconds": round(seconds, 3),
        "rows": len(learner.rows),
    }
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + zlib.compress(bytes(body), 9)


def unpack(data: bytes, name: str) -> Model:
    """The model in these bytes; raises Unreadable, naming it, where there is none of ours."""
    try:
        line, _, packed = data.partition(b"\n")
        head = json.loads(line)
        if head["format"] != MAGIC or head["algorithm"] != ALGORITHM:
            raise ValueError(head["algorithm"])
        unpacking = zlib.decompressobj()
        body = unpacking.decompress(packed, LARGEST)
        if not unpacking.eof:
            raise ValueError("cut off")
        learner = Learner(labels=list(map(str, head["labels"])), texts=int(head["texts"]))
        learner.rows = _rows(body, int(head["rows"]), float(head["scale"]), len(learner.labels))
        decisions = tuple(
            Decision(float(margin), right == 1) for margin, right in head["decisions"]
        )
        return Model(learner, decisions, float(head["seconds"]))
    except (ValueError, KeyError, TypeError, IndexError, zlib.error) as error:
        raise Unreadable(
            N_("{file} holds no model of this tuiticket."),
            N_("Make it anew: tuiticket classify train FILE.csv"),
            file=name,
        ) from error


def _write(body: bytearray, number: int) -> None:
    while number > 127:
        body.append(number & 127 | 128)
        number >>= 7
    body.append(number)


def _rows(body: bytes, count: int, scale: float, labels: int) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    place = feature = 0

    def read() -> int:
        nonlocal place
        number = shift = 0
        while (byte := body[place]) > 127:
            number |= (byte & 127) << shift
            shift += 7
            place += 1
        place += 1
        return number | byte << shift

    weigh: Callable[[int], float] = [*range(128), *range(-128, 0)].__getitem__
    for _ in range(count):
        feature += read()
        texts, weights = read(), {}
        for _ in range(read()):
            label = read()
            if label >= labels:
                raise ValueError(label)
            weights[label] = weigh(body[place]) * scale
            place += 1
        rows[feature] = Row(texts, weights)
    return rows
