"""Mails out of mbox files, Maildirs and single files."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.sample_mails import as_mbox, support_list, write_maildir
from tuiticket.channels.mail.boxes import read_box, read_message
from tuiticket.channels.mail.parse import MAX_MAIL, parse
from tuiticket.engine.errors import Unreadable

RAWS = [mail.raw for mail in support_list()]
ENVELOPE = b"From li@example.cn Fri Nov 20 15:04:05 2026\n"


def box(tmp_path: Path, content: bytes) -> Path:
    """A file with this content."""
    path = tmp_path / "box"
    path.write_bytes(content)
    return path


def bodies(tmp_path: Path, content: bytes) -> list[bytes]:
    """The mails in a box with this content."""
    return [mail.data for mail in read_box(box(tmp_path, content))]


def test_an_mbox_gives_every_mail_as_it_was(tmp_path: Path) -> None:
    found = list(read_box(box(tmp_path, as_mbox(RAWS))))
    assert [parse(mail.data) for mail in found] == [parse(raw) for raw in RAWS]
    assert found[0].origin == "box #1"
    assert len({mail.origin for mail in found}) == len(RAWS)


def test_a_maildir_gives_every_mail(tmp_path: Path) -> None:
    found = {mail.data for mail in read_box(write_maildir(tmp_path / "Mail", RAWS))}
    assert found == set(RAWS)


def test_a_mail_of_a_maildir_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    maildir = write_maildir(tmp_path / "Mail", RAWS[:2])
    (maildir / "new" / "0.gone").symlink_to(tmp_path / "nowhere")
    (maildir / "new" / "0.folder").mkdir()
    assert len(list(read_box(maildir))) == 2


def test_an_mbox_of_the_standard_library_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "box"
    written = mailbox.mbox(path)
    for raw in RAWS[:20]:
        written.add(raw.replace(b"\r\n", b"\n"))
    written.close()
    ids = [parse(mail.data).message_id for mail in read_box(path)]
    assert ids == [parse(raw).message_id for raw in RAWS[:20]]


@pytest.mark.parametrize(
    "envelope",
    [
        b"From li@example.cn Fri Nov 20 15:04:05 2026",
        b"From li at example.cn  Fri Nov 20 15:04:05 2026",
        b"From - Fri Nov 20 15:04:05 2026",
        b"From 1234@xxx Fri Nov 20 15:04:05 +0000 2026",
        b"From MAILER-DAEMON Fri Nov 20 15:04:05 2026 +0800",
        b"From MAILER-DAEMON Fri Nov 20 15:04:05 2026 extra words",
        b"From li Fri Nov 20 15:04 CST 2026 remote from example",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_envelopes_of_the_world(tmp_path: Path, envelope: bytes, end: bytes) -> None:
    one = end.join([envelope, b"Subject: x", b"", b"hi", b""])
    assert len(bodies(tmp_path, one + end + one)) == 2


@pytest.mark.parametrize(
    "line",
    [b"From Berlin with love, 2026", b"From 10:00 on we are open", b" " + ENVELOPE.strip()],
)
def test_a_sentence_begins_no_mail(tmp_path: Path, line: bytes) -> None:
    content = ENVELOPE + b"Subject: x\n\nhello\n\n" + line + b"\nbye\n"
    (found,) = bodies(tmp_path, content)
    assert line in found


def test_what_was_escaped_is_as_it_was(tmp_path: Path) -> None:
    content = ENVELOPE + b"Subject: x\n\n>From now on\n>>From then\n> From me\n>Fromage\n"
    assert bodies(tmp_path, content) == [
        b"Subject: x\n\nFrom now on\n>From then\n> From me\n>Fromage\n"
    ]


said = st.lists(
    st.sampled_from(["From me", ">From you", "", "hi", ENVELOPE.decode().strip(), "> q", "退货"]),
    min_size=1,
    max_size=8,
)


@given(st.lists(said, min_size=1, max_size=4))
def test_what_goes_into_an_mbox_comes_out(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    raws = [("Subject: x\n\n" + "\n".join(text)).rstrip().encode() + b"\n" for text in texts]
    assert bodies(tmp_path_factory.mktemp("box"), as_mbox(raws)) == raws


def test_an_overlong_mail_is_cut_and_the_next_one_read(tmp_path: Path) -> None:
    huge = ENVELOPE + b"\n" + b"x" * 79 + b"\n"
    lines_needed = MAX_MAIL // 80 + 20_000
    content = huge + (b"y" * 79 + b"\n") * lines_needed + ENVELOPE + b"Subject: next\n\nhi\n"
    first, second = bodies(tmp_path, content)
    with pytest.raises(Unreadable, match="larger than 50 MiB"):
        parse(first)
    assert len(first) <= MAX_MAIL + 80
    assert parse(second).subject == "next"


def test_a_single_mail(tmp_path: Path) -> None:
    found = read_message(box(tmp_path, RAWS[0]))
    assert (found.data, found.origin) == (RAWS[0], "box")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty: there is no mail in it"),
        (b"Subject: x\n\nhi\n", "is not an mbox: its first line does not begin with"),
        (b"SQLite format 3\x00", "is not an mbox"),
        (b"\x00" * 100, "is not an mbox"),
    ],
)
def test_what_is_no_mbox_is_refused_at_once(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as refused:
        read_box(box(tmp_path, content))
    assert len(str(refused.value).splitlines()) == 1


def test_a_folder_that_is_no_maildir_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with pytest.raises(Unreadable, match="is not a Maildir"):
        read_box(tmp_path)


@pytest.mark.parametrize("read", [read_box, read_message])
def test_a_missing_file_is_refused(tmp_path: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(Unreadable, match="cannot be read: No such file"):
        read(tmp_path / "nowhere")
