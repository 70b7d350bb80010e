"""Which language a text is in."""

from __future__ import annotations

import pytest

from tuiticket.engine.rules.language import guess_language


@pytest.mark.parametrize(
    "text",
    [
        "退款三天没到账",
        "退",
        "订单 10482 的 LED 台灯不亮，已经换过 USB 线",
        "你好 Qimu Home, 我的 order 还没发 shipping",
        "請問可以寄到台灣嗎",
    ],
)
def test_chinese_is_told_by_its_characters(text: str) -> None:
    assert guess_language(text) == "zh"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10482 ???",
        "Where is my parcel?",
        "The label on the box says 栖木家居, is that the right shop for lamps and shelves?",
        "Où est mon colis ?",
        "Где моя посылка?",
    ],
)
def test_everything_else_is_answered_in_english(text: str) -> None:
    assert guess_language(text) == "en"
