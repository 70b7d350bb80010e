"""Take pictures of the console: those the README shows, or all there are into a folder.

    python scripts/screenshots.py [FOLDER [BEGINNING ...]]

A picture is named SCENE-COLUMNSxROWS-LANGUAGE.svg. Plays the sample shop as it stands at one fixed
instant, so that the same code gives the same pictures. With a folder, every scene (or those whose
names begin so) is taken in every size and language, to be looked at.
"""

from __future__ import annotations

import asyncio
import html
import itertools
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from scenes import SCENES
from stage import Stage

from tuiticket import i18n

ROOT = Path(__file__).parent.parent
SIZES = ((80, 24), (160, 48))
BY_NAME = {scene.name: scene for scene in SCENES}

FONT_SIZE = 20
"""Pixels of a full-width character in the picture."""

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.S)


class Picture(NamedTuple):
    """A scene at a size, in a language."""

    scene: str
    columns: int
    rows: int
    language: str

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.scene}-{self.columns}x{self.rows}-{self.language}.svg"


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


async def take(stage: Stage, picture: Picture, folder: Path) -> None:
    """Take one picture."""
    size = (picture.columns, picture.rows)
    async with stage.play(BY_NAME[picture.scene], size, picture.language) as pilot:
        svg = aligned(_FONTS.sub("", pilot.app.export_screenshot(title="tuiticket")))
    file = folder / picture.file
    file.write_text(svg, encoding="utf-8")
    sys.stdout.write(f"{file}\n")


def shown_by_the_readme() -> list[Picture]:
    """The pictures the README names."""
    named = re.findall(
        r"pictures/([a-z-]+)-(\d+)x(\d+)-(\w+)\.svg", (ROOT / "README.md").read_text()
    )
    return [Picture(scene, int(c), int(r), language) for scene, c, r, language in named]


def all_there_are(beginnings: Sequence[str]) -> list[Picture]:
    """Every scene in every size and language, or only those whose names begin so."""
    return [
        Picture(scene.name, *size, language)
        for language in i18n.LANGUAGES
        for size in SIZES
        for scene in SCENES
        if scene.name.startswith(tuple(beginnings or [""]))
    ]


def main(pictures: list[Picture], folder: Path) -> None:
    """Take the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage()
    try:
        for picture in pictures:
            asyncio.run(take(stage, picture, folder))
    finally:
        stage.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(all_there_are(sys.argv[2:]), Path(sys.argv[1]))
    else:
        main(shown_by_the_readme(), ROOT / "docs" / "pictures")
