"""Which kind stands out among tickets that ended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.habits import LEAST, habit

_KINDS = st.lists(st.sampled_from(Kind), max_size=40)


@given(_KINDS, st.booleans())
def test_what_is_told_is_so_of_three_in_four_at_least(ended: list[Kind], calm: bool) -> None:
    found = habit(ended, calm=calm)
    if found is None:
        most = max(map(ended.count, Kind))
        assert len(ended) < LEAST or most < 0.75 * len(ended)
    else:
        assert (found.times, found.of) == (ended.count(found.kind), len(ended))
        assert found.of >= LEAST
        assert found.times >= 0.75 * found.of
        assert found.calm is calm


def test_few_tickets_tell_nothing() -> None:
    assert habit([Kind.REPAIR] * (LEAST - 1), calm=True) is None
    assert habit([Kind.REPAIR] * LEAST, calm=True) is not None
