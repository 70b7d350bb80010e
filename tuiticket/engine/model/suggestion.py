"""What may help with a ticket: an article to send, or a solved ticket like it."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An article, or else the solved ticket of that number, with the reasons it is suggested for.

    `words` are the rare words it shares with the ticket, as they stand there; `alike` words of the
    ticket, each with the one by which the article calls the same; `sent_on` the similar solved
    tickets on which the article was sent.
    """

    title: str
    article: Article | None = None
    ticket: int | None = None
    words: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    sent_on: tuple[int, ...] = ()
