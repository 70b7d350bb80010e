"""Which of the desk's languages a text is written in."""

from __future__ import annotations

import re

CHINESE, ENGLISH = "zh", "en"

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.2
"""A Chinese character says about as much as a word; a mail in Chinese may be full of names, links
and machine-made English, an English one hardly ever holds a fifth of Chinese."""


def guess_language(text: str) -> str:
    """Return zh if at least a fifth of the words are Chinese characters, else en."""
    han = len(_HAN.findall(text))
    other = len(_WORD.findall(_HAN.sub(" ", text)))
    return CHINESE if han and han >= _ENOUGH * (han + other) else ENGLISH
