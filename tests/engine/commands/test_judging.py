"""Tickets read by the desk itself: their category, their customer's temper, and what is learned."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import Receive
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.judging import CorrectTemper, SetKeywords, WeighWord, verdict_on
from tuiticket.engine.commands.learning import LIVELY, TakeOver, relearned
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.judgement import Classifier, Judgement, Lesson, Temper
from tuiticket.engine.rules.classify.decisions import ENOUGH
from tuiticket.engine.rules.classify.features import SPACE
from tuiticket.engine.rules.query import parse
from tuiticket.engine.work import Work

DELAY, REFUND = "logistics/delay", "logistics"


def judgement(shop: Shop, number: int) -> Judgement:
    found = shop.dossier(number).judgement
    assert found is not None
    return found


def category(shop: Shop, number: int) -> str | None:
    found = shop.dossier(number).category
    return found.key if found else None


def taught(shop: Shop, times: int = 12) -> Shop:
    """A shop that has seen two sorts of tickets, so many of each."""
    for number in range(times):
        shop.open(f"物流太慢 {number}", category=DELAY, body="包裹一直没到")
        shop.open(f"想问运费 {number}", category=REFUND, body="寄到新疆运费多少")
    return shop


def test_a_keyword_files_a_ticket_on_the_first_day(shop: Shop) -> None:
    shop.desk.do(SetKeywords(category=DELAY, words=("物流延迟", "Late Parcel")), by=ADMIN)
    number = shop.open("物流延迟怎么办")
    assert category(shop, number) == DELAY
    assert judgement(shop, number).alone
    assert judgement(shop, number).reasons.splitlines()[0] == "物流延迟"
    assert category(shop, shop.open("LATE PARCEL again")) == DELAY
    assert shop.ticket(number).team_id == shop.ticket(shop.open("x", category=DELAY)).team_id


def test_without_keywords_and_lessons_nothing_is_proposed(shop: Shop) -> None:
    number = shop.open("物流延迟怎么办")
    assert category(shop, number) is None
    assert judgement(shop, number).proposals == ()


def test_a_category_that_was_given_stays(shop: Shop) -> None:
    shop.desk.do(SetKeywords(category=DELAY, words=("物流延迟",)), by=ADMIN)
    number = shop.open("物流延迟怎么办", category=REFUND)
    assert category(shop, number) == REFUND
    assert not judgement(shop, number).alone


def test_while_it_is_not_sure_it_proposes(shop: Shop) -> None:
    number = taught(shop).open("我的包裹没到", body="物流太慢了")
    dossier = shop.dossier(number)
    assert dossier.category is None
    assert [each.key for each in dossier.proposals] == [DELAY, REFUND]
    assert judgement(shop, number).reasons


def test_with_enough_right_decisions_it_acts_alone_and_a_correction_turns_it(shop: Shop) -> None:
    taught(shop, ENOUGH // 2 + 4)
    clear = shop.open("物流太慢", body="包裹一直没到")
    assert category(shop, clear) == DELAY
    assert judgement(shop, clear).alone
    assert (judgement(shop, clear).sure or 0) >= 90
    words = {"subject": "物流太慢", "body": "包裹一直没到，运费要退"}
    wrong = shop.open(**words)
    assert shop.dossier(wrong).proposals[0].key == DELAY
    done = shop.do(Describe(ticket=wrong, category=REFUND))
    (event,) = [each for each in done.events if each.kind == "category.taught"]
    (change,) = event.changes
    assert change.entity == "Lesson"
    assert event.actor == "alice"
    after = shop.open(**words)
    assert shop.dossier(after).proposals[0].key == REFUND


def test_a_ticket_teaches_once_and_what_was_decided_last(shop: Shop) -> None:
    number = shop.open("包裹没到", category=DELAY)
    shop.do(Describe(ticket=number, category=REFUND))
    shop.do(Describe(ticket=number, category=DELAY))
    with shop.desk.reading() as reading:
        (lesson,) = reading.find(Lesson, ticket_id=number)
        assert lesson.category_id == shop.ticket(number).category_id
    shop.do(Describe(ticket=number, category=""))
    with shop.desk.reading() as reading:
        assert reading.find(Lesson, ticket_id=number) == []


def test_what_the_desk_decided_itself_teaches_it_nothing(shop: Shop) -> None:
    shop.desk.do(SetKeywords(category=DELAY, words=("物流延迟",)), by=ADMIN)
    shop.open("物流延迟")
    with shop.desk.reading() as reading:
        assert reading.find(Lesson) == []


def test_undoing_a_correction_takes_its_lesson_back(shop: Shop) -> None:
    number = shop.open("包裹没到", category=DELAY)
    shop.do(Describe(ticket=number, category=REFUND))
    shop.do(Undo())
    assert category(shop, number) == DELAY
    with shop.desk.reading() as reading:
        (lesson,) = reading.find(Lesson, ticket_id=number)
        assert lesson.category_id == shop.ticket(number).category_id


def test_all_can_be_learned_again(shop: Shop) -> None:
    taught(shop)
    with shop.desk.reading() as reading:
        before = verdict_on(reading, "包裹没到")
        course, newest = relearned(reading)
    late = shop.open("运费发票", category=REFUND)
    shop.desk.do(TakeOver(course=course, newest=newest), by=ADMIN)
    with shop.desk.reading() as reading:
        again = verdict_on(reading, "包裹没到")
        assert again.proposals[0].label == before.proposals[0].label
        assert verdict_on(reading, "发票").proposals[0].label == str(shop.ticket(late).category_id)
        course, _newest = relearned(reading)
        assert course.learner.texts == len(course.decisions) == 25
        assert course.learner.lively == LIVELY


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedByAnOlderProgram(Command):
    """Make what was learned look as if by another algorithm."""

    def carry_out(self, work: Work) -> None:
        (state,) = work.tx.find(Classifier)
        work.tx.update(replace(state, algorithm="pa0"))


def test_what_an_older_program_learned_is_not_mixed_with_what_is_learned_now(shop: Shop) -> None:
    def rows() -> int:
        with shop.desk.reading() as reading:
            return len(reading.feature_rows(range(SPACE)))

    taught(shop, 6)
    before = rows()
    shop.desk.do(LearnedByAnOlderProgram(), by=ADMIN)
    shop.open("物流太慢", category=DELAY, body="包裹一直没到")
    assert 0 < rows() < before


def test_two_categories_cannot_share_a_keyword(shop: Shop) -> None:
    shop.desk.do(SetKeywords(category=DELAY, words=("晚",)), by=ADMIN)
    with pytest.raises(BadInput, match=DELAY):
        shop.desk.do(SetKeywords(category=REFUND, words=("晚",)), by=ADMIN)
    shop.desk.do(SetKeywords(category=DELAY, words=()), by=ADMIN)
    shop.desk.do(SetKeywords(category=REFUND, words=("晚",)), by=ADMIN)
    with pytest.raises(Refused):
        shop.do(SetKeywords(category=REFUND, words=("晚",)))


def test_an_angry_customer_makes_it_one_step_more_urgent(shop: Shop) -> None:
    calm = shop.ticket(shop.open("问一下尺寸", body="谢谢"))
    angry = shop.open("骗子", body="垃圾店铺！！！再不退款打12315")
    assert judgement(shop, angry).level is Temper.THREATENING
    assert "12315" in judgement(shop, angry).temper_reasons
    assert shop.ticket(angry).urgency == calm.urgency + 1
    assert shop.ticket(angry).priority == calm.priority


def test_a_person_may_say_how_the_customer_feels(shop: Shop) -> None:
    number = shop.open("骗子", body="垃圾店铺！！！")
    hot = shop.ticket(number).urgency
    shop.do(CorrectTemper(ticket=number, level=Temper.CALM))
    assert shop.ticket(number).urgency == hot - 1
    assert judgement(shop, number).corrected
    with pytest.raises(Refused):
        shop.do(CorrectTemper(ticket=number, level=Temper.CALM))
    shop.do(Undo())
    assert shop.ticket(number).urgency == hot


def test_tickets_are_found_by_temper(shop: Shop) -> None:
    shop.open("问一下尺寸", body="谢谢")
    angry = shop.open("骗子", body="垃圾店铺！！！")
    with shop.desk.reading() as reading:
        asked = parse("emotion:>0.8")
        assert list(reading.queue(asked, None, shop.clock.now)) == [angry]


def test_the_shop_weighs_words_of_its_own(shop: Shop) -> None:
    before = judgement(shop, shop.open("又是套路", body="")).temper
    shop.desk.do(WeighWord(word="套路", weight=3), by=ADMIN)
    assert judgement(shop, shop.open("又是套路", body="")).temper > before
    shop.desk.do(WeighWord(word="套路", weight=None), by=ADMIN)
    assert judgement(shop, shop.open("又是套路", body="")).temper == before
    with pytest.raises(Unknown):
        shop.desk.do(WeighWord(word="套路", weight=None), by=ADMIN)
    with pytest.raises(BadInput):
        shop.desk.do(WeighWord(word="套路", weight=50), by=ADMIN)


def test_what_the_customer_says_later_is_not_judged_again(shop: Shop) -> None:
    number = shop.open("问一下", body="谢谢")
    before = judgement(shop, number)
    shop.do(Receive(ticket=number, body="骗子！！！"))
    assert judgement(shop, number) == before


def test_saying_that_the_desk_was_right_teaches_it(shop: Shop) -> None:
    shop.desk.do(SetKeywords(category=DELAY, words=("物流延迟",)), by=ADMIN)
    number = shop.open("物流延迟")
    done = shop.do(Describe(ticket=number, category=DELAY))
    assert [event.kind for event in done.events] == ["category.taught"]
    with pytest.raises(Refused):
        shop.do(Describe(ticket=number, category=DELAY))


def test_a_person_may_say_that_the_temper_was_felt_right(shop: Shop) -> None:
    number = shop.open("问一下尺寸", body="谢谢")
    shop.do(CorrectTemper(ticket=number, level=Temper.CALM))
    assert judgement(shop, number).corrected


def test_where_all_are_rude_only_the_rudest_are_angry(shop: Shop) -> None:
    for _each in range(100):
        shop.open("垃圾店铺", body="骗子！！！")
    number = shop.open("垃圾店铺", body="骗子！！！")
    assert judgement(shop, number).level is Temper.DISPLEASED
    worse = shop.open("垃圾骗子", body="骗子！！！垃圾！！！")
    assert judgement(shop, worse).temper > judgement(shop, number).temper
    assert judgement(shop, worse).level is Temper.ANGRY
