"""Which of the desk's languages a text is written in."""

from __future__ import annotations

import re

CHINESE, ENGLISH = "zh", "en"

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.2
"""The share of Chinese words that makes a text Chinese: it may be full of names and order lines in
Latin letters, while one in English names a Chinese shop or product at most."""


def guess_language(text: str) -> str:
    """Return zh if at least a fifth of the words are Chinese, of two characters each; else en."""
    chinese = len(_HAN.findall(text)) / 2
    other = len(_WORD.findall(_HAN.sub(" ", text)))
    return CHINESE if chinese and chinese >= _ENOUGH * (chinese + other) else ENGLISH
