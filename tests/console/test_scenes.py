"""What a machine sees of the pictures: nothing of ours cut, nothing untranslated, nothing too wide.

Every scene that scripts/scenes.py has, at the smallest size in English, whose words are longer, and
each third one in Chinese.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from rich.cells import cell_len
from textual.containers import Vertical
from textual.screen import Screen

from tuiticket import i18n
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.page import Page

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
sys.path.insert(0, str(SCRIPTS))
from scenes import SCENES, Scene  # noqa: E402
from stage import Stage  # noqa: E402

SIZE = (80, 24)
TABLES = (
    "agent",
    "article",
    "canned_reply",
    "category",
    "contact",
    "customer",
    "customer_tag",
    "message",
    "policy",
    "routing_rule",
    "team",
    "ticket",
)
"""Where the words stand that people wrote."""

TAIL = 12
"""Characters before an ellipsis that tell whose words were cut."""

BETWEEN = r"(?:^|  |[─│╭╮╰╯▌●·▸])"
"""What parts the words of a row."""

FOLDED = "▸"
"""What begins a line that sums several steps up, and may say as much as fits."""


@pytest.fixture(autouse=True)
def plain_folder(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that reads and breaks the same on every machine, where one is shown."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/config")


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture(scope="module")
def written(stage: Stage) -> str:
    """All that people wrote at the sample shop, and what the scenes add to it."""
    scripts = [file.read_text("utf-8") for file in SCRIPTS.glob("*.py")]
    return "\n".join([*_texts(stage.sample), *scripts, "退款" * TAIL])


def _texts(file: Path) -> Iterator[str]:
    connection = sqlite3.connect(file)
    for table in TABLES:
        for row in connection.execute(f"SELECT * FROM {table}"):
            yield from (value for value in row if isinstance(value, str))
    for (lines,) in connection.execute('SELECT lines FROM "order"'):
        yield from (line["name"] for line in json.loads(lines))
    connection.close()


@pytest.mark.parametrize(
    ("scene", "language"),
    [
        *(pytest.param(scene, "en", id=scene.name) for scene in SCENES),
        *(pytest.param(scene, "zh_CN", id=f"{scene.name}-zh") for scene in SCENES[::3]),
    ],
)
async def test_nothing_is_wrong_with(
    scene: Scene, language: str, stage: Stage, written: str
) -> None:
    async with stage.play(scene, SIZE, language) as pilot:
        screen = pilot.app.screen
        strips = screen._compositor.render_strips()
        rows = [strip.text for strip in strips]
        assert {cell_len(row) for row in rows} == {SIZE[0]}
        assert list(_cut(screen, rows, written)) == []
        assert list(_too_large(screen)) == []
        if language != "en":
            assert list(_untranslated("\n".join(rows), written)) == []


def _cut(screen: Screen[object], rows: list[str], written: str) -> Iterator[str]:
    """Words of our own that end in an ellipsis where they should not."""
    pieces = [
        piece.text.rstrip()
        for page in screen.query(Page)
        for line in page.lines
        for piece in line.pieces
        if not line.text.startswith(FOLDED)
    ]
    cut = [piece for piece in pieces if piece.endswith("…")]
    on_pages = "\n".join(line.text for page in screen.query(Page) for line in page.lines)
    for row in rows:
        parts = re.findall(rf"{BETWEEN}([^…]+…)", row)
        cut += [part for part in parts if FOLDED not in part and part.strip() not in on_pages]
    for words in cut:
        end = re.split(BETWEEN, words.rstrip("…"))[-1]
        if end[-TAIL:].strip() not in written and words.strip(" │") not in _own_ellipses():
            yield words


@cache
def _own_ellipses() -> str:
    return "\n".join(said for pair in _catalogue() for said in pair if "…" in said)


def _too_large(screen: Screen[object]) -> Iterator[str]:
    """Pages wider than their room, dialogs that do not fit, hints that are cut."""
    for page in screen.query(Page):
        room = page.scrollable_content_region.width
        if page.display and room:
            yield from (line.text for line in page.lines if cell_len(line.text) > room)
    for hints in screen.query(HintLine):
        if cell_len(hints.render().plain) > hints.size.width:
            yield hints.render().plain
    if isinstance(screen, Dialog):
        box = screen.query_one(Vertical)
        inside = screen.region.contains_region(box.region)
        if box.virtual_size.height > box.size.height or not inside:
            yield f"{screen}: {box.region}, {box.virtual_size}"


def _untranslated(shown: str, written: str) -> Iterator[str]:
    """Two words or more of English that the catalogue says otherwise; names out of the code."""
    for source, said in _catalogue():
        for part in re.split(r"\{[^}]*\}", source):
            words = part.strip(" ·:,;.")
            ours = " " in words and len(words) > TAIL and words not in said
            if ours and words in shown and words not in written:
                yield words
    yield from (word for word in re.findall(r"\b[a-z]+_[a-z]+\b", shown) if word not in written)


@cache
def _catalogue() -> list[tuple[str, str]]:
    """Every text of ours with its Chinese; each form of a plural by itself."""
    folder = Path(i18n.__file__).parent / "locale" / "zh_CN" / "LC_MESSAGES"
    with (folder / "tuiticket.po").open("rb") as file:
        found = [message for message in read_po(file) if message.id]
    return [
        pair
        for message in found
        for pair in zip(_forms(message.id), _forms(message.string) * 2, strict=False)
    ]


def _forms(words: str | Sequence[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())
