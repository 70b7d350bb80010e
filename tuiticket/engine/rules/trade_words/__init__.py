"""What customers of a shop and its people call the same thing, in English and Chinese.

One line, with those that are indented below it, is one matter: words and short phrases any of which
may stand for the others. They need not be interchangeable in a sentence; it is what somebody might
write who means what another calls by another name. Words that everything is about (order, thing,
shop) are left out.
"""

from __future__ import annotations

import re

from tuiticket.engine.rules.trade_words.delivery import AFTERWARDS, DELIVERY
from tuiticket.engine.rules.trade_words.goods import GOODS
from tuiticket.engine.rules.trade_words.money import MONEY, PAPERS
from tuiticket.engine.rules.trade_words.people import EVERYDAY, PEOPLE

TRADE = tuple(
    tuple(word.strip() for word in matter.split(","))
    for part in (MONEY, PAPERS, DELIVERY, AFTERWARDS, GOODS, PEOPLE, EVERYDAY)
    for matter in re.split(r"\n(?! )", part.strip())
)
"""The words of each matter."""
