"""Every fault of a set-up file at once, each with its line and field."""

from __future__ import annotations

import pytest

from tests.declaring import read


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        ("[teems.a]", 1, "teems", "Did you mean “teams”?"),
        ("[teams.a]\nautomatik = true", 2, "teams.a.automatik", "Did you mean “automatic”?"),
        ("[teams.a]\nautomatic = 'yes'", 2, "teams.a.automatic", "Write true or false."),
        ("[teams.A-B]", 1, "teams.A-B", "is not well formed"),
        ("[teams.a]\nname = 3", 2, "teams.a.name", "This is no text."),
        ("[teams.a]\nname = ' '", 2, "teams.a.name", "This is empty."),
        (f"[teams.a]\nname = '{'x' * 101}'", 2, "teams.a.name", "too long"),
        ("[teams.a]\nlead = 'bo'\n[people.al]", 2, "teams.a.lead", "no “bo” among the people"),
        ("[teams.a]\noverflow = [50, 20]", 2, "teams.a.overflow", "each above the one before"),
        ("teams = 3", 1, "teams", "This is no table."),
        ("[teams]\na = 1", 2, "teams.a", "This is no table."),
        ("[people.al]\nrole = 'boss'", 2, "people.al.role", "Known are: agent, lead"),
        ("[people.al]\ncapacity = 0", 2, "people.al.capacity", "from 1 to 1000"),
        ("[people.al]\ncapacity = true", 2, "people.al.capacity", "from 1 to 1000"),
        ("[people.al]\nmail = 'al'", 2, "people.al.mail", "no mail address"),
        ("[people.al]\nskills = {x = 4}", 2, "people.al.skills.x", "from 1 to 3"),
        ("teams = {a = {}}\n[people.al]\nteams = [\n'a', 'b']", 4, "people.al.teams.2", "no “b”"),
        ("[people.al]\nteams = ['a', 'a']", 2, "people.al.teams.2", "stands here twice"),
        ("[desk]\ntimezone = 'Mars/Base'", 2, "desk.timezone", "no time zone “Mars/Base”"),
        ("[desk]\nclose_after = '3'", 2, "desk.close_after", "no length of time"),
        ("[desk]\nclose_after = 3", 2, "desk.close_after", "in quotes"),
        ("[desk]\nkind_teams = {gift = 'a'}", 2, "desk.kind_teams.gift", "“gift”"),
        ("[desk]\nwaiting_weight = 99", 2, "desk.waiting_weight", "from 0 to 10"),
        ("[calendars.c]\ncountry = 'ZZ'", 2, "calendars.c.country", "“ZZ”"),
        ("[calendars.c]\nyears = [2026]", 2, "calendars.c.years", "no country"),
        ("[calendars.c]\nholidays = ['13-01']", 2, "calendars.c.holidays.1", "no day"),
        ("[calendars.c]\nholidays = 2026-01-01", 2, "calendars.c.holidays", "no list"),
        ("[calendars.c]\nworkdays = ['10-01']", 2, "calendars.c.workdays.1", "no day"),
        ("[calendars.c]\n[calendars.c.business_hours]", 1, "calendars.c", "no open hour"),
        (
            "[calendars.c.business_hours]\nmon = [['09:00', '12:00'],\n['11:00', '18:00']]",
            3, "calendars.c.business_hours.mon.2", "overlap",
        ),
        (
            "[calendars.c.business_hours]\nmon = [['22:00', '06:00']]\ntue = [['05:00', '09:00']]",
            3, "calendars.c.business_hours.tue.1", "overlap",
        ),
        (
            "[calendars.c.business_hours]\nmon = [['25:00', '06:00']]",
            2, "calendars.c.business_hours.mon.1", "not two times",
        ),
        (
            "[calendars.c]\nbusiness_hours.lun = []",
            2, "calendars.c.business_hours.lun", "No day of the week",
        ),
        (
            "[calendars.c]\nspecial_hours.2026-11-11 = [['22:00', '02:00']]",
            2, "calendars.c.special_hours.2026-11-11.1", "end before they begin",
        ),
        ("policies = 3", 1, "policies", "Write [[policies]]"),
        ("[[policies]]", 1, "policies.1", "It has no “name”."),
        ("[[policies]]\nname = 'A'\n[[policies]]\nname = 'A'", 3, "policies.2", "a second “A”"),
        ("[[policies]]\nname = 'A'\nresolution = '-4h'", 3, "policies.1.resolution", "“-4h”"),
        (
            "[[policies]]\nname = 'A'\nsteps = [{at = 0, do = []}]",
            3, "policies.1.steps.1.at", "from 1 to",
        ),
        ("[[policies]]\nname = 'A'\nsteps = [\n{at = 9}]", 4, "policies.1.steps.1", "no “do”"),
        (
            "[[policies]]\nname = 'A'\nsteps = [{at = 9, do = []},\n{at = 9, do = ['close']}]",
            4, "policies.1.steps.2", "Two steps stand at 9 %.",
        ),
        (
            "calendars = {}\n[[policies]]\nname = 'A'\ncalendar = 'c'",
            4, "policies.1.calendar", "no “c”",
        ),
        ("[canned.a]\nbodies = {}", 2, "canned.a.bodies", "This is empty."),
        ("[canned.a]\nbodies.en = ' '", 2, "canned.a.bodies.en", "no text of an answer"),
        ("[canned.a]\nbodies.en = '{oder}'", 2, "canned.a.bodies.en", "Did you mean {order}?"),
        ("[views.v]\nquery = 'stat:open'", 2, "views.v.query", "stat"),
        ("[views.v]\nname = 'V'", 1, "views.v", "It has no “query”."),
        ("[views.mine]\nquery = ''", 1, "views.mine", "on every desk"),
        ("[[routing]]\nname = 'R'", 1, "routing.1", "It has no “team”."),
        ("[[routing]]\nname = 'R'\nteam = ''", 3, "routing.1.team", "This is empty."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_field(
    text: str, line: int, field: str, words: str
) -> None:
    (fault,) = read(text).told()
    assert (fault.line, fault.field) == (line, field)
    assert words in fault.words


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = "[[policies]]\nname = 'A'\nresolution = '4x'\n[teams.a]\nnam = 'x'\nlead = 3\n"
    assert [(fault.line, fault.field) for fault in read(text).told()] == [
        (3, "policies.1.resolution"),
        (5, "teams.a.nam"),
        (6, "teams.a.lead"),
    ]


def test_a_fault_of_a_whole_section_stands_where_it_begins() -> None:
    file = read("[desk]\n\n[people.ada]\nname = 'Ada'\n")
    assert file.text.line(("people",)) == 3


def test_hostile_words_come_back_harmless() -> None:
    (fault,) = read('[teams.a]\n"x\\u001b[31m\\u202e" = 1').told()
    assert fault.field == "teams.a.x"
    assert "\x1b" not in fault.words


def test_a_calendar_knows_its_country_and_its_zone() -> None:
    text = "[desk]\ntimezone = 'Europe/Paris'\n[calendars.c]\ncountry = 'xa'\nyears = [2027, 2026]"
    facts = read(text).declared.sections["calendars"]["c"]
    assert (facts["timezone"], facts["country"], facts["years"]) == (
        "Europe/Paris",
        "XA",
        (2026, 2027),
    )
    assert facts["public_holidays"] == ("2026-10-01", "2027-10-01")
    assert facts["public_workdays"] == ("2026-10-10", "2027-10-10")
    assert read("[calendars.c]\ncountry = 'XA'").declared.sections["calendars"]["c"]["years"] == (
        2026,
        2027,
    )
