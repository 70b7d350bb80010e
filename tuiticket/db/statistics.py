"""What SQLite is told about a desk's size, so that its plans suit a large one from the first day.

Without this it takes every index for a good one: of a million tickets it would read all that are
closed to find those with a rare tag. Plans for a large desk cost a small one nothing. The picture:
a million tickets, twenty thousand of them active, twenty agents, eight teams, a hundred categories.
"""

from __future__ import annotations

from collections.abc import Mapping

TICKET_INDEXES: Mapping[str, str] = {
    "ix_ticket_urgency": "20000 20 10 1 1 1",
    "ix_ticket_unassigned": "15000 750 10 1 1 1 1 1",
    "ix_ticket_active_owner": "20000 1000 250 60",
    "ix_ticket_active_team": "20000 2500 600",
    "ix_ticket_active_category": "20000 200 50",
    "ix_ticket_owner_id_state": "1000000 50000 12000",
    "ix_ticket_team_id_state": "1000000 125000 25000",
    "ix_ticket_category_id_state": "1000000 10000 2500",
    "ix_ticket_state_updated_at": "980000 330000 1",
    "ix_ticket_order_number": "500000 2",
    "ix_ticket_unanswered_since": "8000 1",
    "ix_ticket_snoozed_until": "500 1",
    "ix_ticket_follow_up_at": "2000 1",
    "ix_ticket_customer_id": "1000000 4",
    "ix_ticket_created_at": "1000000 1",
    "ix_ticket_updated_at": "1000000 1",
}
"""For each index its rows, and how many of them share its first column, its first two and so on."""
