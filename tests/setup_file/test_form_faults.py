"""What is wrong with a field, told to who fills in a form and never sees the file."""

from __future__ import annotations

import pytest

from tests.declaring import WORLD
from tuiticket.engine.declared.declaring import declare
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.sections import BY_NAME
from tuiticket.setup_file.field_text import from_text
from tuiticket.setup_file.form_faults import in_a_form


@pytest.mark.parametrize(
    ("section", "field", "typed", "said"),
    [
        ("desk", "hold", "soon", "Write it as 30m, 4h, 2d or 1h30m."),
        ("people", "capacity", "many", "Write a whole number."),
        ("desk", "kind_teams", "service", "Type it as shown below."),
        ("canned", "bodies", "Hello", "Type it as shown below."),
        ("people", "teams", "nowhere", "“Teams” has no “nowhere”. Add it there first."),
    ],
)
def test_a_form_knows_no_quotes_and_no_brackets(
    section: str, field: str, typed: str, said: str
) -> None:
    shape = next(one.shape for one in BY_NAME[section].fields if one.name == field)
    entry = {field: from_text(shape, typed)}
    content: dict[str, object] = {"teams": {}} | {
        section: entry if section == "desk" else {"one": entry}
    }
    faults = Faults()
    declare(content, WORLD, faults)
    told = [in_a_form(fault) for fault in faults]
    assert [one for one in told if one.endswith(said)] != [], told
