"""Words that stand everywhere and tell nothing of what a text is about."""

from __future__ import annotations

from collections.abc import Iterable

_ENGLISH = """
a about again ain all also am an and ani any are aren as at be been befor before but by can could
d did didn do doe does doesn doing done don down for from get got ha had hadn has hasn have haven he
hello her here hi him his how i if in into is isn it its just ll m may me mine might more most much
must my no nor not now of off on one onli only or our out over pleas please re s she should shouldn
so some such t than thank that the their them then there these they this those to too until up us ve
veri very wa was wasn we were weren what when where which while who whi why will with won would
wouldn you your
"""
_CHINESE = """
您好 你好 请问 我的 你们 我们 谢谢 可以 怎么 什么 一下 一个 这个 就是 已经 还是 没有 不是 现在
这是 的我 了我
"""

COMMON = frozenset(f"{_ENGLISH} {_CHINESE}".split())
"""Such words and their stems, as an index holds them."""


def telling(tokens: Iterable[str]) -> list[str]:
    """The tokens that tell something, in order; all of them where none does."""
    tokens = list(tokens)
    return [token for token in tokens if token not in COMMON] or tokens
