"""Keywords of categories and the shop's own words of temper, declared like the rest."""

from __future__ import annotations

from tests.declaring import export, planned, put, read, told
from tests.desks import Shop
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.plan import plan
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Keyword, TemperWord
from tuiticket.engine.model.synonyms import Synonyms

TWO = """
[categories."after-sales/refund"]
keywords = [{refund}]
[categories."logistics/delay"]
keywords = [{delay}]
"""


def keywords(shop: Shop) -> dict[str, set[str]]:
    """The keywords of each category that has some."""
    with shop.desk.reading() as reading:
        keys = {category.id: category.key for category in reading.find(Category)}
        found: dict[str, set[str]] = {}
        for keyword in reading.find(Keyword):
            found.setdefault(keys[keyword.category_id], set()).add(keyword.word)
    return found


def two(refund: str, delay: str) -> str:
    """A set-up with the keywords of two categories."""
    return TWO.format(refund=refund, delay=delay)


def test_keywords_are_set_taken_away_and_change_hands(shop: Shop) -> None:
    put(shop, two('"退款", "Money Back"', '"late"'))
    assert keywords(shop) == {
        "after-sales/refund": {"退款", "money back"},
        "logistics/delay": {"late"},
    }
    text = export(shop)
    assert planned(shop, text, prune=True).alterations == ()
    put(shop, two('"late"', '"money back"'))
    assert keywords(shop) == {"after-sales/refund": {"late"}, "logistics/delay": {"money back"}}
    put(shop, two("", '"late"'))
    assert keywords(shop) == {"logistics/delay": {"late"}}
    put(shop, text)
    assert export(shop) == text


def test_a_keyword_of_two_categories_is_a_fault(shop: Shop) -> None:
    put(shop, two("", '"late"'))
    file = read('[categories."after-sales/refund"]\nkeywords = ["LATE"]')
    faults = Faults()
    with shop.desk.reading() as reading:
        plan(file.declared, reading, faults)
    assert [fault.at for fault in faults] == [("categories", "after-sales/refund", "keywords")]
    assert [fault.values["category"] for fault in faults] == ["logistics/delay"]


def test_a_category_is_named_however_its_letters_are_composed(shop: Shop) -> None:
    one, same = "Cafe\u0301", "Caf\u00e9"
    rule = f'[[routing]]\nname = "x"\nteam = "logistics"\ncategory = "{one}"'
    put(shop, f'[categories."{one}"]\n{rule}')
    assert f'category = "{same}"' in export(shop)


def test_words_of_temper_are_weighed_and_forgotten(shop: Shop) -> None:
    put(shop, '[desk]\ntemper_words = { "被坑" = 2.5, Thanks = -1, meh = 0.5 }')
    made = put(shop, '[desk]\ntemper_words = { "被坑" = 3.04, thanks = -1.0 }')
    assert told(made) == [("desk", "", "changed")]
    with shop.desk.reading() as reading:
        words = {each.word: each.weight for each in reading.find(TemperWord)}
    assert words == {"被坑": 30, "thanks": -10}
    assert planned(shop, export(shop)).alterations == ()
    assert "from -5.0 to 5.0" in read("[desk]\ntemper_words = { x = 6 }").told()[0].words


def test_synonyms_are_kept_changed_and_forgotten(shop: Shop) -> None:
    put(shop, '[synonyms.lamp]\nwords = ["Glimmer", "灯"]\n[synonyms.bin]\nwords = ["a b", "c"]')
    text = export(shop)
    assert planned(shop, text, prune=True).alterations == ()
    made = put(shop, '[synonyms.lamp]\nwords = ["glimmer", "灯", "glow"]', prune=True)
    assert sorted(told(made)) == [("synonyms", "bin", "removed"), ("synonyms", "lamp", "changed")]
    with shop.desk.reading() as reading:
        kept = {each.key: each.words for each in reading.find(Synonyms)}
    assert kept == {"lamp": ("glimmer", "灯", "glow")}
    put(shop, text)
    assert export(shop) == text


def test_a_group_of_one_word_or_of_signs_is_a_fault() -> None:
    for words, wrong in (('["alone"]', "2 to 60 words, not 1"), ('["a", "!?"]', "holds no word")):
        (said,) = read(f"[synonyms.x]\nwords = {words}").told()
        assert said.field == "synonyms.x.words"
        assert wrong in said.words
