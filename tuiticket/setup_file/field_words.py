"""The set-up in words: what sections and fields are called, and what their values say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from tuiticket.engine.declared.composed import Many, Record, Table
from tuiticket.engine.declared.sections.policies import STEP
from tuiticket.engine.declared.shapes import Choice, Language, Link, Shape, Switch
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.business_hours import DAYS
from tuiticket.i18n import _, bracketed, colon, listed
from tuiticket.setup_file.field_text import (
    as_text,
    by_heading,
    hours_together,
    of_hours,
    under_headings,
)
from tuiticket.wording import day_name, label, language_name

SECTION_WORDS: dict[str, str] = {
    "desk": N_("Desk"),
    "calendars": N_("Hours"),
    "teams": N_("Teams"),
    "people": N_("People"),
    "categories": N_("Categories"),
    "policies": N_("Policies"),
    "routing": N_("Routing"),
    "canned": N_("Canned replies"),
    "synonyms": N_("Synonyms"),
    "views": N_("Views"),
}
"""The headings of the sections, in the order in which they are shown."""

_FIELDS: dict[str, str] = {
    "accept_within": N_("accept within"),
    "archive_after": N_("archive after"),
    "automatic": N_("hand out"),
    "bodies": N_("texts"),
    "business_hours": N_("weekly hours"),
    "calendar": N_("hours"),
    "capacity": N_("capacity"),
    "category": N_("category"),
    "channel": N_("channel"),
    "close_after": N_("close after"),
    "country": N_("country"),
    "customer_tag": N_("customer tag"),
    "duplicates_within": N_("duplicate for"),
    "first_response": N_("first response"),
    "hold": N_("hold answers"),
    "holidays": N_("holidays"),
    "keywords": N_("keywords"),
    "kind": N_("kind"),
    "kind_teams": N_("team by kind"),
    "language": N_("language"),
    "lead": N_("lead"),
    "longest_break": N_("longest break"),
    "mail": N_("mail"),
    "mail_addresses": N_("mailboxes"),
    "name": N_("name"),
    "name_zh": N_("name in Chinese"),
    "next_response": N_("next response"),
    "order_state": N_("order is"),
    "overflow": N_("widen at %"),
    "pause_on_third": N_("third pauses"),
    "position": N_("place"),
    "priority": N_("priority"),
    "procedures": N_("procedures"),
    "progress": N_("progress"),
    "query": N_("query"),
    "rebound": N_("came back"),
    "rebound_to": N_("then to"),
    "rebound_within": N_("back within"),
    "resolution": N_("resolution"),
    "review": N_("review"),
    "role": N_("role"),
    "sister": N_("helped by"),
    "skill": N_("skill"),
    "skill_level": N_("skill level"),
    "skills": N_("skills"),
    "special_hours": N_("special hours"),
    "steps": N_("steps"),
    "sticky": N_("same person"),
    "submit": N_("hand in"),
    "team": N_("team"),
    "teams": N_("teams"),
    "tell": N_("tell customer"),
    "temper_words": N_("temper words"),
    "tell_unrouted_after": N_("tell unrouted"),
    "timezone": N_("time zone"),
    "triage": N_("triage"),
    "waiting_weight": N_("while waiting"),
    "weights": N_("weights"),
    "words": N_("words"),
    "workdays": N_("days worked"),
    "wave_from": N_("wave from"),
    "wave_within": N_("wave within"),
    "years": N_("years"),
}


def caption(field: str) -> str:
    """The template of what a field is called."""
    return _FIELDS.get(field, field)


def value_word(shape: Choice | Switch, word: Any) -> str:
    """One value of a choice, or of yes and no, as people say it; a dash for none.

    A choice that is not among the engine's own words is one of languages.
    """
    if word in (None, ""):
        return "–"
    if isinstance(shape, Switch):
        return _("yes") if word is True else _("no")
    member = shape.words.get(word, word)
    return label(member) if isinstance(member, Enum) else language_name(str(word))


Called = Callable[[str, str], str]
"""What an entry is called, by its section and key."""


def by_key(_section: str, key: str) -> str:
    """An entry called by its key."""
    return key


def in_words(shape: Shape, written: Any, called: Called = by_key) -> str:
    """A written value for reading, with what it links to by name; "" where there is nothing."""
    if written in (None, "", [], {}):
        return ""
    match shape:
        case Choice() | Switch():
            return value_word(shape, written)
        case Many(item=Record()) if isinstance(written, list):
            return "\n".join(_step(one) for one in written)
        case Many(item=Choice() as item) if isinstance(written, list):
            return " · ".join(value_word(item, one) for one in written)
        case Table(key=Choice() as key, value=value) if isinstance(written, Mapping):
            return "\n".join(
                colon(value_word(key, one), in_words(value, of, called))
                for one, of in written.items()
            )
        case Language():
            return language_name(str(written))
        case Link():
            return called(shape.section, str(written))
        case Many() if isinstance(written, list):
            return listed(in_words(shape.item, one, called) for one in written)
    if isinstance(written, Mapping):
        if by_heading(shape):
            return under_headings({language_name(key): of for key, of in written.items()})
        if of_hours(shape):
            return "\n".join(_hours(days, spans) for days, spans in hours_together(written))
    return as_text(shape, written)


def _hours(days: Sequence[str], spans: Sequence[str]) -> str:
    """The hours of one day, or of all from one to another: "Mon–Fri 09:00-12:00 13:00-18:00"."""
    first, *rest = (day_name(DAYS.index(day)) if day in DAYS else day for day in days)
    name = _("{first}–{last}").format(first=first, last=rest[0]) if rest else first
    return " ".join([name, *spans])


def _step(step: Mapping[str, Any]) -> str:
    """What is done at a share of the time: "80 %: remind the owner · tell the team lead"."""
    shapes = {field.name: field.shape for field in STEP.fields}
    done = in_words(shapes["do"], step.get("do"))
    only = in_words(shapes["clocks"], step.get("clocks"))
    share = _("{percent} %").format(percent=step.get("at"))
    told = colon(share, done)
    return bracketed(told, only) if only else told
