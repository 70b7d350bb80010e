"""The log in words: every kind of event there is has a sentence, with names and labels in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import tuiticket.engine
from tuiticket import i18n
from tuiticket.engine.commands.undoable import UNDOABLE
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.rules.nouns import NOUNS
from tuiticket.event_words import Names, actor, changes, considered, sentence, through

ENGINE = Path(tuiticket.engine.__file__).parent
NAMES = Names.of(
    agents=[Agent(id=1, login="alice", name="Alice Li"), Agent(id=2, login="bo", name="Bo Chen")],
    teams=[Team(id=1, key="after-sales", name="After-sales", name_zh="售后")],
    categories=[Category(id=7, key="after-sales/refund", name="Refund", name_zh="退款")],
)


def event(
    kind: str, *changed: Change, login: str = "alice", via: str = "console", **data: Any
) -> Event:
    """An event of ticket 10001 carrying `data`."""
    return Event(
        id=5,
        act=5,
        at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        actor=login,
        via=via,
        kind=kind,
        ticket_id=10_001,
        data=data,
        changes=changed,
    )


def ticket_change(**fields: list[Any]) -> Change:
    """A change of the ticket's fields: name = [before, after]."""
    return Change("Ticket", 10_001, How.CHANGED, fields)


def recorded_kinds() -> Iterator[str]:
    """Every kind of event, such as ticket.taken, that stands in the engine's commands."""
    for path in (ENGINE / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z]+\.[a-z-]+", str(node.value)):
                yield str(node.value)


def test_the_engine_records_kinds_we_look_for() -> None:
    assert set(UNDOABLE) <= set(recorded_kinds())


@pytest.mark.parametrize("kind", sorted(set(recorded_kinds())))
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_kind_of_event_has_a_sentence(kind: str, language: str) -> None:
    i18n.switch(language)
    said = sentence(event(kind, kinds=["message.sent"]), NAMES)
    assert said
    assert kind not in said


@pytest.mark.parametrize(
    "kind",
    sorted(k for k in set(recorded_kinds()) if k.split(".")[0] in {"message", "note", "ticket"}),
)
def test_what_happens_on_tickets_has_a_noun(kind: str) -> None:
    assert kind in NOUNS


@pytest.mark.parametrize("kind", sorted(UNDOABLE))
def test_what_is_undone_has_a_noun(kind: str) -> None:
    said = sentence(event("desk.undone", act=4, kinds=[kind]), NAMES)
    assert said.startswith("undid: ")
    assert kind not in said


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        (event("ticket.taken", owner="alice"), "took the ticket"),
        (event("ticket.assigned", owner="bo"), "assigned to Bo Chen"),
        (
            event("ticket.assigned", owner="bo", team="after-sales", considered=[]),
            "assigned to Bo Chen · chosen from After-sales",
        ),
        (
            event("ticket.transferred", team="after-sales", reason="wants a refund"),
            "transferred to After-sales: wants a refund",
        ),
        (
            event("ticket.transferred", login="system", team="x", reason="first-response 150 %"),
            "transferred to x: first response 150 %",
        ),
        (
            event("ticket.moved", before="open", state="waiting-customer"),
            "set the state: open → waiting for customer",
        ),
        (
            event("ticket.routed", team="after-sales", by="rule", name="Money", skill="x", level=2),
            "routed to After-sales · by the rule “Money” · takes x, level 2",
        ),
        (
            event("ticket.routed", team="after-sales", by="kind", name="complaint"),
            "routed to After-sales · by its kind, complaint",
        ),
        (
            event("ticket.handed-back", owner="bo", reason="away", note="flu", waited=7200),
            "back from Bo Chen: away · “flu” · the customer waits for 2h",
        ),
        (
            event("ticket.handed-back", owner="bo", reason="shift-end", drafts=["reply"]),
            "back from Bo Chen: their shift is over · an answer was being written",
        ),
        (
            event("category.taught", category="after-sales/refund"),
            "taught the desk the category Refund",
        ),
        (event("ticket.widened", step=2), "offered more widely: the sister team helps out"),
        (
            event("ticket.stolen", owner="alice", former="bo", reason="I know her"),
            "took it over from Bo Chen: I know her",
        ),
        (event("message.sent", message=3, articles=[12, 4]), "answered the customer · KB-12, KB-4"),
        (event("contact.logged", channel="phone", seconds=200), "recorded a contact: phone · 3m"),
        (event("contact.logged", channel="phone", seconds=None), "recorded a contact: phone"),
        (event("ticket.reopened", reason="", cycle=1), "reopened the ticket"),
        (
            event("ticket.reopened", reason="customer wrote again", cycle=1),
            "reopened the ticket: customer wrote again",
        ),
        (
            event("ticket.described", ticket_change(priority=[2, 3], category_id=[None, 7])),
            "changed priority normal → high, category – → Refund",
        ),
        (
            event("ticket.raised", ticket_change(priority=[3, 4]), clock="resolution", percent=80),
            "raised the priority high → urgent: resolution at 80 % of its time",
        ),
        (
            event("desk.undone", act=4, kinds=["message.sent", "ticket.moved", "message.sent"]),
            "undid: answer, state",
        ),
        (event("something.new", answer=42), "something.new"),
        (event("ticket.taken.twice"), "ticket.taken.twice"),
    ],
    ids=lambda value: value.kind if isinstance(value, Event) else "",
)
def test_what_the_log_says(happened: Event, said: str) -> None:
    assert sentence(happened, NAMES) == said


def test_names_are_in_the_language_of_the_reader() -> None:
    i18n.switch("zh_CN")
    assert NAMES.team("after-sales") == "售后"
    assert changes(event("ticket.described", ticket_change(category_id=[7, None])), NAMES)[
        0
    ].endswith("退款 → –")


def test_without_names_ids_and_logins_stand_for_themselves() -> None:
    described = event("ticket.described", ticket_change(category_id=[None, 9], owner_id=[1, 3]))
    assert changes(described) == ("category – → 9", "owner 1 → 3")
    assert actor(described) == "alice"


def test_what_an_older_or_newer_program_left_out_is_a_question_mark() -> None:
    assert sentence(event("ticket.moved", before="open")) == "set the state: open → ?"
    assert (
        sentence(event("ticket.moved", before="open", state="asleep"))
        == "set the state: open → asleep"
    )


def test_braces_in_what_people_write_are_left_alone() -> None:
    said = sentence(event("ticket.transferred", team="after-sales", reason="{0} {x} }{"), NAMES)
    assert said == "transferred to After-sales: {0} {x} }{"


def test_who_acted_and_through_what() -> None:
    assert actor(event("ticket.taken"), NAMES) == "Alice Li"
    assert actor(event("clock.breached", login="system", via="timer"), NAMES) == "the desk"
    assert through(event("ticket.taken", via="cli")) == "command line"
    assert through(event("ticket.taken", via="pigeon")) == "pigeon"


def test_an_automatic_choice_names_everybody_considered() -> None:
    chosen = event(
        "ticket.assigned",
        login="system",
        owner="bo",
        team="after-sales",
        considered=[
            {"login": "bo", "load": 2.5, "capacity": 10, "verdict": "chosen"},
            {"login": "alice", "load": 10.0, "capacity": 10, "verdict": "at capacity"},
        ],
    )
    assert considered(chosen, NAMES) == (
        "Bo Chen 2.5/10: chosen",
        "Alice Li 10/10: at capacity",
    )
