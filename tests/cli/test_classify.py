"""`tuiticket classify`: learning a file, measuring on another, judging one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

LINES = [
    (f"{opening} {word}", label)
    for opening in ("where is my", "what of the", "请问", "about my", "this", "help with")
    for label, words in {
        "delay": ("parcel", "delivery", "包裹"),
        "refund": ("refund", "money back", "退款"),
    }.items()
    for word in words
]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    file = tmp_path / "history.csv"
    rows = "".join(f"{label},{text}\r\n" for text, label in LINES)
    file.write_text("\ufeffCategory,text\r\n" + rows, "utf-8")
    return file


@pytest.fixture
def model(say: CommandLine, history: Path, tmp_path: Path) -> Path:
    file = tmp_path / "shop.model"
    told = say.done("classify", "train", history, "--model", file, "--json").object
    assert told["n"] == len(LINES)
    assert told["categories"] == 2
    assert told["model"] == str(file)
    assert told["bytes"] == file.stat().st_size
    return file


def test_what_was_learned_is_measured(say: CommandLine, model: Path, history: Path) -> None:
    told = say.done("classify", "test", history, "--model", model, "--json").object
    assert told["n"] == len(LINES)
    assert told["accuracy"] == told["macro_f1"] == told["coverage_at_97"] == 1.0
    assert told["ms_per_text"] >= 0
    assert told["train_s"] >= 0


def test_one_text_is_judged_with_reasons(say: CommandLine, model: Path) -> None:
    told = say.done("classify", "one", "我的包裹呢", "--model", model, "--json").object
    assert told["category"] == "delay"
    assert told["language"] == "zh"
    assert "包裹" in told["reasons"]
    assert [each["category"] for each in told["proposals"]] == ["delay", "refund"]


def test_for_a_person_it_says_why(say: CommandLine, model: Path) -> None:
    out = say.done("classify", "one", "a refund", "--model", model).out
    assert "refund" in out.splitlines()[0]
    assert "because of: refund" in out


def test_without_a_name_the_model_lies_beside_the_desk(say: CommandLine, history: Path) -> None:
    say.done("classify", "train", history, "--passes", 1)
    assert say.file.with_name(f"{say.file.name}.model").exists()
    assert say.done("classify", "test", history, "--json").object["accuracy"] > 0.9


def test_texts_come_in_on_standard_input(say: CommandLine, tmp_path: Path) -> None:
    lines = "text,category\n" + "".join(f"{text},{label}\n" for text, label in LINES)
    say.done("classify", "train", "-", "--model", tmp_path / "m", stdin=lines)
    assert say.done("classify", "one", "-", "--model", tmp_path / "m", stdin="包裹").out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["line 1", "text"]),
        (b"text,label\na,b\n", ["line 1", "category"]),
        (b"text,category\na,b\nonly one cell\n", ["line 3", "1 cells"]),
        (b'text,category\n"two\nlines",b\n\n,b\n', ["line 5", "text is empty"]),
        (b"text,category\na,b\nc, \n", ["line 3", "category is empty"]),
        (b'text,category\na,b\n"never closed,b\n', ["line 3", "CSV"]),
        (b"text,category\na,b\n\xff\xfe,b\n", ["line 3", "UTF-8"]),
        (b"text,category\n", ["no labelled text"]),
    ],
)
def test_a_wrong_file_is_refused_by_its_line(
    say: CommandLine, tmp_path: Path, content: bytes, words: list[str]
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_bytes(content)
    said = say.refused("classify", "train", file, code=2)
    assert str(file) in said
    for word in words:
        assert word in said
    assert not say.file.with_name(f"{say.file.name}.model").exists()


def test_without_a_model_it_says_how_to_make_one(say: CommandLine, history: Path) -> None:
    assert "classify train" in say.refused("classify", "test", history)


def test_what_is_no_model_is_named(say: CommandLine, history: Path) -> None:
    assert str(history) in say.refused("classify", "one", "hello", "--model", history)


def test_the_temper_of_lines(say: CommandLine) -> None:
    lines = '{"id": 7, "text": "骗子！！退钱"}\n\n{"id": "b", "text": "thank you, lovely lamp"}\n'
    angry, calm = say.done("classify", "temper", "--batch", stdin=lines).objects
    assert (angry["id"], angry["level"]) == (7, "angry")
    assert "骗子" in angry["reasons"]
    assert (calm["id"], calm["level"], calm["reasons"]) == ("b", "calm", [])
    assert 0 <= calm["score"] < angry["score"] <= 1


def test_a_wrong_line_is_answered_and_the_rest_goes_on(say: CommandLine) -> None:
    answer = say("classify", "temper", "--batch", stdin='{"id": 1}\nnonsense\n{"id":3,"text":""}\n')
    assert answer.code == 2
    assert [each["id"] for each in answer.objects] == [1, None, 3]
    assert ["error" in each for each in answer.objects] == [True, True, False]


def test_the_temper_of_one_text(say: CommandLine) -> None:
    told = say.done("classify", "temper", "我要打12315", "--json").object
    assert (told["level"], told["reasons"][0]) == ("threatening", "12315")
    assert "12315" in say.done("classify", "temper", "我要打12315").out
    assert "--batch" in say.refused("classify", "temper")


def test_the_desk_reads_tempers_with_what_was_told_it(say: CommandLine) -> None:
    for each in range(2):
        say.done("classify", "correct", say.ticket(f"又是套路 {each}", body="券没了"), "angry")
        say.done("classify", "correct", say.ticket(f"想问尺寸 {each}", body="多高"), "calm")
    words = say.done("classify", "temper", "又是套路", "--json").object
    told = say.done("classify", "temper", "又是套路", "--learned", "--json").object
    assert "lessons" not in words
    assert told["lessons"] == 4
    assert "套路" in told["learned"]
    assert "套路" in say.done("classify", "temper", "又是套路", "--learned").out
    assert say.done("classify", "rebuild", "--json").object["tempers"] == 4
    number = say.ticket("又是套路", body="券没了")
    assert say.done("ticket", "show", number, "--json").object["judgement"]["temper_lessons"] == 4
    assert "Learned from 4 corrections by people: " in say.done("sla", "explain", number).out


def test_the_desk_judges_by_what_it_learned(say: CommandLine) -> None:
    for number in range(3):
        say.ticket(f"包裹没到 {number}", category="logistics/delay")
        say.ticket(f"运费多少 {number}", category="logistics")
    told = say.done("classify", "one", "我的包裹没到", "--json").object
    assert told["category"] == "logistics/delay"
    assert say.done("classify", "rebuild", "--json").object == {
        "texts": 6,
        "categories": 2,
        "tempers": 0,
    }
    told = say.done("classify", "one", "我的包裹没到", "--json").object
    assert told["category"] == "logistics/delay"


def test_a_ticket_shows_what_was_made_of_it(say: CommandLine) -> None:
    say.done("category", "keywords", "logistics/delay", "物流延迟", "late parcel")
    assert say.done("category", "keywords", "logistics/delay").out == "物流延迟, late parcel\n"
    number = say.ticket("物流延迟", body="骗子！！再不发货打12315")
    told = say.done("ticket", "show", number, "--json").object["judgement"]
    assert told["alone"]
    assert told["proposals"] == ["logistics/delay"]
    assert told["reasons"] == ["物流延迟"]
    assert told["level"] == "threatening"
    lines = "\n".join(say.done("sla", "explain", number, "--json").object["lines"])
    assert "12315" in lines
    assert "because of: 物流延迟" in lines
    say.done("classify", "correct", number, "calm")
    told = say.done("ticket", "show", number, "--json").object["judgement"]
    assert (told["level"], told["corrected"], told["temper"]) == ("calm", True, 0.0)
    assert "as a person said" in say.done("sla", "explain", number).out
    say.done("category", "keywords", "logistics/delay", "--none")
    assert "no keywords" in say.done("category", "keywords", "logistics/delay").out
    assert "nowhere" in say.refused("category", "keywords", "nowhere")


def test_a_word_of_the_shops_own(say: CommandLine) -> None:
    assert "no words" in say.done("classify", "word").out
    assert say.done("classify", "word", "套路", "--weight", 3).out
    say.done("classify", "word", "辛苦了", "--weight", -1)
    assert say.done("classify", "word", "--json").objects == [
        {"word": "套路", "weight": 3.0},
        {"word": "辛苦了", "weight": -1.0},
    ]
    assert say.done("classify", "word").out.splitlines() == [" 3.0  套路", "-1.0  辛苦了"]
    assert say.done("classify", "word", "套路", "--json").object == {"word": "套路", "weight": None}
    assert "套路" in say.refused("classify", "word", "套路")
