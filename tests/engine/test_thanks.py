"""Plain thanks are known from anything else."""

from __future__ import annotations

import pytest

from tuiticket.engine.rules.thanks import is_thanks


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!",
        "Thank you so much, it works now :)",
        "ok, thx",
        "Great, thanks for your quick help. Have a nice day!",
        "谢谢",
        "好的，谢谢您！",
        "收到了，非常感谢🙏",
        "辛苦了",
        "已经解决了，谢谢客服的耐心帮助。",
        "ＴＨＡＮＫＳ",
        "没问题了，谢谢！",
    ],
)
def test_thanks_are_recognised(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OK",
        "Thanks, but it is still broken",
        "Thanks! When will the refund arrive?",
        "thanks, please send the invoice",
        "No thanks to you",
        "It doesn't work, thanks",
        "Thanks. Is it all fixed now",
        "谢谢，但是灯又坏了",
        "还没谢谢你们",
        "谢谢，什么时候退款",
        "好的",
        "没收到，谢谢",
        "不谢",
        "谢谢" * 200,
        "спасибо, не работает",
    ],
)
def test_anything_more_is_not_just_thanks(text: str) -> None:
    assert not is_thanks(text)
