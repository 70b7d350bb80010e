"""What somebody is writing of an article holds how people ask for it, too.

The table is made anew around its rows, for a column added to it would stand behind its keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0018"
down_revision = "0017"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "article_draft": {
        "asked": "coalesce((SELECT group_concat(value, '; ') FROM article, json_each(asked_as)"
        " WHERE article.id = article_id), '')"
    }
}
"""The table made anew; what was being written of an article is asked for as that is."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
