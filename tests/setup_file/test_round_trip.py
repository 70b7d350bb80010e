"""A set-up written and read again is the same, on the desk it came from and on a new one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.declaring import WORLD, export, planned, put
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.declared.declaring import Declared, declare
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.rules.tokens import searchable

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "M")),
    min_size=1,
    max_size=12,
).map(str.strip).filter(bool)  # fmt: skip
WORDS = NAMES.filter(searchable)
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
SPANS = st.sampled_from(["45s", "30m", "4h", "90m", "2d", "1h30m"])
HOURS = st.sampled_from(
    [[], [["09:00", "12:00"], ["13:00", "24:00"]], [["00:00", "24:00"]], [["07:30", "07:30:30"]]]
)
DAYS = st.dates(min_value=WORLD.now.date()).map(lambda day: f"{min(day.year, 9000):04}-01-02")


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


def one(keys: set[str]) -> st.SearchStrategy[str]:
    """One of these keys, or none."""
    return st.sampled_from(["", *sorted(keys)])


BODIES = st.dictionaries(
    st.sampled_from(["en", "zh"]),
    st.lists(NAMES | st.sampled_from(["", '""" "', "\\\\", "  {customer}"]), max_size=4)
    .map("\n".join)
    .map(lambda text: text.replace("{", "{{").replace("}", "}}") + " x"),
    min_size=1,
)
NAMED = {"name": NAMES, "name_zh": NAMES}
SKILL = {"skill": KEYS, "skill_level": st.integers(1, 3)}
CALENDARS = some(
    business_hours=st.fixed_dictionaries({"mon": HOURS.filter(bool)}, optional={"sun": HOURS}),
    country=st.just("XA"), holidays=st.lists(DAYS | st.just("10-01"), unique=True, max_size=3),
    workdays=st.lists(DAYS, unique=True, max_size=3),
    special_hours=st.dictionaries(DAYS, HOURS, max_size=3),
    timezone=st.sampled_from(["Asia/Shanghai", "America/New_York"]),
)  # fmt: skip
STEPS = st.fixed_dictionaries(
    {"do": st.lists(st.sampled_from(["remind-owner", "close"]), unique=True)},
    optional={"clocks": st.lists(st.sampled_from(["resolution", "review"]), unique=True)},
)


def desks(teams: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    """What a shop may say of its desk as a whole."""
    kinds = st.sampled_from(["repair", "complaint"])
    return some(
        name=NAMES, language=st.sampled_from(["en", "zh_CN"]), close_after=SPANS,
        hold=SPANS | st.just("0s"),
        kind_teams=st.dictionaries(kinds, st.sampled_from(sorted(teams))),
        weights=st.dictionaries(kinds, st.sampled_from([0.5, 2, 2.5])),
        waiting_weight=st.sampled_from([0, 0.5]), tell_unrouted_after=SPANS | st.just(""),
        temper_words=st.dictionaries(NAMES, st.sampled_from([-1, 0.26, 3])),
        sticky=st.booleans(), mail_addresses=st.lists(st.just("care@shop.example"), max_size=1),
    )  # fmt: skip


def policies(calendars: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    """What a shop may promise."""
    return some(
        kind=st.sampled_from(["repair", "enquiry"]), priority=st.sampled_from(["low", "urgent"]),
        customer_tag=NAMES, first_response=SPANS, tell=SPANS, calendar=one(calendars),
        pause_on_third=st.booleans(), rebound_to=st.sampled_from(["same", "senior"]),
        steps=st.lists(STEPS, max_size=3).map(
            lambda steps: [{"at": percent, **step} for percent, step in enumerate(steps, 1)]
        ),
    )  # fmt: skip


@st.composite
def set_ups(draw: st.DrawFn) -> dict[str, Any]:
    """A whole set-up as a file would tell it, in which every name that is used is declared."""
    teams, people = draw(st.sets(KEYS, min_size=1, max_size=3)), draw(st.sets(KEYS, max_size=3))
    calendars, branches = draw(st.sets(KEYS, max_size=3)), draw(st.sets(NAMES, max_size=3))
    team = st.sampled_from(sorted(teams))
    group = some(
        **NAMED, automatic=st.booleans(), lead=one(people), sister=one(teams),
        accept_within=SPANS | st.just(""), overflow=st.sampled_from([[], [25], [25, 50, 75]]),
    )  # fmt: skip
    person = some(
        name=NAMES, role=st.sampled_from(["agent", "lead", "admin", "monitor"]),
        mail=st.sampled_from(["", "Care@shop.example"]), capacity=st.integers(1, 1000),
        skills=st.dictionaries(KEYS, st.integers(1, 3), max_size=3), calendar=one(calendars),
        teams=st.lists(team, unique=True, max_size=3),
    )  # fmt: skip
    rule = some(
        **SKILL, category=one(branches), keywords=st.lists(NAMES, unique=True, max_size=3),
        order_state=st.just("shipped"), channel=st.just("mail"), language=st.just("zh"),
    )  # fmt: skip
    words = st.lists(st.sampled_from(["退款", "Late", "parcel lost"]), unique=True, max_size=2)
    ordered = {
        "policies": draw(st.lists(policies(calendars), max_size=3)),
        "routing": [{**each, "team": draw(team)} for each in draw(st.lists(rule, max_size=3))],
    }
    return {
        "calendars": {key: draw(CALENDARS) for key in calendars},
        "teams": {key: draw(group) for key in teams},
        "people": {key: draw(person) for key in people},
        "categories": {
            key: {
                **draw(some(**NAMED, **SKILL, team=one(teams))),
                "keywords": [f"{word} {n}" for word in draw(words)],
            }
            for n, key in enumerate(branches)
        },
        "canned": {
            "thanks": {"name": draw(NAMES), "team": draw(one(teams)), "bodies": draw(BODIES)}
        },
        "synonyms": {
            "ours": {"words": draw(st.lists(WORDS, min_size=2, max_size=4, unique_by=str.casefold))}
        },
        "views": {
            "ours": {"name": draw(NAMES), "query": draw(st.sampled_from(["", "tag:vip 退款"]))}
        },
        "desk": draw(desks(teams)),
        **{
            name: [{"name": f"{name} {n}", **each} for n, each in enumerate(entries)]
            for name, entries in ordered.items()
        },
    }


@contextmanager
def new_desk() -> Iterator[Shop]:
    """A desk with nothing but what every new one has."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder) / "desk.db")
        shop.desk.do(SetUp(settings=Settings(name="New", zone="Asia/Shanghai")), by=ADMIN)
        yield shop
        shop.close()


@given(set_ups())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_exported_makes_the_same_set_up(written: dict[str, Any]) -> None:
    faults = Faults()
    declared: Declared = declare(written, WORLD, faults)
    assert faults == []
    with new_desk() as first, new_desk() as second:
        first.desk.do(PutSetUp(declared=declared), by=ADMIN)
        text = export(first)
        again = planned(first, text, prune=True)
        assert (again.alterations, again.unlisted) == ((), ())
        put(second, text, prune=True)
        assert export(second) == text


def test_secrets_are_never_exported() -> None:
    with new_desk() as shop:
        with shop.desk.reading() as reading:
            secret = reading.settings().mail_secret
        assert secret not in export(shop)
