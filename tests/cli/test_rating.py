"""`tuiticket ticket rate` and `classify forecast`: what customers thought, what they will think."""

from __future__ import annotations

from tests.cli.conftest import CommandLine
from tests.desks import Shop
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.model.ticket import State


def rate(say: CommandLine, number: int, mark: int, *more: str) -> None:
    say.done("ticket", "rate", number, *marks(mark), *more)


def test_a_rating_told_on_the_phone_is_kept(say: CommandLine) -> None:
    number = say.ticket("包裹没到")
    assert "not solved" in say.refused("ticket", "rate", number, *marks(4), code=1)
    say.done("ticket", "solve", number)
    rate(say, number, 4, "--comment", "回得很快")
    told = say.done("ticket", "show", number, "--json").object
    assert (told["rating"]["speed"], told["rating"]["comment"]) == (4, "回得很快")
    assert told["rating"]["foreseen"] is None
    assert told["forecast"] is None
    assert "Rated: speed 4, quality 4, attitude 4" in say.done("sla", "explain", number).out
    assert "speed" in say.refused("ticket", "rate", number, "--speed", 9, code=2)


def marks(mark: int) -> tuple[str, ...]:
    return ("--speed", str(mark), "--quality", str(mark), "--attitude", str(mark))


def test_what_is_expected_and_how_good_that_was(say: CommandLine) -> None:
    number = say.ticket("物流太慢")
    assert "0 ratings of 30" in say.done("classify", "forecast").out
    assert say.done("classify", "forecast", number, "--json").object == {
        "number": number,
        "content": None,
        "reasons": [],
    }
    shop = Shop(say.file)
    for each in range(31):
        rated = shop.open(f"骗子 {each}" if each % 2 else f"谢谢 {each}")
        mark = 1 if each % 2 else 5
        shop.do(
            Move(ticket=rated, to=State.SOLVED),
            Rate(ticket=rated, speed=mark, quality=mark, attitude=mark),
        )
    shop.close()
    told = say.done("classify", "forecast", "--json").object
    assert (told["ratings"], told["enough"], told["foretold"]) == (31, True, 1)
    assert told["weights"]["temper"] < 0
    assert max(told["weights"].values()) <= 0
    assert 0 <= told["brier"] < told["brier_of_usual"]
    assert "Brier" in say.done("classify", "forecast").out
    angry = say.done("classify", "forecast", say.ticket("骗子！"), "--json").object
    calm = say.done("classify", "forecast", say.ticket("谢谢"), "--json").object
    assert angry["content"] < 0.5 < calm["content"]
    assert angry["reasons"][0]["what"] == "temper"
    assert "against it: temper" in say.done("sla", "explain", angry["number"]).out
    assert "no ticket" in say.refused("classify", "forecast", 99999)
