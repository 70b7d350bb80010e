"""Declared set-up on a desk to test on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.desks import ADMIN, NOON, Shop
from tuiticket.engine.declared.plan import Plan, plan
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.declared.section import World
from tuiticket.engine.errors import BadInput
from tuiticket.setup_file.reading import SetupFile, read_setup
from tuiticket.setup_file.writing import write_setup


def holidays(country: str, years: Iterable[int]) -> tuple[list[date], list[date]]:
    """A country XA with one day off a year, and one worked for it."""
    if country != "XA":
        raise BadInput("No holidays are known for “{country}”.", country=country)
    return [date(year, 10, 1) for year in years], [date(year, 10, 10) for year in years]


WORLD = World(NOON, holidays, "Asia/Shanghai")


def read(text: str) -> SetupFile:
    """The set-up a text declares."""
    return read_setup(text.encode(), "shop.toml", WORLD)


def planned(shop: Shop, text: str, *, prune: bool = False) -> Plan:
    """What a text without a fault would change."""
    file = read(text)
    with shop.desk.reading() as reading:
        made = plan(file.declared, reading, file.faults, prune=prune)
    assert file.told() == []
    return made


def put(shop: Shop, text: str, *, prune: bool = False) -> Plan:
    """Do what a text without a fault would change; the plan of it."""
    made = planned(shop, text, prune=prune)
    shop.desk.do(PutSetUp(declared=made.declared, planned=made), by=ADMIN)
    return made


def export(shop: Shop) -> str:
    """The set-up of a desk as a file."""
    with shop.desk.reading() as reading:
        return write_setup(reading)


def told(plan: Plan) -> list[tuple[str, str, str]]:
    """What a plan does: section, key and how."""
    return [(one.section, one.key, one.how.value) for one in plan.alterations]
