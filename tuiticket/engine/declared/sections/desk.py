"""The desk itself: its name, its time zone, its mailboxes, what happens to solved tickets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.declared.composed import Field, Many, Table
from tuiticket.engine.declared.section import Alteration, Find, Layout, Section
from tuiticket.engine.declared.shapes import Address, Choice, Link, Span, Words, Zone
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind

_NAMES = {
    "name": "name",
    "timezone": "zone",
    "language": "language",
    "mail_addresses": "mail_addresses",
    "close_after": "close_after_s",
    "archive_after": "archive_after_s",
    "hold": "hold_s",
}
"""The fields by what the desk calls them."""


class DeskItself(Section):
    """What the shop decided about its desk as a whole."""

    name = "desk"
    help = N_("The desk as a whole.")
    layout = Layout.ONE
    fields = (
        Field("name", Words(), N_("The shop's name.")),
        Field("timezone", Zone(), N_("Its time zone.")),
        Field("language", Choice({"en": "en", "zh_CN": "zh_CN"}), N_("Its language: en, zh_CN.")),
        Field("mail_addresses", Many(Address()), N_("The mailboxes of the shop's own."), ()),
        Field("close_after", Span(), N_("How long after its solution a ticket is closed.")),
        Field("archive_after", Span(), N_("How long after closing it is archived.")),
        Field("hold", Span(), N_("How long an answer can be taken back before it leaves.")),
        Field(
            "kind_teams",
            Table(Choice.of(Kind), Link("teams", optional=False)),
            N_("The team a kind goes to where nothing says better."),
        ),
    )

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The settings as they are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        (settings,) = desk.find(Settings)
        return {
            "": {
                **{name: getattr(settings, field) for name, field in _NAMES.items()},
                "kind_teams": {kind: keys[id_] for kind, id_ in settings.kind_teams.items()},
            }
        }

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Change them."""
        changed = alteration.changed()
        yield ChangeSettings(
            **{field: changed[name] for name, field in _NAMES.items() if name in changed},
            kind_teams=changed.get("kind_teams", {}),
        )
