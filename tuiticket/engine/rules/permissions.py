"""What each role may do. Checked by the desk before any command is carried out."""

from __future__ import annotations

from enum import StrEnum

from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.people import Actor, Role


class Permission(StrEnum):
    """A thing one may or may not do at the desk."""

    WORK = "work"
    HAND_OUT = "hand-out"
    SHARE = "share"
    MANAGE_PEOPLE = "manage-people"
    SET_UP = "set-up"
    RUN_TIMERS = "run-timers"
    TAKE_IN = "take-in"


_AGENT = frozenset({Permission.WORK, Permission.RUN_TIMERS, Permission.TAKE_IN})
_LEAD = _AGENT | {Permission.HAND_OUT, Permission.SHARE}
_SUPERVISOR = _LEAD | {Permission.MANAGE_PEOPLE}

GRANTED: dict[Role, frozenset[Permission]] = {
    Role.MONITOR: frozenset(),
    Role.AGENT: _AGENT,
    Role.LEAD: _LEAD,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ADMIN: frozenset(Permission),
}
"""What each role may do; the monitor may only look."""


def allows(actor: Actor, permission: Permission) -> bool:
    """Whether the actor may do that; the desk acting by itself may do everything."""
    return actor.role is None or permission in GRANTED[actor.role]


def require(actor: Actor, permission: Permission) -> None:
    """Raise Refused unless the actor may do that."""
    if not allows(actor, permission):
        raise Refused(
            N_("{login} may not do this: it takes the right “{permission}”, the role is {role}."),
            N_("Ask a supervisor or an administrator."),
            login=actor.login,
            permission=permission,
            role=actor.role,
        )
