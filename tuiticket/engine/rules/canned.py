"""Canned replies: templates with variables, filled with plain text.

A variable stands in braces: "Hello {customer}"; a brace itself is written twice. What is filled in
is never read again, so nothing a customer is called can make a template do more than it says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.rules.safetext import one_line

VARIABLES: Mapping[str, str] = {
    "customer": N_("the customer's name"),
    "number": N_("the ticket's number"),
    "subject": N_("the ticket's subject"),
    "order": N_("the order's number"),
    "tracking": N_("the number of the parcel"),
    "agent": N_("your name"),
    "team": N_("the team's name"),
    "shop": N_("the shop's name"),
}
"""Every variable, with what it stands for: a template to translate."""

LONGEST_VALUE = 300

_PIECES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its variables filled in.

    Those there was nothing for stand in the text as they were, and in `unfilled`.
    """

    text: str
    unfilled: tuple[str, ...] = ()


def check_template(text: str) -> None:
    """Raise BadInput naming the variable there is not, or the brace that stands alone."""
    for piece in _PIECES.finditer(text):
        name = piece[1]
        if name is not None and name.strip() not in VARIABLES:
            near = get_close_matches(name.strip(), VARIABLES, 1)
            raise BadInput(
                N_("There is no variable “{{{variable}}}”."),
                N_("Did you mean {suggestion}?") if near else N_("Use one of: {words}."),
                variable=one_line(name, 40),
                suggestion="".join(f"{{{word}}}" for word in near),
                words=" ".join(f"{{{word}}}" for word in VARIABLES),
            )
        if piece[0] in ("{", "}"):
            raise BadInput(
                N_("The brace at character {column} stands alone."),
                N_("Write it twice if it is meant as it is."),
                column=piece.start() + 1,
            )


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Fill a template; a value of nothing but blanks counts as none."""
    unfilled: dict[str, None] = {}

    def put(piece: re.Match[str]) -> str:
        if piece[0] in ("{{", "}}"):
            return piece[0][0]
        name = (piece[1] or "").strip()
        value = one_line(values.get(name, ""), LONGEST_VALUE)
        if piece[1] is None or not value:
            if name:
                unfilled[name] = None
            return piece[0]
        return value

    return Filled(_PIECES.sub(put, text), tuple(unfilled))


def values_for(dossier: Dossier, agent: Agent | None, settings: Settings) -> dict[str, str]:
    """What the variables stand for on a ticket.

    A customer known by an address alone has no name to be called by.
    """
    ticket, order = dossier.ticket, dossier.order
    addresses = {contact.value for contact in dossier.contacts}
    name = dossier.customer.name
    team = dossier.team
    named = team.name_zh if team and ticket.language == "zh" and team.name_zh else ""
    return {
        "customer": "" if name in addresses else name,
        "number": str(ticket.id),
        "subject": ticket.subject,
        "order": ticket.order_number or "",
        "tracking": (order.tracking or "") if order else "",
        "agent": agent.name if agent else "",
        "team": named or (team.name if team else ""),
        "shop": settings.name,
    }


def body_for(canned: CannedReply, language: str) -> str:
    """The template in the customer's language, else in the first there is."""
    return canned.bodies.get(language) or next(iter(canned.bodies.values()), "")
