"""Taking in a box of mail: each mail once, under the right ticket, whatever the others are like."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from tuiticket.channels.mail.boxes import RawMail, read_box
from tuiticket.channels.mail.dates import sent_at
from tuiticket.channels.mail.message import ParsedMail
from tuiticket.channels.mail.mime import read_headers
from tuiticket.channels.mail.parse import parse
from tuiticket.engine.commands.mail import IncomingFile, IncomingMail, QuarantineMail, TakeInMail
from tuiticket.engine.desk import Desk
from tuiticket.engine.errors import BadInput, DeskError, Refused, Unreadable
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.rules.language import guess_language

AT_ONCE = 25
"""Mails filed in one transaction: most of its cost is one wait for the disk."""

IN_MEMORY = 32 * 1024 * 1024
"""Bytes of a box that are kept in memory while its mails are put in order; more go to a file."""

REFUSALS = (BadInput, Refused)
"""What the desk says to a mail it will not have; anything else is no fault of the mail."""

Progress = Callable[[int, int], None]
"""Told how many of how many mails are done."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the mails of a box: read = stored + known + quarantined.

    `opened` counts the tickets that stored mails opened.
    """

    read: int = 0
    stored: int = 0
    known: int = 0
    quarantined: int = 0
    opened: int = 0

    def __add__(self, other: Imported) -> Imported:
        return Imported(*(a + b for a, b in zip(_counts(self), _counts(other), strict=True)))

    def as_json(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def _counts(imported: Imported) -> Sequence[int]:
    return tuple(asdict(imported).values())


def import_box(desk: Desk, path: Path, progress: Progress = lambda done, total: None) -> Imported:
    """File all mails of an mbox or a Maildir, the oldest first, so that answers find their threads.

    A mail that cannot be read, or that the desk refuses, is set aside and the rest goes on. Raises
    Unreadable if the path is neither, Unknown if the desk is not set up; then nothing is changed.
    """
    with desk.reading() as reading:
        reading.settings()
    done = Imported()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        places = _oldest_first(path, spool)
        for start in range(0, len(places), AT_ONCE):
            raws = [_taken_out(spool, place) for place in places[start : start + AT_ONCE]]
            done += take_in(desk, raws)
            progress(done.read, len(places))
    return done


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a mail lies in the spool, in the order in which mails are filed."""

    at: datetime
    start: int
    size: int


def _oldest_first(path: Path, spool: IO[bytes]) -> list[_Place]:
    """Copy a box into the spool; the places of its mails by date, undated ones at the one before.

    Only their places are held, so a box of any size can be put in order.
    """
    places: list[_Place] = []
    at, start = datetime.min.replace(tzinfo=UTC), 0
    for mail in read_box(path):
        at = _date(mail) or at
        spool.write(mail.data)
        places.append(_Place(at, start, len(mail.data)))
        start += len(mail.data)
    return sorted(places)


def _date(mail: RawMail) -> datetime | None:
    headers = read_headers(mail.data)
    return sent_at(headers.raw("Date"), headers.raws("Received"))


def _taken_out(spool: IO[bytes], place: _Place) -> bytes:
    spool.seek(place.start)
    return spool.read(place.size)


def take_in(desk: Desk, raws: Sequence[bytes]) -> Imported:
    """File raw mails as one act; where the desk refuses one of them, each by itself."""
    intents = [intent_of(raw, desk.now()) for raw in raws]
    try:
        return _filed(desk, intents)
    except REFUSALS:
        return sum((_filed_alone(desk, intent) for intent in intents), Imported())


def _filed_alone(desk: Desk, intent: TakeInMail | QuarantineMail) -> Imported:
    try:
        return _filed(desk, [intent])
    except REFUSALS as error:
        if isinstance(intent, QuarantineMail):
            raise
        return _filed(desk, [_set_aside(intent.mail.raw, error)])


def _filed(desk: Desk, intents: Sequence[TakeInMail | QuarantineMail]) -> Imported:
    events = desk.do(*intents, by=Actor.system(Via.MAIL)).events
    kinds = Counter(event.kind for event in events)
    stored, quarantined = kinds["mail.filed"], kinds["mail.quarantined"]
    known = len(intents) - stored - quarantined
    return Imported(len(intents), stored, known, quarantined, kinds["ticket.opened"])


def intent_of(raw: bytes, now: datetime) -> TakeInMail | QuarantineMail:
    """What is to be done with a raw mail: file it, or set it aside if it cannot be read."""
    try:
        return TakeInMail(mail=incoming(parse(raw), raw, now))
    except Unreadable as error:
        return _set_aside(raw, error)


def _set_aside(raw: bytes, error: DeskError) -> QuarantineMail:
    """The mail kept as it is, known by its very bytes."""
    digest = hashlib.sha256(raw).hexdigest()
    return QuarantineMail(
        mail_id=f"<{digest[:32]}@unreadable.invalid>",
        content_hash=digest,
        raw=raw,
        fault=str(error),
    )


def incoming(mail: ParsedMail, raw: bytes, now: datetime) -> IncomingMail:
    """A mail as the desk takes it; its date is never in the future."""
    return IncomingMail(
        mail_id=mail.message_id,
        content_hash=mail.body_hash,
        at=mail.at(now).replace(microsecond=0),
        from_address=mail.from_address.lower(),
        from_name=mail.from_name,
        subject=mail.subject,
        text=mail.text_without_quote,
        quoted=mail.quoted,
        raw=raw,
        references=tuple(dict.fromkeys((*mail.references, *mail.in_reply_to))),
        in_reply_to=mail.in_reply_to[0] if mail.in_reply_to else None,
        automatic=mail.automatic.reason if mail.automatic else None,
        reports=mail.bounce.message_id or None if mail.bounce else None,
        language=guess_language(f"{mail.subject}\n{mail.text_without_quote}"),
        files=tuple(_files(mail)),
    )


def _files(mail: ParsedMail) -> Iterator[IncomingFile]:
    for file in mail.attachments:
        yield IncomingFile(
            name=file.name,
            media_type=file.type,
            size=file.size,
            content=None if file.skipped else file.content,
            skipped=file.skipped or None,
        )
