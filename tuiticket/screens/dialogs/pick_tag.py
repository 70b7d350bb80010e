"""Choosing a tag that there is, or making one by typing it."""

from __future__ import annotations

from collections.abc import Sequence

from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option, Pick


class PickTag(Pick[str]):
    """The tags in use, those on the tickets first; what fits none of them becomes a new one.

    Gives the tag to be added, or taken away where all have it.
    """

    def may_be_done(self) -> str:
        """The keys at the foot."""
        return _("type to narrow · enter adds or takes away · esc leaves")

    def may_be_typed(self) -> str:
        """What stands in the line as long as nothing was typed."""
        return _("some letters, or a new tag")

    def nothing(self) -> str:
        """What stands in place of the list where there is no tag yet."""
        return _("No tags are in use yet. Type one.")

    def fitting(self, typed: str) -> Sequence[Option[str]]:
        """The tags that fit, the new one after them."""
        fitting = super().fitting(typed)
        new = tag_of(typed)
        if new and all(option.value != new for option in self.options):
            return [*fitting, Option(new, new, _("new tag"))]
        return fitting


def tag_of(typed: str) -> str:
    """What was typed as one word, as tags are."""
    return "-".join(typed.split())
