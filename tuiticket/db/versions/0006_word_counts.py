"""How often each word stands on the desk, counted once from what the index holds."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

_INDEXES = ("ticket_words", "message_words", "article_words")


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    say(
        "CREATE TABLE word (token TEXT NOT NULL, documents INTEGER NOT NULL,"
        " CONSTRAINT pk_word PRIMARY KEY (token)) WITHOUT ROWID"
    )
    for index in _INDEXES:
        say(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {index}, row)")
        say(
            "INSERT INTO word (token, documents) SELECT term, doc FROM temp.vocabulary WHERE true"
            " ON CONFLICT (token) DO UPDATE SET documents = documents + excluded.documents"
        )
        say("DROP TABLE temp.vocabulary")
