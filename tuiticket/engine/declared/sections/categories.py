"""The category tree by business process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.categories import AddCategory, ChangeCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import Alteration, How, Section
from tuiticket.engine.declared.shapes import Key, Link, Number, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Team
from tuiticket.engine.ports import Find


class Categories(Section):
    """The branches of the tree, by path."""

    name = "categories"
    help = N_('The category tree, by path: "after-sales/refund" is a branch of "after-sales".')
    fields = (
        Field("name", Words(), N_("How it is called.")),
        Field("name_zh", Words(optional=True), N_("How it is called in Chinese."), ""),
        Field("team", Link("teams"), N_("Who gets its tickets; default: as above it.")),
        Field("skill", Key(optional=True), N_("What who gets them must know; default: as above.")),
        Field("skill_level", Number(1, 3), N_("How well: 1, 2, or 3 for senior."), 1),
    )
    key = Words()

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The branches there are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        return {
            branch.key: {
                "name": branch.name,
                "name_zh": branch.name_zh,
                "team": keys.get(branch.team_id or 0),
                "skill": branch.skill,
                "skill_level": branch.skill_level,
            }
            for branch in desk.find(Category)
        }

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Add the branch or change it."""
        own = alteration.said()
        if alteration.how is How.ADDED:
            yield AddCategory(key=alteration.key, **{"name": "", **own})
        else:
            yield ChangeCategory(key=alteration.key, **own)
