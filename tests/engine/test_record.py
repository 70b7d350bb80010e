"""Values of the desk as plain JSON, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tuiticket.engine.model.clock import Policy, Step, StepAction
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State, Ticket
from tuiticket.engine.rules.record import record, revive

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TICKET = Ticket(
    id=10_001,
    subject="退款",
    kind=Kind.COMPLAINT,
    state=State.WAITING_CUSTOMER,
    priority=Priority.HIGH,
    severity=Severity.MAJOR,
    channel=Channel.WALK_IN,
    customer_id=3,
    created_at=NOON,
    updated_at=NOON,
    tags=("vip", "refund"),
    urgency=7,
)


def test_a_ticket_survives_json_without_its_derived_fields() -> None:
    told = json.loads(json.dumps(record(TICKET)))
    assert told["state"] == "waiting-customer"
    assert told["created_at"] == 1_772_452_800
    assert not {"urgency", "next_due_at", "version", "updated_at"} & set(told)
    back = revive(Ticket, {**told, "id": 10_001, "updated_at": 1_772_452_800, "urgency": 7})
    assert back == TICKET


def test_the_words_of_a_message_are_in_the_log_only_as_their_hash() -> None:
    message = Message(
        ticket_id=1, direction=Direction.IN, channel=Channel.MAIL, at=NOON, body="my secret"
    )
    told = record(message)
    assert "my secret" not in json.dumps(told)
    assert told["body"].startswith("sha256:")


def test_nested_values_come_back_as_what_they_were() -> None:
    policy = Policy(name="x", position=1, steps=(Step(50, (StepAction.TELL_LEAD,)),))
    assert revive(Policy, json.loads(json.dumps(record(policy)))) == policy
    settings = Settings(name="Shop", kind_teams={Kind.REPAIR: 4}, mail_secret="hidden")
    told = record(settings)
    assert "hidden" not in json.dumps(told)
    assert revive(Settings, json.loads(json.dumps(told))).kind_teams == {Kind.REPAIR: 4}
