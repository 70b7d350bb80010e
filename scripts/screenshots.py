"""Take the README's pictures of the console, in both languages and two sizes.

python scripts/screenshots.py docs/pictures

Plays the sample shop as it stands at one fixed instant, so that the same code gives the same
pictures.
"""

from __future__ import annotations

import asyncio
import html
import itertools
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from tuiticket import i18n
from tuiticket.app import Console
from tuiticket.bootstrap import make_sample, open_desk
from tuiticket.engine.desk import Desk

NOW = datetime(2026, 11, 20, 6, 32, tzinfo=UTC)
SIZES = ((80, 24), (160, 48))
SCENES: dict[str, tuple[str, ...]] = {
    "queue": (),
    "ticket": ("enter",),
    "reply": ("enter", "r"),
    "knowledge": ("enter", "f"),
    "help": ("question_mark",),
}
"""Each picture with the keys that lead to it from the queue."""

FONT_SIZE = 20
"""Pixels of a full-width character in the picture."""

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.S)


_TEXT = re.compile(
    r'(?P<head><text [^>]*?)x="(?P<x>[\d.]+)"(?P<rest>[^>]*?) textLength="(?P<length>[\d.]+)"'
    r"(?P<tail>[^>]*)>(?P<words>[^<]+)</text>"
)


def aligned(svg: str) -> str:
    """The picture with every word put where its cells are.

    A viewer takes Chinese characters and runs of blanks for less than the cells a terminal gives
    them, and would push what follows out of its column.
    """

    def split(text: re.Match[str]) -> str:
        words = html.unescape(text["words"])
        cell = float(text["length"]) / len(words)
        pieces, at = [], float(text["x"])
        for look, run in itertools.groupby(words, look_of):
            part = "".join(run)
            length = cell * cell_len(part)
            if look != BLANK:
                spacing = f' letter-spacing="{2 * cell - FONT_SIZE:.1f}"' if look == WIDE else ""
                pieces.append(
                    f'{text["head"]}x="{at:.1f}"{text["rest"]} textLength="{length:.1f}"{spacing}'
                    f"{text['tail']}>{html.escape(part, quote=False)}</text>"
                )
            at += length
        return "".join(pieces)

    return _TEXT.sub(split, svg)


BLANK, NARROW, WIDE = range(3)


def look_of(character: str) -> int:
    """How a character is drawn: not at all, in one cell, in two."""
    return BLANK if character.isspace() else cell_len(character)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until every reading has been answered and painted."""
    for _ in range(20):
        await pilot.pause(0.05)


async def take(
    desk: Callable[[], Desk], folder: Path, language: str, size: tuple[int, int]
) -> None:
    """Take every picture of one language and size."""
    for name, keys in SCENES.items():
        i18n.switch(language)
        app = Console(desk, "alice")
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            picture = aligned(_FONTS.sub("", app.export_screenshot(title="tuiticket")))
        file = folder / f"{name}-{size[0]}x{size[1]}-{language}.svg"
        file.write_text(picture, encoding="utf-8")
        sys.stdout.write(f"{file}\n")


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        shop = Path(place) / "desk.db"
        make_sample(shop, NOW)
        desk = partial(open_desk, shop, read_only=True, clock=lambda: NOW)
        for language in i18n.LANGUAGES:
            for size in SIZES:
                asyncio.run(take(desk, folder, language, size))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
