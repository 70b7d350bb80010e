"""Where answers are written: lines broken as Chinese wants it, the cursor where the text goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.document._document import Document

from tuiticket.theme import DARK
from tuiticket.widgets.editor import LONG, ByWords, Editor


class Desk(App[None]):
    """Nothing but an editor, 20 cells wide inside."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        """The editor."""
        yield Editor()


@asynccontextmanager
async def editor() -> AsyncIterator[Editor]:
    """An editor one can type in."""
    app = Desk()
    async with app.run_test(size=(24, 10)) as pilot:
        one = app.query_one(Editor)
        one.focus()
        await pilot.pause()
        yield one
        await pilot.pause()


def lines(one: Editor) -> list[str]:
    """What its lines look like."""
    return [one.render_line(y).text.rstrip() for y in range(one.wrapped_document.height)]


async def test_chinese_is_broken_between_characters_and_before_no_full_stop() -> None:
    async with editor() as one:
        one.begin("- 显示退款成功但是没有收到，请看付款方式。")
        shown = lines(one)
        assert shown[0].startswith("- 显示退款")
        assert all(cell_len(line.rstrip()) <= one.size.width for line in shown)
        assert not any(line.lstrip()[:1] in "，。" for line in shown if line)
        assert "".join(shown).replace(" ", "") == one.text.replace(" ", "")


async def test_the_cursor_is_where_the_text_goes() -> None:
    async with editor() as one:
        one.begin("我已经等了三天了我已经等了三天")
        assert one.cursor_location == (0, 15)
        offset = one.wrapped_document.location_to_offset((0, 15))
        assert (offset.x, offset.y) == (cell_len(lines(one)[1]), 1)
        one.insert("了")
        assert one.text.endswith("三天了")
        one.action_delete_left()
        one.action_delete_left()
        assert one.text.endswith("等了三")


async def test_what_was_typed_is_broken_anew_and_undone() -> None:
    async with editor() as one:
        one.begin("short")
        one.insert(" and then very much longer than a line")
        assert len(lines(one)) == 3
        one.undo()
        assert lines(one) == ["short"]


async def test_an_article_is_put_in_as_a_paragraph_of_its_own() -> None:
    async with editor() as one:
        one.put("first\x1b[31m")
        one.put("second")
        assert one.text == "first\nsecond\n"
        one.insert("Dear")
        one.put("third")
        assert one.text == "first\nsecond\nDear\n\nthird\n"


@pytest.mark.parametrize("text", ["a\tb " * 20, "退" * (LONG + 1)])
async def test_tabs_and_very_long_texts_are_broken_by_blanks_alone(text: str) -> None:
    async with editor() as one:
        one.begin(text)
        assert one.text == text
        assert one.wrapped_document.height > 1


@settings(max_examples=50)
@given(st.text(st.sampled_from("ab 退款，\n"), max_size=60), st.integers(4, 20))
def test_every_place_of_the_text_has_one_on_the_screen(text: str, width: int) -> None:
    document = Document(text)
    broken = ByWords(document)
    broken.wrap(width)
    for row, line in enumerate(document.lines):
        for column in range(len(line) + 1):
            offset = broken.location_to_offset((row, column))
            assert broken.offset_to_location(offset) == (row, column)
    assert [len(sections) for sections in broken.lines] == [
        len(offsets) + 1 for offsets in map(broken.get_offsets, range(document.line_count))
    ]
