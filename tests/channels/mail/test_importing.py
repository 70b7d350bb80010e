"""Taking in a box: every mail once, in its thread, in the order of time, whatever else is in it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.channels.sample_mails import SHOP_ADDRESS, as_mbox, support_list, write_maildir
from tests.desks import NOON, Clock, Shop
from tuiticket.channels.mail.importing import AT_ONCE, Imported, import_box
from tuiticket.channels.mail.parse import parse
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.errors import Unknown, Unreadable
from tuiticket.engine.model.message import Direction, Mail, MailState, Message
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.model.ticket import State, Ticket

LATER = datetime(2026, 12, 1, tzinfo=UTC)
"""After the last mail of the support list."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose own mailbox is that of the support list."""
    shop = Shop(tmp_path / "desk.db", Clock(LATER)).furnish()
    own = ChangeSettings(mail_addresses=(SHOP_ADDRESS,))
    shop.desk.do(own, by=Actor.system(Via.CLI))
    yield shop
    shop.close()


def mbox(folder: Path, raws: Sequence[bytes]) -> Path:
    """An mbox file with these mails."""
    path = folder / "box.mbox"
    path.write_bytes(as_mbox(raws))
    return path


def mail(
    number: int, *, at: datetime | None = NOON, answers: int | None = None, **more: str
) -> bytes:
    """A plain mail with the Message-ID of that number."""
    made = EmailMessage()
    made["From"] = more.get("sender", "Wang Fang <wang@example.cn>")
    made["Subject"] = more.get("subject", f"Matter {number}")
    made["Message-ID"] = f"<{number}@example.cn>"
    if at is not None:
        made["Date"] = format_datetime(at)
    if answers is not None:
        made["In-Reply-To"] = f"<{answers}@example.cn>"
    made.set_content(more.get("text", f"Text {number}"))
    return bytes(made)


def threads(shop: Shop) -> set[frozenset[str]]:
    """The Message-IDs that lie on one ticket each."""
    found = defaultdict(set)
    with shop.desk.reading() as reading:
        for message in reading.all(Message):
            found[message.ticket_id].add(message.mail_id or "")
    return {frozenset(ids) for ids in found.values()}


def test_a_support_list_falls_into_its_threads(shop: Shop, tmp_path: Path) -> None:
    samples = support_list()
    wanted = defaultdict(set)
    for sample in samples:
        wanted[sample.thread].add(parse(sample.raw).message_id)
    counts = import_box(shop.desk, mbox(tmp_path, [sample.raw for sample in samples]))
    assert counts == Imported(read=len(samples), stored=len(samples), opened=len(wanted))
    assert len(samples) >= 100
    assert threads(shop) == {frozenset(ids) for ids in wanted.values()}


def test_the_order_of_the_box_does_not_matter(shop: Shop, tmp_path: Path) -> None:
    raws = [sample.raw for sample in support_list()]
    import_box(shop.desk, mbox(tmp_path, raws))
    other = Shop(tmp_path / "other.db", Clock(LATER)).furnish()
    other.desk.do(ChangeSettings(mail_addresses=(SHOP_ADDRESS,)), by=Actor.system(Via.CLI))
    random.Random(7).shuffle(raws)
    import_box(other.desk, write_maildir(tmp_path / "box", raws))
    assert threads(other) == threads(shop)
    other.close()


def test_the_same_box_again_adds_nothing(shop: Shop, tmp_path: Path) -> None:
    raws = [sample.raw for sample in support_list()]
    import_box(shop.desk, mbox(tmp_path, raws))
    shop.desk.tick()
    before = shop.desk.data_version(), threads(shop)
    again = import_box(shop.desk, mbox(tmp_path, raws))
    assert again == Imported(read=len(raws), known=len(raws))
    assert (shop.desk.data_version(), threads(shop)) == before


def test_answers_of_the_shop_are_answers(shop: Shop, tmp_path: Path) -> None:
    samples = support_list()
    import_box(shop.desk, mbox(tmp_path, [sample.raw for sample in samples]))
    own = {
        parsed.message_id
        for parsed in (parse(sample.raw) for sample in samples)
        if parsed.from_address == SHOP_ADDRESS
    }
    with shop.desk.reading() as reading:
        sent = {m.mail_id for m in reading.all(Message) if m.direction is Direction.OUT}
    assert own
    assert sent == own


def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(shop: Shop, tmp_path: Path) -> None:
    junk = b"\r\n\r\n"
    raws = [mail(1), junk, mail(2), b"", mail(3)]
    counts = import_box(shop.desk, mbox(tmp_path, raws))
    assert counts.read == counts.stored + counts.quarantined + counts.known
    assert (counts.stored, counts.opened) == (3, 3)
    with shop.desk.reading() as reading:
        aside = reading.find(Mail, state=MailState.QUARANTINED)
    assert aside
    assert all(mail.fault for mail in aside)
    again = import_box(shop.desk, mbox(tmp_path, raws))
    assert (again.stored, again.quarantined) == (0, 0)


