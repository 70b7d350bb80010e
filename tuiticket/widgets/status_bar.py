"""Who sits here, whether they are there for work, and what time it is in the shop."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tuiticket.i18n import _

EDGES = 2
"""Cells of padding at its two ends."""


class StatusBar(Widget):
    """The right end of the top line; painted again only when what it says changed."""

    DEFAULT_CSS = """
    StatusBar { height: 1; padding: 0 1; }
    """

    who: reactive[str] = reactive("")
    """The login of the person."""
    there: reactive[bool] = reactive(True)
    """Whether they are there for work."""
    news: reactive[str] = reactive("")
    """How many notices they have not seen; empty for none."""
    time: reactive[str] = reactive("")
    """The time on the shop's clock."""

    def on_mount(self) -> None:
        """Begin with the width of what was said before."""
        self.fit()

    def fit(self) -> None:
        """Be as wide as what it says now; also for when the language changed.

        An automatic width is measured once per layout asked for: what changes between being
        measured and having told so, as on a busy machine, would stay cut.
        """
        self.styles.width = self.render().cell_length + EDGES

    def watch_who(self) -> None:
        """Another person, another width."""
        self.fit()

    def watch_there(self) -> None:
        """Being away is said in words."""
        self.fit()

    def watch_news(self) -> None:
        """The more, the wider."""
        self.fit()

    def render(self) -> Content:
        """Login, presence as sign and word, time."""
        time = Content.styled(self.time or "     ", "$quiet")
        if not self.who:
            return time
        presence = ("●", "$mine") if self.there else (_("○ away"), "$soon")
        news = (_("{count} new ").format(count=self.news), "$note") if self.news else ""
        return Content.assemble(news, self.who, " ", presence, " ", time)
