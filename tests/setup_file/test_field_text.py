"""Fields as people type them into a form: what stands there is what is meant."""

from __future__ import annotations

from typing import Any

import pytest

from tests.declaring import WORLD, read
from tuiticket.engine.declared.declaring import declare
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.sections import BY_NAME, SECTIONS
from tuiticket.engine.declared.shapes import Switch
from tuiticket.setup_file.field_text import as_text, as_typed, from_text

SHOP = """
[desk]
name = "Cedar, Co; [en]"
mail_addresses = ["care@shop.example", "b@shop.example"]
kind_teams = { complaint = "bench" }
weights = { complaint = 2.0 }
hold = "10s"
[calendars.shop]
country = "XA"
years = [2026, 2027]
holidays = ["12-24", "2026-06-18"]
[calendars.shop.business_hours]
mon = [["09:00", "12:00"], ["13:00", "18:00"]]
tue = [["09:00", "12:00"], ["13:00", "18:00"]]
thu = [["22:00", "06:00"]]
[calendars.shop.special_hours]
2026-11-11 = [["00:00", "24:00"]]
2026-11-12 = []
[teams.bench]
overflow = [25, 50]
[people.lena]
skills = { refund = 3, repair = 1 }
[[policies]]
name = "All"
steps = [{ at = 50, do = ["remind-owner"] }, { at = 80, do = ["tell-lead"], clocks = ["review"] }]
[[routing]]
name = "Repairs"
team = "bench"
keywords = ["broken, it is", "坏了、坏"]
[canned.hello]
bodies.en = "Hello {customer},\\n\\nit is [here]."
bodies.zh = "您好"
[views.late]
query = "state:open tag:vip"
"""


def _facts() -> list[Any]:
    declared = read(SHOP).declared
    return [
        pytest.param(section.name, field.name, facts[field.name], id=f"{section.name}.{field.name}")
        for section in SECTIONS
        for facts in declared.sections.get(section.name, {}).values()
        for field in section.fields
        if field.written
        and not isinstance(field.shape, Switch)
        and facts.get(field.name) not in (None, (), {}, "")
    ]


@pytest.mark.parametrize(("section", "name", "meant"), _facts())
def test_what_stands_in_a_form_means_the_same_again(section: str, name: str, meant: Any) -> None:
    shape = next(field.shape for field in BY_NAME[section].fields if field.name == name)
    faults = Faults()
    written = from_text(shape, as_text(shape, shape.write(meant)))
    assert shape.read(written, (section, name), faults) == meant
    assert not faults


def test_hours_are_typed_as_people_write_them() -> None:
    week = next(f.shape for f in BY_NAME["calendars"].fields if f.name == "business_hours")
    typed = from_text(week, "Mon-Fri 09:00-12:00 13:00-18:00; sat 10:00-16:00")
    assert list(typed) == ["mon", "tue", "wed", "thu", "fri", "sat"]
    assert typed["fri"] == [["09:00", "12:00"], ["13:00", "18:00"]]
    assert as_text(week, typed) == "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-16:00"


def test_steps_are_typed_line_by_line() -> None:
    steps = next(f.shape for f in BY_NAME["policies"].fields if f.name == "steps")
    text = "80: remind-owner, tell-lead\n100: close (review, triage)"
    written = from_text(steps, text)
    assert as_text(steps, written) == text
    assert written == from_text(steps, "80%:remind-owner,tell-lead\n\n100 :close(review,triage)")
    assert written[0] == from_text(steps, '{ at = 80, do = ["remind-owner", "tell-lead"] }')[0]


def test_the_examples_are_right() -> None:
    for section, name in (("policies", "steps"), ("calendars", "business_hours")):
        shape = next(field.shape for field in BY_NAME[section].fields if field.name == name)
        faults = Faults()
        example = as_typed(shape)
        written = from_text(shape, example)
        shape.read(written, (section, name), faults)
        assert not faults
        assert as_text(shape, written) == example


@pytest.mark.parametrize(
    ("section", "name", "typed"),
    [
        ("desk", "weights", "complaint"),
        ("desk", "waiting_weight", "heavy"),
        ("people", "capacity", "many"),
        ("people", "skills", "refund: 3"),
        ("calendars", "business_hours", "mon nine to five"),
        ("calendars", "business_hours", "someday 09:00-10:00"),
        ("policies", "steps", "at 50 remind"),
        ("policies", "steps", "50: dance"),
        ("policies", "steps", "0: remind-owner"),
        ("policies", "steps", "50: remind-owner (lunch)"),
        ("policies", "steps", "{ at = 50"),
        ("policies", "first_response", "soon"),
        ("routing", "keywords", '["broken'),
        ("canned", "bodies", "no heading"),
    ],
)
def test_what_cannot_be_read_is_a_fault_of_its_field(section: str, name: str, typed: str) -> None:
    shape = next(field.shape for field in BY_NAME[section].fields if field.name == name)
    field = {name: from_text(shape, typed)}
    written: Any = {"x": field}
    if section == "desk":
        written = field
    elif section in ("policies", "routing"):
        written = [
            {"name": "x", "team": "x", **field} if section == "routing" else {"name": "x", **field}
        ]
    faults = Faults()
    declare({section: written}, WORLD, faults)
    assert any(name in fault.at for fault in faults)
