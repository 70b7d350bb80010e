"""Message-IDs that lead a reply back to its ticket, and cannot be guessed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.settings import Settings
from tuiticket.engine.rules.mail_identity import signed_message_id, ticket_of

DESK = Settings(name="x", mail_domain="shop.example", mail_secret="s1")


@given(st.integers(1, 10**9), st.integers(0, 10**6))
def test_an_id_of_ours_names_its_ticket(ticket: int, serial: int) -> None:
    assert ticket_of(DESK, signed_message_id(DESK, ticket, serial)) == ticket


def test_a_forged_or_foreign_id_names_none() -> None:
    mine = signed_message_id(DESK, 10_001, 2)
    assert ticket_of(DESK, mine.replace("10001", "10002")) is None
    assert ticket_of(Settings(name="x", mail_secret="other"), mine) is None
    for text in ("", "<>", "<a@b>", mine[:-1], mine.replace("t10001.2.", "t10001.2.x")):
        assert ticket_of(DESK, text) is None
