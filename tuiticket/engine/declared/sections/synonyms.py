"""Synonyms: the words a shop has for the same matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.synonyms import (
    WORD_LIMIT,
    PutSynonyms,
    RemoveSynonyms,
    group_of,
)
from tuiticket.engine.declared.composed import Field, Many
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, How, Section, World
from tuiticket.engine.declared.shapes import Phrase
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.engine.ports import Find


class SynonymGroups(Section):
    """The groups the shop keeps, by key."""

    name = "synonyms"
    help = N_("Words for the same matter, for the knowledge base; those of the trade are built in.")
    fields = (
        Field(
            "words",
            Many(Phrase(WORD_LIMIT)),
            N_("Words and short phrases that may stand for one another."),
            needed=True,
        ),
    )
    removal = How.REMOVED

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The groups there are."""
        known = sorted(desk.find(Synonyms), key=lambda one: one.key)
        return {one.key: {"words": one.words} for one in known}

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """There are two words at the least, and each can be looked for."""
        if "words" in facts:
            try:
                facts["words"] = group_of(facts["words"])
            except BadInput as error:
                faults.take((*at, "words"), error)

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Keep the group, change it, or forget it."""
        if alteration.how is How.REMOVED:
            yield RemoveSynonyms(key=alteration.key)
        else:
            yield PutSynonyms(key=alteration.key, words=alteration.new["words"])