def test_a_box_larger_than_one_transaction_is_filed_in_order(shop: Shop, tmp_path: Path) -> None:
    many = 2 * AT_ONCE + 1
    raws = [mail(n, at=NOON.replace(minute=n // 60, second=n % 60)) for n in range(many)]
    told: list[tuple[int, int]] = []
    counts = import_box(
        shop.desk, mbox(tmp_path, raws[::-1]), lambda done, total: told.append((done, total))
    )
    assert counts == Imported(read=many, stored=many, opened=many)
    assert told == [(AT_ONCE, many), (2 * AT_ONCE, many), (many, many)]
    with shop.desk.reading() as reading:
        subjects = [ticket.subject for ticket in reading.all(Ticket)]
    assert subjects == [f"Matter {n}" for n in range(many)]


def test_a_copy_in_the_same_box_is_known(shop: Shop, tmp_path: Path) -> None:
    counts = import_box(shop.desk, mbox(tmp_path, [mail(1), mail(1)]))
    assert counts == Imported(read=2, stored=1, known=1, opened=1)


def test_an_answer_dated_wrongly_still_finds_its_thread(shop: Shop, tmp_path: Path) -> None:
    early, late = NOON.replace(hour=9), NOON.replace(hour=10)
    import_box(shop.desk, mbox(tmp_path, [mail(1, at=late), mail(2, at=early, answers=1)]))
    assert threads(shop) == {frozenset({"<1@example.cn>", "<2@example.cn>"})}


def test_a_mail_from_the_future_came_now(shop: Shop, tmp_path: Path) -> None:
    import_box(shop.desk, mbox(tmp_path, [mail(1, at=LATER.replace(year=2040))]))
    assert shop.ticket(10_001).created_at == LATER


def test_a_mail_without_a_date_came_now(shop: Shop, tmp_path: Path) -> None:
    import_box(shop.desk, mbox(tmp_path, [mail(1, at=None)]))
    assert shop.ticket(10_001).created_at == LATER


def test_the_language_is_that_of_the_words(shop: Shop, tmp_path: Path) -> None:
    chinese = mail(2, at=NOON.replace(hour=13), subject="退款", text="三天没到账")
    import_box(shop.desk, mbox(tmp_path, [mail(1), chinese]))
    assert [shop.ticket(number).language for number in (10_001, 10_002)] == ["en", "zh"]


def test_files_come_along(shop: Shop, tmp_path: Path) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "wang@example.cn", "Broken"
    made["Message-ID"] = "<9@example.cn>"
    made.set_content("See the picture")
    made.add_attachment(b"picture", maintype="image", subtype="png", filename="灯.png")
    import_box(shop.desk, mbox(tmp_path, [bytes(made)]))
    (file,) = shop.dossier(10_001).attachments
    assert (file.name, file.media_type, file.size) == ("灯.png", "image/png", 7)
    with shop.desk.reading() as reading:
        assert reading.attachment(file.id) == b"picture"


def test_a_machines_mail_makes_nobody_wait(shop: Shop, tmp_path: Path) -> None:
    raw = b"Auto-Submitted: auto-generated\r\n" + mail(1)
    import_box(shop.desk, mbox(tmp_path, [raw]))
    dossier = shop.dossier(10_001)
    assert (dossier.ticket.unanswered_since, dossier.clocks) == (None, ())
    assert dossier.messages[0].automatic == "Auto-Submitted: auto-generated"


def test_a_thanks_after_the_solution_brings_the_ticket_back(shop: Shop, tmp_path: Path) -> None:
    import_box(shop.desk, mbox(tmp_path, [mail(1)]))
    from tuiticket.engine.commands.life import Move

    shop.do(Move(ticket=10_001, to=State.SOLVED), by="lena")
    import_box(shop.desk, mbox(tmp_path, [mail(1), mail(2, answers=1)]))
    assert shop.ticket(10_001).state is State.OPEN


def test_a_desk_that_is_not_set_up_takes_nothing_in(tmp_path: Path) -> None:
    bare = Shop(tmp_path / "bare.db")
    with pytest.raises(Unknown):
        import_box(bare.desk, mbox(tmp_path, [mail(1)]))
    with bare.desk.reading() as reading:
        assert reading.all(Mail) == []
    bare.close()


def test_a_file_that_is_no_box_is_refused(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("Dear all,\n")
    with pytest.raises(Unreadable):
        import_box(shop.desk, path)
