"""Which steps an article asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.steps import MOST_STEPS, branches, steps_in


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("Do:\n- [ ] Ask for a **photo**\n  * [x] Look\n1. no box", ("Ask for a photo", "Look")),
        ("1. **一张照片**\n2、看记录\n   - 小点\n10) 完", ("一张照片", "看记录", "完")),
        ("Just words.\n- a point", ()),
        ("- [ ] twice\n- [ ] twice\n- [ ]  ", ("twice",)),
    ],
)
def test_boxes_count_or_else_numbered_points(body: str, steps: tuple[str, ...]) -> None:
    assert steps_in(body) == steps


@given(st.lists(st.text(min_size=1, max_size=30), max_size=MOST_STEPS + 5))
def test_a_step_is_one_line_and_stands_once(texts: list[str]) -> None:
    found = steps_in("\n".join(f"- [ ] {text}" for text in texts))
    assert len(found) == len(set(found)) <= MOST_STEPS
    assert all(step.strip() and "\n" not in step for step in found)


def test_a_category_has_those_above_it() -> None:
    assert branches("a/b/c") == ("a", "a/b", "a/b/c")
