"""What somebody asks of the search: words, phrases, beginnings, fields, and what must not be there.

    refund lamp          both words, anywhere on the ticket or in the article
    "three days" refun*  words together and in this order; words that begin so
    -broken -"no box"    not there
    subject:refund       in a ticket's subject or an article's title
    from:"Wang Fang"     of a customer so named, or with that address or number
    kb:warranty          in an article; the same as warranty in:kb
    in:note              only internal notes; also message, subject, kb; -in:note all but those

Every text can be asked: what is no such sign is a word, and nothing is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tuiticket.engine.rules.tokens import LONGEST_QUESTION, Stem, phrase_expression

MOST_TERMS = 16
"""Terms of a question that are looked for; what is left out only makes it find more."""


class Place(StrEnum):
    """Where words may be looked for."""

    SUBJECT = "subject"
    MESSAGE = "message"
    NOTE = "note"
    KB = "kb"


_FIELDS = {"subject": "subject", "主题": "subject", "from": "from", "客户": "from"}
_FIELDS |= {"kb": "kb", "知识库": "kb", "in": "in"}
_PLACES = {place.value: place for place in Place}
_PLACES |= {"主题": Place.SUBJECT, "备注": Place.NOTE, "知识库": Place.KB, "article": Place.KB}
_TERM = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:(?P<field>{'|'.join(_FIELDS)}):)?"
    r'(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s",;!?、。]+))',
    re.IGNORECASE,
)
_SIGNS = str.maketrans("“”„：＂－＊", '""":"-*')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: words that stand together, as they were typed.

    `field` is empty, "subject", "from" or "kb"; `begins` if the last word may go on; `absent` if
    it must not be there.
    """

    words: str
    field: str = ""
    begins: bool = False
    absent: bool = False

    def expression(self, stem: Stem) -> str | None:
        """The FTS5 expression for the words, every token quoted; None where there are none."""
        return phrase_expression(self.words, stem, begins=self.begins)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: terms that must all hold, and the `places` it is limited to, if any."""

    terms: tuple[Term, ...]
    places: frozenset[Place] = frozenset()

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must be there."""
        return tuple(term for term in self.terms if not term.absent)

    @property
    def shown(self) -> str:
        """The words to be marked where they are found."""
        words = (f"{t.words}*" if t.begins else t.words for t in self.wanted if t.field != "from")
        return " ".join(words)

    @property
    def plain(self) -> bool:
        """Whether it is mere words, which may be a ticket's number or an order's."""
        return not self.places and not any(term.field or term.absent for term in self.terms)


def read_question(text: str) -> Question:
    """What a text asks for. Never fails: a sign that means nothing is part of a word.

    Only a minus before a term that follows a blank means "not"; an open quote reaches to the end.
    """
    terms: dict[Term, None] = {}
    places: set[Place] = set()
    barred: set[Place] = set()
    for match in _TERM.finditer(text[:LONGEST_QUESTION].translate(_SIGNS)):
        field = _FIELDS.get((match["field"] or "").casefold(), "")
        words = match["bare"] if match["quoted"] is None else match["quoted"]
        if field == "in":
            place = _PLACES.get(words.casefold())
            if place is not None:
                (barred if match["minus"] else places).add(place)
                continue
            field, words = "", match[0]
        begins = match["quoted"] is None and words.endswith("*")
        term = Term(words.rstrip("*") if begins else words, field, begins, bool(match["minus"]))
        if term.expression(str) is not None and len(terms) < MOST_TERMS:
            terms[term] = None
    if barred:
        places = (places or set(Place)) - barred
    return Question(tuple(terms), frozenset(places))
