"""Words that stand everywhere and tell nothing of what a text is about."""

from __future__ import annotations

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


_ASKING = """
alreadi alway anyon anyth bit came cannot come els ever everyth find first get goe gone gonna
got help issu keep kept know left let look lot made make mani mayb need never nobodi now ok okay
problem put question quit realli right said say sinc somebodi someon someth still take taken
tell thing three today tri two use want way went wish yet
"""
ASKING = frozenset(_ASKING.split())
"""Words a question is made of and not about, beside the common ones; stems, as an index has."""

_IDLE = """
能不能 可不可以 可以不 是不是 有没有 要不要 会不会 用不用 行不行 怎么办 怎么弄 怎么样 怎么 为什么
为啥 什么 请问 到底 应该 一下 一点 没有办法
"""
IDLE = tuple(_IDLE.split())
"""Chinese turns of a question that say nothing of its matter."""

EMPTY = frozenset(
    "的了吗呢吧啊嘛么呀哦们这那啥哪咋是我你您他她它很太就都也在有着过和与把被给让到个"
)
"""Characters that join others and tell nothing; a pair with one of them is hardly a word."""
