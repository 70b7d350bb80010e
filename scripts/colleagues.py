"""What others do at the sample shop while a picture is taken."""

from __future__ import annotations

from collections.abc import Callable

from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.mail import IncomingFile, IncomingMail, TakeInMail
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.telling import Tell
from tuiticket.engine.commands.views import PutView
from tuiticket.engine.desk import Desk
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.model.presence import Doing

Happening = Callable[[Desk], None]
"""Something that happens at a desk."""


def keep_views(desk: Desk) -> None:
    """Two views are kept for everybody."""
    desk.do(
        PutView(key="good", name="Good customers", query="state:active tag:vip", shared=True),
        PutView(key="repairs", name="待修的灯具", query="state:active kind:repair", shared=True),
        by=desk.actor("fang", Via.CONSOLE),
    )


def tell_alice(desk: Desk) -> None:
    """Dora writes to Alice about a ticket, and about none."""
    desk.do(
        Tell(login="alice", text="The customer rang again, and sounded calmer.", ticket=10488),
        Tell(login="alice", text="周五下午盘点，三点以后我不在线。"),
        by=desk.actor("dora", Via.CONSOLE),
    )


def tell_again(desk: Desk) -> None:
    """A customer tells by mail what they told before."""
    desk.do(
        OpenTicket(
            subject="退款还是没到账",
            body="我已经等了三天了，长绒棉浴巾退回去你们也签收了，¥89 到现在一分钱没看到。",
            contact="yangxue@example.cn",
            order_number="88071",
            language="zh",
        ),
        by=desk.actor("dora", Via.CONSOLE),
    )


def storm(desk: Desk) -> None:
    """Many customers tell of one thing at once, each in words of their own."""
    heard = ("听说快递罢工？", "罢工了是吗，何时能发", "椅子会不会赶上罢工", "Strike 罢工?")
    for number in range(12):
        desk.do(
            OpenTicket(
                subject=heard[number % len(heard)],
                body=heard[number % len(heard)],
                contact=f"storm{number}@example.cn",
                language="zh",
            ),
            by=desk.actor("dora", Via.CONSOLE),
        )


def answer(ticket: int) -> Happening:
    """Dora answers a ticket."""

    def happen(desk: Desk) -> None:
        said = Reply(ticket=ticket, body="您好，已联系财务，今天之内到账。")
        desk.do(said, by=desk.actor("dora", Via.CONSOLE))

    return happen


def be_at(ticket: int, doing: Doing) -> Happening:
    """Dora sits at a ticket."""

    def happen(desk: Desk) -> None:
        desk.presence.stay("dora's seat", "dora", ticket, doing, desk.now())

    return happen


def write_with_files(desk: Desk) -> None:
    """A mail comes in with many files, one of them with a long name, one too large to keep."""
    _take_in(
        desk,
        "Two photos of the lamp 灯的照片",
        "The glass is cracked on one side. 玻璃裂了，见照片。",
        IncomingFile(name="灯.png", media_type="image/png", size=3_500, content=b"x" * 3_500),
        IncomingFile(
            name="invoice-88177-a-name-that-goes-on-and-on-for-longer-than-a-line-is-wide.pdf",
            media_type="application/pdf",
            size=81_920,
            content=b"x" * 81_920,
        ),
        IncomingFile(
            name="film.mp4",
            media_type="video/mp4",
            size=12_300_000,
            content=None,
            skipped="larger than 10 MiB",
        ),
        *(
            IncomingFile(name=f"IMG_{n}.jpg", media_type="image/jpeg", size=n, content=b"x" * n)
            for n in range(2_301, 2_325)
        ),
    )


def write_with_malice(desk: Desk) -> None:
    """A mail comes in that would upset a terminal."""
    _take_in(
        desk,
        "\u202e[red]Refund\x1b]0;mine\x07 e\u0301\u0302\u0303 👨‍👩‍👧 \u200b" + "退款" * 60,
        "\x1b[2J[b]bold?[/b]\u202e\n" + "x" * 300 + "\n" + "\t字" * 90,
    )


def _take_in(desk: Desk, subject: str, text: str, *files: IncomingFile) -> None:
    mail = IncomingMail(
        mail_id="<picture@example.cn>",
        content_hash="picture",
        at=desk.now(),
        from_address="wang@example.cn",
        from_name="王芳 Wang Fang",
        subject=subject,
        text=text,
        quoted="",
        raw=b"",
        files=files,
    )
    desk.do(TakeInMail(mail=mail), by=Actor.system(Via.MAIL))
