"""The views of a list: those every desk has, those kept by people, and how one moves among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on

from tuiticket.cells import drawable
from tuiticket.engine.model.view import SavedView, ViewCount
from tuiticket.engine.rules.views import (
    ACTIVE,
    BUILT_IN,
    FURTHER,
    VIEWS,
    View,
    counts,
    saved_views,
)
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.list_preview import ListPreview
from tuiticket.widgets.view_tabs import Tab, ViewTabs


class ListViews(ListPreview):
    """A list of which there are several views, one of them shown."""

    def __init__(self) -> None:
        super().__init__()
        self.views: tuple[View, ...] = VIEWS
        self.view = ACTIVE
        self.saved: Sequence[SavedView] = ()

    def shows(self, view: View) -> bool:
        """Whether a view makes sense here."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No digit leads to a view that makes no sense here."""
        match action, parameters:
            case "view", (int(number),):
                return self.shows(VIEWS[number - 1])
        return super().check_action(action, parameters)

    def view_changed(self) -> None:
        """Hook: another view is to be shown, or this one shows something else."""

    @property
    def tabs(self) -> ViewTabs:
        """The views in a row."""
        return self.query_one(ViewTabs)

    def view_tabs(self) -> list[Tab]:
        """A tab for each view with the digits that show it; the further ones only show if lit."""
        return [
            Tab(
                self._digits(number, view),
                name_of_view(view),
                view.key == "late",
                hidden=not self._in_the_row(view),
            )
            for number, view in enumerate(self.views, start=1)
        ]

    def _digits(self, number: int, view: View) -> str:
        """A digit for each view that every desk has; for those that are kept 0 and another."""
        if view in VIEWS:
            return str(number)
        after = number - len(VIEWS)
        return f"0{after}" if view not in FURTHER and after < 10 else ""

    def _in_the_row(self, view: View) -> bool:
        return self.shows(view) and (view not in FURTHER or view == self.view)

    def learn_views(self, saved: Iterable[SavedView]) -> None:
        """These views are kept now; the one shown stays, as it reads now."""
        self.saved, me = tuple(saved), self.session.me
        views = (*VIEWS, *saved_views(self.saved, me.id if me else None), *FURTHER)
        if views == self.views:
            return
        self.views, before = views, self.view
        same = [view for view in views if view.key == before.key]
        self.view = before if before in same else next(reversed(same), ACTIVE)
        self.show_tabs()
        self.count_views()
        if self.view != before:
            self.view_changed()

    def show_tabs(self) -> None:
        """Name the views, in the language spoken now."""
        self.tabs.offer(self.view_tabs(), self.views.index(self.view))

    def count_views(self) -> None:
        """Count the tickets of each view in the row."""
        me, now, known = self.session.me, self.now(), self.views
        views = [view for view in known if self._in_the_row(view)]

        def tell(found: Sequence[ViewCount]) -> None:
            if known == self.views:
                self.tabs.tell_counts(
                    {
                        known.index(view): f"{one.count}{'+' if one.capped else ''}"
                        for view, one in zip(views, found, strict=True)
                    }
                )

        self.read(
            lambda reading: counts(lambda query, most: reading.count(query, me, now, most), views),
            tell,
            group="counts",
        )

    def show_view(self, view: View) -> None:
        """Show another view."""
        if self.shows(view):
            further = FURTHER.count(view) + FURTHER.count(self.view)
            self.view = view
            if further:
                self.show_tabs()
                self.count_views()
            else:
                self.tabs.light(self.views.index(view))
            self.view_changed()

    def action_view(self, number: int) -> None:
        """Show the view with that digit."""
        self.show_view(VIEWS[number - 1])

    def action_view_next(self) -> None:
        """Show the next view."""
        self.show_view(self.views[self.tabs.beside(1)])

    def action_view_previous(self) -> None:
        """Show the view before."""
        self.show_view(self.views[self.tabs.beside(-1)])

    def action_view_pick(self) -> None:
        """Choose a view by some letters of its name."""
        self._pick_view(range(len(self.views)))

    def action_view_kept(self) -> None:
        """Choose one of the views that people keep, by its digit or some letters."""
        kept = range(len(VIEWS), len(self.views) - len(FURTHER))
        if kept:
            self._pick_view(kept)
        else:
            self.notify(_("No views are kept yet."), markup=False)

    def _pick_view(self, indexes: Iterable[int]) -> None:
        options = [
            Option(index, name_of_view(view), self.tabs.counts.get(index, ""), words=view.key)
            for index in indexes
            if self.shows(view := self.views[index])
        ]

        def show(index: int | None) -> None:
            if index is not None:
                self.show_view(self.views[index])

        self.app.push_screen(Pick(_("Which view?"), options), show)

    @on(ViewTabs.Picked)
    def _view_clicked(self, event: ViewTabs.Picked) -> None:
        self.show_view(self.views[event.index])


def name_of_view(view: View) -> str:
    """What a view is called: those of every desk in the reader's language."""
    return _(view.label) if view.key in BUILT_IN else drawable(view.label)
