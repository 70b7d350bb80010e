"""A support list of more than a hundred mails, and the boxes such mails come in.

All people are invented. Every run writes the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.channels.sample_programs import PROGRAMS, SHOP, Letter
from tests.channels.sample_scenes import SCENES, Scene

SHOP_ADDRESS = "service@qimu.example"
OPENING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
"""When the list begins."""


@dataclass(frozen=True)
class SampleMail:
    """A mail of the list, and what should be understood of it.

    `thread` is the Message-ID of the mail that began the conversation.
    """

    raw: bytes
    letter: Letter
    thread: str
    program: str
    charset: str


# --- the list ------------------------------------------------------------------------------------


@dataclass
class _Clock:
    """The list's time: each mail some minutes after the one before."""

    now: datetime = OPENING
    count: int = field(default=0)

    def tick(self) -> datetime:
        self.count += 1
        self.now += timedelta(minutes=17 + 11 * (self.count % 7))
        return self.now


def support_list() -> tuple[SampleMail, ...]:
    """More than a hundred mails in order of time: customers, the shop's answers, quotes and all."""
    conversations = [_conversation(number, scene) for number, scene in enumerate(SCENES, 1)]
    clock = _Clock()
    mails: list[SampleMail] = []
    while conversations:
        for conversation in list(conversations):
            mail = next(conversation, None)
            if mail is None:
                conversations.remove(conversation)
            else:
                mails.append(mail(clock.tick()))
    return tuple(mails)


def _conversation(number: int, scene: Scene) -> Iterator[Callable[[datetime], SampleMail]]:
    """The mails of one scene; customer and shop write in turn."""
    domain = scene.address.partition("@")[2]
    known: tuple[str, ...] = ()
    for turn, text in enumerate(scene.turns):
        by_shop = turn % 2 == 1
        program = "our desk" if by_shop else scene.program
        message_id = f"<{number}.{turn}.20261102@{'qimu.example' if by_shop else domain}>"
        letter = Letter(
            name=SHOP if by_shop else scene.name,
            address=SHOP_ADDRESS if by_shop else scene.address,
            to=scene.address if by_shop else SHOP_ADDRESS,
            subject=scene.subject if turn == 0 else f"{scene.reply}{scene.subject}",
            text=text,
            message_id=message_id,
            date=OPENING,
            answers=known,
            quote="" if by_shop or turn == 0 else scene.turns[turn - 1],
        )
        known = (*known, message_id)
        yield partial(_sent, letter, program, known[0])


def _sent(letter: Letter, program: str, thread: str, date: datetime) -> SampleMail:
    letter = replace(letter, date=date)
    write, charset = PROGRAMS[program]
    return SampleMail(write(letter), letter, thread, program, charset)


# --- boxes ---------------------------------------------------------------------------------------


def as_mbox(raws: Sequence[bytes]) -> bytes:
    """Mails as an mbox with Unix ends of lines, ">From " escaped as mboxrd has it."""
    box = b""
    for raw in raws:
        unix = raw.replace(b"\r\n", b"\n")
        escaped = b"".join(
            b">" + line if line.lstrip(b">").startswith(b"From ") else line
            for line in unix.splitlines(keepends=True)
        )
        box += (
            b"From sender@example.org Mon Nov  2 09:00:00 2026\n" + escaped.rstrip(b"\n") + b"\n\n"
        )
    return box


def write_maildir(path: Path, raws: Sequence[bytes]) -> Path:
    """Mails as a Maildir at `path`, every second one read already."""
    for folder in ("tmp", "new", "cur"):
        (path / folder).mkdir(parents=True)
    for number, raw in enumerate(raws):
        name = f"1793600000.M{number:06}P1.host"
        place = path / "cur" / f"{name}:2,S" if number % 2 else path / "new" / name
        place.write_bytes(raw)
    return path
