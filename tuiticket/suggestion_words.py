"""Why something is suggested for a ticket, in words."""

from __future__ import annotations

from collections.abc import Iterator

from tuiticket.cells import drawable
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.i18n import _, listed, ngettext


def reasons(suggestion: Suggestion) -> Iterator[str]:
    """Each reason in a line of its own."""
    if suggestion.words:
        both = _("the rare words in both: {words}")
        if suggestion.article is not None:
            both = _("the words in both: {words}")
        yield both.format(words=listed(map(drawable, suggestion.words)))
    if suggestion.alike:
        pairs = listed(f"{drawable(said)} ≈ {drawable(word)}" for said, word in suggestion.alike)
        yield _("other words for the same: {pairs}").format(pairs=pairs)
    if suggestion.sent_on:
        tickets = " ".join(f"#{number}" for number in suggestion.sent_on)
        yield _("sent on similar tickets that were solved: {tickets}").format(tickets=tickets)
    if suggestion.article is not None and suggestion.article.uses:
        uses = suggestion.article.uses
        yield ngettext("sent {n} time", "sent {n} times", uses).format(n=uses)
    if suggestion.ticket is not None:
        yield _("solved")
