"""Keeping the answers that are given often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.keys import checked_key
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.canned import check_template
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, at_most

NAME_LIMIT = 100
LONGEST = 20_000
"""Characters of a template in one language."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutCannedReply(Command):
    """Keep an answer under a key, or edit the one there; None leaves a part as it is.

    `bodies` are templates by language, each put in the place of the one there; an empty one takes
    its language away. An empty `team` offers it to all.
    """

    permission: ClassVar[Permission] = Permission.SHARE

    key: str
    name: str | None = None
    bodies: Mapping[str, str] = field(default_factory=dict)
    team: str | None = None
    position: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput naming what is wrong with a template, Refused where nothing changes."""
        key = checked_key(self.key, N_("key"))
        known = work.tx.find(CannedReply, key=key)
        before = known[0] if known else CannedReply(key=key, name=key, position=_last(work) + 1)
        after = replace(
            before,
            name=before.name if self.name is None else one_line(self.name, NAME_LIMIT) or key,
            bodies=_bodies(before.bodies, self.bodies),
            team_id=_team(work, before, self.team),
            position=before.position if self.position is None else self.position,
        )
        if not known:
            work.add(after)
        elif after == before:
            raise Refused(N_("The canned reply “{canned}” is so already."), canned=key)
        else:
            names = ("name", "bodies", "team_id", "position")
            work.change(before, **{name: getattr(after, name) for name in names})
        work.record("canned.changed" if known else "canned.added", canned=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCannedReply(Command):
    """Keep an answer no longer."""

    permission: ClassVar[Permission] = Permission.SHARE

    key: str

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a key there is not."""
        work.remove(canned_reply(work.tx, self.key))
        work.record("canned.removed", canned=self.key)


def canned_reply(desk: Find, key: str) -> CannedReply:
    """A canned reply by its key; raises Unknown."""
    found = desk.find(CannedReply, key=key)
    if not found:
        raise Unknown(
            N_("There is no canned reply “{canned}”."), N_("See: tuiticket canned list"), canned=key
        )
    return found[0]


def count_canned(work: Work, keys: Iterable[str]) -> None:
    """Count that these were sent once more; raises Unknown."""
    for key in dict.fromkeys(keys):
        canned = canned_reply(work.tx, key)
        work.tx.update(replace(canned, uses=canned.uses + 1))


def _last(work: Work) -> int:
    return max((canned.position for canned in work.tx.find(CannedReply)), default=0)


def _team(work: Work, before: CannedReply, key: str | None) -> int | None:
    if key is None:
        return before.team_id
    return work.team(key).id if key else None


def _bodies(before: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The templates with those given put in their place; raises BadInput."""
    bodies = dict(before)
    for language, text in given.items():
        if not _LANGUAGE.fullmatch(language):
            raise BadInput(
                N_("“{language}” is no language."), N_("Write it as en or zh."), language=language
            )
        body = at_most(clean(text).strip(), LONGEST)
        check_template(body)
        bodies[language] = body
    kept = {language: body for language, body in bodies.items() if body}
    if not kept:
        raise BadInput(N_("The {field} is empty."), N_("Give it some words."), field=N_("text"))
    return kept
