"""Keeping the words a shop has for the same matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.keys import checked_key
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.tokens import searchable
from tuiticket.engine.work import Work

WORD_LIMIT = 60
"""Characters of a word or phrase."""

MOST_WORDS = 60
"""Words of one group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutSynonyms(Command):
    """Say which words stand for one matter, in place of those known under the key."""

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    words: tuple[str, ...]

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for fewer than two words, Refused where nothing changes."""
        key = checked_key(self.key, N_("key"))
        words = group_of(self.words)
        known = work.tx.find(Synonyms, key=key)
        if not known:
            work.add(Synonyms(key=key, words=words))
        elif known[0].words == words:
            raise Refused(N_("The synonyms “{synonyms}” are so already."), synonyms=key)
        else:
            work.change(known[0], words=words)
        work.record("synonyms.changed" if known else "synonyms.added", synonyms=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSynonyms(Command):
    """Forget that some words stand for one matter."""

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a key there is not."""
        known = work.tx.find(Synonyms, key=self.key.strip())
        if not known:
            raise Unknown(
                N_("There are no synonyms “{synonyms}”."),
                N_("See: tuiticket kb synonyms"),
                synonyms=self.key,
            )
        work.remove(known[0])
        work.record("synonyms.removed", synonyms=known[0].key)


def group_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a group as they are kept, each once; raises BadInput naming what is wrong."""
    lines = (one_line(word, WORD_LIMIT).casefold() for word in words)
    group = tuple(dict.fromkeys(filter(None, lines)))
    for word in group:
        if not searchable(word):
            raise BadInput(
                N_("“{word}” holds no word."), N_("Write letters, digits or ideographs."), word=word
            )
    if not 2 <= len(group) <= MOST_WORDS:
        raise BadInput(
            N_("A group of synonyms has {least} to {most} words, not {number}."),
            N_("Name words that mean the same."),
            least=2,
            most=MOST_WORDS,
            number=len(group),
        )
    return group
