"""The stories as they are written: complete, well-formed, idiomatic as far as a test can see."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator

from tuiticket.demo.casting import first_team
from tuiticket.demo.scenes import ANY, Act, Scene, load_scenes
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.ticket import Kind, Priority, State

SCENES = load_scenes()
HAN = re.compile(r"[\u4e00-\u9fff]")
PLACES = {
    *("name", "dear", "tail", "agent", "product", "sku", "price", "city"),
    *("qty", "amount", "credit", "weekday", "day"),
}
ORDER_PLACES = {"order", "date", "tracking"}


def texts(scene: Scene) -> Iterator[str]:
    """Everything people say and write in a scene."""
    yield from scene.subject
    for turn in scene.turns:
        if turn.act not in (Act.TRANSFER, Act.WAIT, Act.PRIORITY):
            yield from turn.text
        if turn.why:
            yield turn.why


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len(SCENES) >= 90
    assert len({scene.id for scene in SCENES}) == len(SCENES)


def test_no_two_say_the_same() -> None:
    subjects = Counter(subject for scene in SCENES for subject in scene.subject)
    openings = Counter(text for scene in SCENES for text in scene.turns[0].text)
    assert [text for text, times in (subjects + openings).items() if times > 1] == []


def test_a_scene_begins_with_the_customer_and_ends_solved() -> None:
    for scene in SCENES:
        assert scene.turns[0].act is Act.SAYS, scene.id
        last = scene.turns[-1]
        assert last.act is Act.SOLVE or last.then is State.SOLVED, scene.id
        assert 2 <= len(scene.turns) <= 15, scene.id


def test_a_scene_can_be_told_twice_in_other_words() -> None:
    for scene in SCENES:
        assert len(set(scene.subject)) >= 2, scene.id
        assert len(set(scene.turns[0].text)) >= 2, scene.id


def test_places_are_ones_that_will_be_filled() -> None:
    for scene in SCENES:
        allowed = PLACES | (ORDER_PLACES if scene.order else set())
        for text in texts(scene):
            assert places(text) <= allowed, text


def test_chinese_is_chinese_and_english_is_english() -> None:
    for scene in SCENES:
        if scene.language == "en":
            assert not any(HAN.search(text) for text in texts(scene)), scene.id
            continue
        long = [text for text in texts(scene) if len(text) > 12]
        for text in long:
            letters = len(re.findall(r"[a-z]", re.sub(r"\{\w+\}", "", text)))
            assert letters < len(HAN.findall(text)), text


def test_text_is_clean() -> None:
    for scene in SCENES:
        for text in texts(scene):
            assert text == text.strip()
            assert "  " not in text
            assert not re.search(r"\s[,.;!?\uff0c\uff1f\uff01\uff1a\uff1b\u3002]", text), text


def test_chinese_has_chinese_punctuation() -> None:
    for scene in SCENES:
        if scene.language == "zh":
            for text in texts(scene):
                assert not re.search(r"[\u4e00-\u9fff][,;:?!](?![?!])[\u4e00-\u9fff]", text), text


def test_it_is_about_goods_the_shop_has_in_a_category_it_has() -> None:
    for scene in SCENES:
        shop = load_shop()
        assert ANY in scene.goods or any(p.tags & scene.goods for p in shop.products), scene.id
        assert scene.category in {branch.key for branch in shop.categories}, scene.id


def test_it_is_handed_over_only_to_other_teams_and_with_a_reason() -> None:
    for scene in SCENES:
        team = first_team(scene, load_shop())
        for turn in scene.turns:
            if turn.act is Act.TRANSFER:
                assert turn.text[0] in {t.key for t in load_shop().teams} - {team}, scene.id
                assert turn.why, scene.id
                team = turn.text[0]


def test_all_kinds_priorities_and_doors_occur() -> None:
    assert {scene.kind for scene in SCENES} == set(Kind)
    assert {scene.priority for scene in SCENES} == set(Priority)
    doors = {channel for scene in SCENES for channel in scene.channels}
    assert {channel.value for channel in doors} == {
        *("mail", "phone", "chat", "web", "wechat", "walk-in"),
    }


def test_some_customers_come_back_after_a_solution() -> None:
    def rebounds(scene: Scene) -> bool:
        return any(turn.act is Act.SOLVE or turn.then is State.SOLVED for turn in scene.turns[:-1])

    assert sum(rebounds(scene) for scene in SCENES) >= 3
