"""How well promises are kept is read from the clocks that stopped lately."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_clock_stopped_at_state ON clock (stopped_at, state)"
        " WHERE state IN ('met', 'missed')"
    )
