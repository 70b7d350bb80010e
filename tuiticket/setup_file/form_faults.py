"""What is wrong with a field, for who fills in a form: the engine speaks of a file there.

A form knows no quotes and no brackets; how a field is typed stands below it, see `as_typed`.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.engine.declared.faults import Fault
from tuiticket.engine.errors import N_
from tuiticket.i18n import _
from tuiticket.setup_file.field_words import SECTION_WORDS
from tuiticket.wording import with_mend

_AS_SHOWN = N_("Type it as shown below.")

IN_A_FORM: Mapping[str, str] = {
    "There is no “{word}” among the {section} of this file.": N_("“{section}” has no “{word}”."),
    "A section names all its entries: add [{section}.{word}].": N_("Add it there first."),
    "Write some words in quotes, up to {limit} characters.": N_("Write up to {limit} characters."),
    "Write a whole number, without quotes.": N_("Write a whole number."),
    "Write it as 30m, 4h, 2d or 1h30m, in quotes.": N_("Write it as 30m, 4h, 2d or 1h30m."),
    'Write it in brackets, as ["one", "two"].': _AS_SHOWN,
    "Write fields below a heading in brackets.": _AS_SHOWN,
}
"""The templates of the engine that speak of a file, and what a form says instead."""


def in_a_form(fault: Fault) -> str:
    """What is wrong, and how to mend it."""
    values = dict(fault.values)
    if (section := values.get("section")) in SECTION_WORDS:
        values["section"] = _(SECTION_WORDS[section])
    title, mend = (IN_A_FORM.get(one, one) for one in (fault.title, fault.mend))
    return with_mend(title, mend, values)
