"""The category tree by business process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.setup import AddCategory, ChangeCategory
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import Alteration, Find, How, Section
from tuiticket.engine.declared.shapes import Link, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Team


class Categories(Section):
    """The branches of the tree, by path."""

    name = "categories"
    help = N_('The category tree, by path: "after-sales/refund" is a branch of "after-sales".')
    fields = (
        Field("name", Words(), N_("How it is called.")),
        Field("name_zh", Words(optional=True), N_("How it is called in Chinese."), ""),
        Field("team", Link("teams"), N_("Who gets its tickets; default: as above it.")),
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
            }
            for branch in desk.find(Category)
        }

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Add the branch or change it."""
        own = alteration.changed()
        if "team" in own:
            own["team"] = own["team"] or ""
        if alteration.how is How.ADDED:
            yield AddCategory(key=alteration.key, **own)
        else:
            yield ChangeCategory(key=alteration.key, **own)
