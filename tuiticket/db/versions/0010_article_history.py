"""What the log tells of articles is found without reading all of it."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_event_articles ON event (id) WHERE kind IN ('article.added',"
        " 'article.changed', 'desk.undone', 'desk.redone')"
    )
