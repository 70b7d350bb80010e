"""The short names by which a shop knows its people, teams, skills and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import LEVELS, Skill

_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


def checked_key(text: str, field: str) -> str:
    """A key without blanks around it; raises BadInput naming the field if it is ill-formed."""
    text = text.strip()
    if not _KEY.fullmatch(text):
        raise BadInput(
            N_("The {field} “{value}” is not well formed."),
            N_("Use up to 40 small letters, digits, dots and dashes."),
            field=field,
            value=text,
        )
    return text


def checked_skills(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    """Skills in the order of their keys; raises BadInput for an ill-formed or doubled one."""
    known: dict[str, Skill] = {}
    for skill in skills:
        key = checked_key(skill.key, N_("skill"))
        if key in known:
            raise BadInput(N_("The skill “{skill}” is named twice."), skill=key)
        known[key] = Skill(key, checked_level(skill.level))
    return tuple(known[key] for key in sorted(known))


def checked_level(level: int) -> int:
    """A skill's level; raises BadInput outside 1 to 3."""
    if level not in LEVELS:
        raise BadInput(
            N_("A skill has no level {level}."),
            N_("Give 1, 2 or 3; 3 is senior."),
            level=level,
        )
    return level
