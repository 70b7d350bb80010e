"""Who sits here, whether they are there for work, and what time it is in the shop."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tuiticket.i18n import _


class StatusBar(Widget):
    """The right end of the top line; painted again only when what it says changed."""

    DEFAULT_CSS = """
    StatusBar { width: auto; height: 1; padding: 0 1; }
    """

    who: reactive[str] = reactive("", layout=True)
    """The login of the person."""
    there: reactive[bool] = reactive(True, layout=True)
    """Whether they are there for work."""
    news: reactive[str] = reactive("", layout=True)
    """How many notices they have not seen; empty for none."""
    time: reactive[str] = reactive("")
    """The time on the shop's clock."""

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as what it says now, also where that changed before it was mounted."""
        return self.render().cell_length

    def render(self) -> Content:
        """Login, presence as sign and word, time."""
        time = Content.styled(self.time or "     ", "$quiet")
        if not self.who:
            return time
        presence = ("●", "$mine") if self.there else (_("○ away"), "$soon")
        news = (_("{count} new ").format(count=self.news), "$note") if self.news else ""
        return Content.assemble(news, self.who, " ", presence, " ", time)
