"""Consequences that a customer names: an authority, a lawyer, the money called back, the public.

A rule by itself: such a message is never calm, however politely it is put.
"""

from __future__ import annotations

import re

from tuiticket.engine.rules.denied import undenied

_ENGLISH = (
    r"charge-?\s?backs?|lawyers?|attorneys?|solicitors?|legal action"
    r"|(?:take|taking) you to court|small claims|sue you|suing|lawsuit|trading standards"
    r"|ombudsman|bbb|better business bureau"
    r"|consumer (?:protection|affairs|rights?|association)|attorney general|police"
    r"|report(?:ed|ing)? you"
    r"|(?:dispute|disputed|disputing) (?:it|this|the (?:charge|payment|transaction))"
    r"|(?:file|filing|open|opening) (?:a|an)? ?(?:dispute|claim|complaint)"
    r"|paypal (?:claim|dispute)|my bank|card company"
    r"|(?:one|1|bad|negative)[- ]star(?: review)?|bad reviews?|negative reviews?|trustpilot"
    r"|go(?:ing)? public|expose you|social media|the (?:press|media|newspapers?)|journalist"
    r"|(?:tax|trading) (?:office|authority)|regulators?|hmrc"
    r"|i(?:'ll| will| am going to|'m going to) (?:notify|report|inform)|everyone will know"
)
_CHINESE = (
    r"12315|12345|工商(?:局|所)?|消协|消费者协会|市场监管|市监局|监管局|监管部门|主管部门|质检"
    r"|投诉你们?|投诉到|税务(?:局|机关)?|12366|去投诉|要投诉|举报|报警|警察|派出所|公安|起诉"
    r"|法院|法庭|律师|律师函|打官司|法律途径|法律手段|仲裁|曝光|媒体|记者|电视台|微博|小红书"
    r"|抖音|发朋友圈|挂出来|挂网上|给差评|打差评|差评|一星|平台介入|小二介入|客服介入|退一赔三"
    r"|假一赔十|拒付|撤单|维权|黑猫"
)
_THREAT = re.compile(rf"\b(?:{_ENGLISH})\b|(?:{_CHINESE})")
_DENIED = re.compile(
    r"(?:\b(?:not|never|no)\b|n't)(?:\W+\w+){0,5}\W*$|(?:不想|不会|不用|没有?|不是|不打算|别)\w{0,3}$"
)


def threats(text: str) -> list[str]:
    """The consequences named in a case-folded text, in order, each once; denied ones left out."""
    return list(undenied(text, _THREAT, _DENIED))
