"""Files that came with a message: listed under it, saved by a key into a folder one names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.console.driving import console, press, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.mail import IncomingFile, IncomingMail, TakeInMail
from tuiticket.engine.model.people import Actor, Via
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Pick
from tuiticket.screens.setting import Setting

PICTURE = b"\x89PNG \x00\xff"


def mail(shop: Shop, *files: IncomingFile) -> int:
    """A ticket opened by a mail with these files; its number."""
    incoming = IncomingMail(
        mail_id="<1@example.cn>",
        content_hash="1",
        at=shop.clock.now,
        from_address="wang@example.cn",
        from_name="Wang Fang",
        subject="灯坏了",
        text="See the picture",
        quoted="",
        raw=b"",
        files=files,
    )
    return shop.desk.do(TakeInMail(mail=incoming), by=Actor.system(Via.MAIL)).tickets[0]


def file(name: str, content: bytes | None = PICTURE, skipped: str | None = None) -> IncomingFile:
    """A file as it came."""
    return IncomingFile(
        name=name,
        media_type="image/png",
        size=len(content or b""),
        content=content,
        skipped=skipped,
    )


async def test_they_are_listed_with_size_and_type(shop: Shop) -> None:
    mail(
        shop,
        file("灯.png", b"x" * 3_500),
        file("long.mp4", None, "larger than 10 MiB"),
    )
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "file: 灯.png (3.5 KB) · image/png" in shown(sitting)
        assert "file: long.mp4 (0 B) · image/png · not kept: larger than 10 MiB" in shown(sitting)


async def test_one_is_saved_where_one_says_and_over_no_other(shop: Shop, tmp_path: Path) -> None:
    mail(shop, file("../../灯.png"))
    (tmp_path / "灯.png").write_bytes(b"mine")
    async with console(shop) as sitting:
        await press(sitting, "enter", "F")
        assert isinstance(sitting.app.screen, Ask)
        await press(sitting, "ctrl+u")
        await type_in(sitting, str(tmp_path))
        await press(sitting, "enter")
        assert f"Saved {tmp_path / '灯 (2).png'}." in toasts(sitting)[-1]
        await press(sitting, "F", "enter")
    assert (tmp_path / "灯.png").read_bytes() == b"mine"
    assert (tmp_path / "灯 (2).png").read_bytes() == PICTURE
    assert (tmp_path / "灯 (3).png").read_bytes() == PICTURE


async def test_of_several_one_or_all_are_saved(shop: Shop, tmp_path: Path) -> None:
    mail(shop, file("a.png"), file("b.png"), file("big.png", None, "larger than 10 MiB"))
    async with console(shop) as sitting:
        await press(sitting, "enter", "F")
        assert isinstance(sitting.app.screen, Pick)
        await press(sitting, "3", "ctrl+u")
        await type_in(sitting, str(tmp_path))
        await press(sitting, "enter")
        assert sorted(path.name for path in tmp_path.glob("*.png")) == ["b.png"]
        await press(sitting, "F", "1", "enter")
        assert f"2 files saved in {tmp_path}." in toasts(sitting)[-1]
        await press(sitting, "F", "4", "enter")
        assert "was not kept: larger than 10 MiB" in toasts(sitting)[-1]
    saved = sorted(path.name for path in tmp_path.glob("*.png"))
    assert saved == ["a.png", "b (2).png", "b.png"]


async def test_a_folder_that_is_not_there_is_said(shop: Shop, tmp_path: Path) -> None:
    mail(shop, file("a.png"))
    async with console(shop) as sitting:
        await press(sitting, "enter", "F", "ctrl+u")
        await type_in(sitting, str(tmp_path / "nowhere"))
        await press(sitting, "enter")
        assert "There is no folder" in toasts(sitting)[-1]


async def test_a_message_without_files_says_so(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter", "F")
        assert toasts(sitting)[-1] == "No file came with this."


@pytest.mark.parametrize("key", ["F", "ctrl+z"])
async def test_a_restricted_account_reaches_no_disk_and_no_shell(shop: Shop, key: str) -> None:
    mail(shop, file("a.png"))
    async with console(shop, setting=Setting(restricted=True)) as sitting:
        await press(sitting, "enter", key)
        assert toasts(sitting)[-1] in (
            "Files cannot be saved from this account.",
            "There is no shell to go back to.",
        )
        assert not isinstance(sitting.app.screen, Ask)
