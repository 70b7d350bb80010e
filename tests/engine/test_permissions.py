"""What each role may do."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tuiticket.engine.errors import Refused
from tuiticket.engine.model.people import Actor, Role, Via
from tuiticket.engine.rules.permissions import GRANTED, Permission, allows, require


def test_each_role_may_do_what_the_one_below_may() -> None:
    ladder = [Role.MONITOR, Role.AGENT, Role.LEAD, Role.SUPERVISOR, Role.ADMIN]
    assert set(GRANTED) == set(ladder) == set(Role)
    for lower, higher in pairwise(ladder):
        assert GRANTED[lower] < GRANTED[higher]


def test_the_monitor_may_do_nothing_and_the_desk_itself_everything() -> None:
    wall, desk = Actor("wall", Role.MONITOR, 1, Via.CONSOLE), Actor.system(Via.TIMER)
    for permission in Permission:
        assert allows(desk, permission)
        with pytest.raises(Refused) as refusal:
            require(wall, permission)
        assert "wall" in str(refusal.value)
