"""The documented sample, and the set-ups of trades: files that really work."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.declaring import export, planned, put, read
from tests.desks import ADMIN, NOON, Shop
from tuiticket.bootstrap import public_holidays
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import Layout, World
from tuiticket.engine.declared.sections import BY_NAME, SECTIONS
from tuiticket.engine.declared.sections.policies import STEP
from tuiticket.engine.model.settings import Settings
from tuiticket.setup_file.reading import read_setup
from tuiticket.setup_file.trades import set_up_of, trades

PAGE = (Path(__file__).parents[2] / "docs" / "setup.md").read_text("utf-8")


@pytest.fixture(name="bare")
def _bare(tmp_path: Path) -> Shop:
    shop = Shop(tmp_path / "bare.db")
    shop.desk.do(SetUp(settings=Settings(name="New"), policies=()), by=ADMIN)
    return shop


def sample() -> str:
    """The one long example of the page."""
    (found,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert isinstance(found, str)
    return found


def test_the_documented_sample_makes_a_desk(bare: Shop) -> None:
    world = World(NOON, public_holidays)
    file = read_setup(sample().encode(), "setup.md", world)
    assert file.told() == []
    text = sample().replace('country = "CN"', 'country = "XA"')
    put(bare, text)
    assert planned(bare, text, prune=True).alterations == ()
    assert planned(bare, export(bare), prune=True).alterations == ()


def test_the_sample_names_every_field_there_is() -> None:
    said = tomllib.loads(sample())
    assert set(said) == set(BY_NAME)
    for section in SECTIONS:
        entries = said[section.name]
        if section.layout is Layout.ONE:
            entries = [entries]
        elif section.layout is Layout.KEYED:
            entries = list(entries.values())
        assert {name for entry in entries for name in entry} >= _names(section.fields), section.name
    steps = said["policies"][0]["steps"]
    assert {name for step in steps for name in step} == _names(STEP.fields)


def _names(fields: tuple[Field, ...]) -> set[str]:
    return {field.name for field in fields if field.written}


@pytest.mark.parametrize("trade", trades())
def test_the_set_up_of_a_trade_is_complete(bare: Shop, trade: str) -> None:
    text = set_up_of(trade).decode()
    put(bare, text)
    assert planned(bare, text, prune=True).alterations == ()
    sections = read(text).declared.sections
    for name in ("teams", "categories"):
        assert all(entry["name"] and entry["name_zh"] for entry in sections[name].values())
    assert len(sections["desk"][""]["kind_teams"]) == 4
    assert len(sections["policies"]) >= 3
