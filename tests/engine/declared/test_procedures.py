"""Which articles' steps are taken on the tickets of a category, declared like the rest."""

from __future__ import annotations

import pytest

from tests.declaring import export, planned, put
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.errors import BadInput, Unknown
from tuiticket.engine.model.procedure import Checklist

DELAY = """
[categories."logistics/delay"]
procedures = [{names}]
"""


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop with an article that was a file, one that was none, and one without steps."""
    shop.desk.do(
        PutArticle(title="Late", body="- [ ] Look", source="late.md"),
        PutArticle(title="Later", body="1. Look"),
        PutArticle(title="Words", body="Look"),
        by=ADMIN,
    )
    return shop


def followed(shop: Shop) -> set[int]:
    """The articles whose steps are taken anywhere."""
    with shop.desk.reading() as reading:
        return {one.article_id for one in reading.all(Checklist)}


def test_procedures_are_attached_kept_and_taken_away(stocked: Shop) -> None:
    put(stocked, DELAY.format(names='"late.md", "KB-2"'))
    assert followed(stocked) == {1, 2}
    text = export(stocked)
    assert 'procedures = ["KB-2", "late.md"]' in text
    assert planned(stocked, text, prune=True).alterations == ()
    put(stocked, '[categories."logistics/delay"]\nname = "Delays"')
    assert followed(stocked) == {1, 2}
    put(stocked, DELAY.format(names='"KB-2"'))
    assert followed(stocked) == {2}
    put(stocked, text)
    assert export(stocked) == text


@pytest.mark.parametrize(
    ("name", "fault", "told"),
    [("gone.md", Unknown, "no article “gone.md”"), ("KB-3", BadInput, "KB-3 holds no steps")],
)
def test_what_is_no_procedure_is_refused(
    stocked: Shop, name: str, fault: type[BadInput], told: str
) -> None:
    with pytest.raises(fault, match=told):
        put(stocked, DELAY.format(names=f'"{name}"'))
    assert followed(stocked) == set()
