"""Recognising a customer who only says thanks.

Careful on purpose: a message is taken for thanks if it holds nothing but words of thanks, greeting
and contentment, and no question. Anything else, a "but" or a 没 of its own, may be a matter that
has come back.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Characters; who writes more has more to say."""

_ENGLISH = frozenset(
    re.findall(
        r"\S+",
        """
        a ok okay thanks thank thankyou thx ty cheers you u so very much lot lots many for the your
        help support quick fast reply answer great good perfect awesome wonderful excellent nice
        super cool all done solved fixed works working now it its is that this was everything fine
        resolved got received arrived again everyone team and hi hello dear best kind regards
        greetings bye have day weekend appreciate appreciated really i m am happy we are
        """,
    )
)
_THANKS = frozenset({"thanks", "thank", "thankyou", "thx", "ty", "cheers", "appreciate"})

_CHINESE = re.findall(
    r"\S+",
    """
    非常感谢 十分感谢 万分感谢 太感谢了 感谢您 感谢你 感谢 谢谢您 谢谢你们 谢谢你 谢谢了 谢谢啦
    谢谢 多谢了 多谢 谢啦 谢了 辛苦您了 辛苦你了 辛苦了 辛苦啦 麻烦您了 麻烦你了 麻烦了
    已经解决了 已解决了 已解决 解决了 问题解决 已经收到了 已收到 收到了 收到 好的呢 好的 好了
    可以了 没问题了 没有问题了 知道了 明白了 了解了 客服 您好 你好 亲 您的 你的 帮助 耐心 及时
    回复 处理 支持 服务 很好 非常好 太好了 满意 非常 很 再次 再见 祝 生意兴隆 工作顺利 生活愉快
    周末愉快 您 你 们 的 了 啦 呢 啊 哦 哈 嗯 对 是 都 已经 已 太 真 好
    """,
)
_THANKS_ZH = re.compile("谢|辛苦|麻烦[您你]?了")
_ASKS = re.compile(
    r"\?|(?:^|[,.;:!]|\band|\bthanks)\s*(?:is|are|have)\s+(?:it|that|this|everything|all|you|we)\b"
)
"""A question, by its mark or, of words that are all those of thanks, by their order."""

_HAN = re.compile("|".join(sorted(map(re.escape, _CHINESE), key=len, reverse=True)))


def is_thanks(text: str) -> bool:
    """Whether the message says thanks and nothing else, in English or Chinese."""
    words = unicodedata.normalize("NFKC", text).casefold().strip()
    if not words or len(words) > LONGEST or _ASKS.search(words):
        return False
    english = re.findall(r"[a-z]+", words.replace("'", ""))
    rest = re.sub(r"[a-z']+", " ", words)
    left = _HAN.sub("", rest)
    said = bool(_THANKS.intersection(english) or _THANKS_ZH.search(rest))
    return said and _ENGLISH.issuperset(english) and not any(map(str.isalnum, left))
