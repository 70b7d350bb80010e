"""Someone else saved the article while one wrote: what they changed, before it is written over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from tuiticket.engine.rules.wording_diff import DiffLine
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import words
from tuiticket.screens.dialogs.overtaken import Overtaken
from tuiticket.widgets.wording_page import WordingPage


class ArticleMeanwhile(Overtaken):
    """What `who` changed since one began. Gives True to save all the same, None to write on."""

    def __init__(self, article: int, who: str, lines: Sequence[DiffLine]) -> None:
        super().__init__()
        self._who, self._lines = who, lines
        self.heading = _("KB-{article} changed while you wrote").format(article=article)
        self.foot = _("y: save mine all the same, theirs stays a version · e: go on writing")

    def parts(self) -> Iterable[Widget]:
        """What they changed."""
        yield words(_("{who} changed this since you began:").format(who=self._who))
        yield WordingPage()

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one(WordingPage)
        page.show_difference(self._lines)
        page.focus()
