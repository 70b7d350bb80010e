"""The category tree: its branches, where their tickets go and what skill they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.keys import checked_key, checked_level
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.model.category import Category
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

NAME_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCategory(Command):
    """Add a branch to the category tree; `key` is its path, `team` where its tickets go.

    Who gets them needs the `skill`, at least at `skill_level`; without, what the branch above says.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    name: str
    name_zh: str = ""
    team: str | None = None
    skill: str | None = None
    skill_level: int = 1

    def carry_out(self, work: Work) -> None:
        """Raises BadInput where the path is taken or empty, or the skill is none."""
        key = required(self.key, N_("category"))
        if work.tx.find(Category, key=key):
            raise BadInput(N_("The category “{category}” exists already."), category=key)
        work.add(
            Category(
                key=key,
                name=one_line(self.name, NAME_LIMIT) or key,
                name_zh=one_line(self.name_zh, NAME_LIMIT),
                team_id=work.team(self.team).id if self.team else None,
                skill=checked_key(self.skill, N_("skill")) if self.skill else None,
                skill_level=checked_level(self.skill_level),
            )
        )
        work.record("category.added", category=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCategory(Command):
    """Set what is known of a branch; None leaves a field as it is.

    An empty `team` or `skill` takes it away, so that what the branch above says holds again.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    name: str | None = None
    name_zh: str | None = None
    team: str | None = None
    skill: str | None = None
    skill_level: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a category or team there is not, BadInput for a wrong skill."""
        category = category_at(work.tx, self.key)
        fields: dict[str, Any] = {}
        if self.name is not None:
            fields["name"] = required(one_line(self.name, NAME_LIMIT), N_("name"))
        if self.name_zh is not None:
            fields["name_zh"] = one_line(self.name_zh, NAME_LIMIT)
        if self.team is not None:
            fields["team_id"] = work.team(self.team).id if self.team else None
        if self.skill is not None:
            fields["skill"] = checked_key(self.skill, N_("skill")) if self.skill else None
        if self.skill_level is not None:
            fields["skill_level"] = checked_level(self.skill_level)
        work.change(category, **fields)
        work.record("category.changed", category=category.key)


def category_at(desk: Find, key: str) -> Category:
    """A category by its key; raises Unknown."""
    found = desk.find(Category, key=key.strip())
    if not found:
        raise Unknown(
            N_("There is no category “{category}”."),
            N_("See: tuiticket category list"),
            category=key,
        )
    return found[0]
