"""`tuiticket kb`: wordings restored, links, opinions and procedures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

REFUSED = 1
"""The exit code where a rule of the desk forbids it."""


@pytest.fixture
def known(say: CommandLine) -> CommandLine:
    """A desk with an article, KB-1, and its translation, KB-2."""
    say.done("kb", "add", "--title", "Refunds", "--body", "Refunds take three days.")
    say.done("kb", "add", "--title", "退款", "--body", "三天到账。")
    return say


def test_a_wording_is_restored_and_a_mark_keeps_what_others_wrote(known: CommandLine) -> None:
    mark = known.done("kb", "show", 1, "--json").object["mark"]
    known.done("kb", "edit", 1, "--body", "Five days.", "--mark", mark)
    told = known.refused("kb", "edit", 1, "--body", "Six days.", "--mark", mark, code=REFUSED)
    assert "KB-1 was changed by someone else meanwhile." in told
    assert known.done("kb", "restore", 1, 1).out == "KB-1 reads as it did.\n"
    restored = known.done("kb", "show", 1, "--json").object
    assert (restored["body"], restored["mark"]) == ("Refunds take three days.", mark)
    assert "no version 9" in known.refused("kb", "restore", 1, 9)
    known.done("kb", "edit", 1, "--kind", "case", "--category", "logistics", "--language", "fr")
    changed = known.done("kb", "show", 1, "--json").object
    assert (changed["kind"], changed["category"], changed["language"]) == (
        "case",
        "logistics",
        "fr",
    )


def test_articles_are_linked_and_seen_from_both(known: CommandLine) -> None:
    known.done("kb", "link", 2, 1)
    known.done("kb", "pair", 1, 2)
    for one, other in ((1, 2), (2, 1)):
        links = known.done("kb", "show", one, "--json").object["links"]
        assert [(each["article"], each["kind"]) for each in links] == [(other, "translation")]
    assert "linked so already" in known.refused("kb", "pair", 2, 1, code=REFUSED)
    assert "with itself" in known.refused("kb", "link", 1, 1, code=REFUSED)
    known.done("kb", "unlink", 2, 1)
    assert "not linked" in known.refused("kb", "unlink", 1, 2, code=REFUSED)
    known.done("undo")
    assert "translation KB-2" in known.done("kb", "show", 1).out
    known.done("kb", "add", "--title", "Sizes", "--body", "Small")
    assert "in one language" in known.refused("kb", "pair", 1, 3, code=REFUSED)


def test_of_each_person_the_last_opinion_counts(known: CommandLine) -> None:
    def opinions() -> tuple[int, int]:
        article = known.done("kb", "show", 1, "--json").object
        return article["useful"], article["useless"]

    known.done("kb", "useful", 1)
    known.done("kb", "useless", 1, login="bo")
    assert opinions() == (1, 1)
    known.done("kb", "useful", 1, login="bo")
    assert opinions() == (2, 0)
    assert "already" in known.refused("kb", "useful", 1, code=REFUSED)
    known.done("undo", login="bo")
    assert opinions() == (1, 1)
    assert known.done("kb", "show", 1, "--json").object["confirmed_at"] is None
    known.done("kb", "confirm", 1)
    assert known.done("kb", "show", 1, "--json").object["confirmed_at"] is not None


def test_a_folder_ties_its_languages_together_once(say: CommandLine, tmp_path: Path) -> None:
    for language in ("en", "zh"):
        text = f"---\nlanguage: {language}\npair: refund\n---\n# T {language}\n\nwords {language}\n"
        (tmp_path / f"refund.{language}.md").write_text(text, encoding="utf-8")
    (tmp_path / "x.md").write_text("---\nrelated: refund.en.md, gone.md\n---\n# X\n\nx", "utf-8")
    assert say.done("kb", "import", tmp_path, "--json").object["linked"] == 2
    assert say.done("kb", "import", tmp_path, "--json").object["linked"] == 0
    links = say.done("kb", "show", 1, "--json").object["links"]
    assert [(each["title"], each["kind"]) for each in links] == [
        ("T zh", "translation"),
        ("X", "related"),
    ]


SOP = "First:\n- [ ] Ask for a **photo**\n- [ ] Look at the packing record\n\n1. not this"


def test_a_procedure_is_ticked_off_on_tickets_of_its_category(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "SOP: wrong item", "--kind", "training", "--body", SOP)
    say.refused("kb", "procedure", 1, "--category", "logistics", login="bo", code=REFUSED)
    say.done("kb", "procedure", "KB-1", "--category", "logistics", login="lena")
    number = say.ticket("Wrong", category="logistics/delay")

    def done() -> list[bool]:
        found = say.done("ticket", "procedure", number, "--json").object
        return [step["done_at"] is not None for step in found["steps"]]

    assert done() == [False, False]
    assert "[x]  1 Ask for a photo · ada" in say.done("ticket", "tick", number, 1).out
    assert done() == [True, False]
    assert "taken already" in say.refused("ticket", "tick", number, 1, code=REFUSED)
    assert "has 2 steps" in say.refused("ticket", "tick", number, 3)
    assert "took the step: Ask for a photo" in say.done("log", "show", number).out
    say.done("undo")
    assert done() == [False, False]
    say.done("redo")
    say.done("ticket", "untick", number, 1)
    assert done() == [False, False]
    assert "not taken yet" in say.refused("ticket", "untick", number, 1, code=REFUSED)
    say.done("kb", "procedure", 1, "--category", "logistics", "--remove", "--json", login="lena")
    assert say.done("kb", "procedure", "--json").objects == []
    told = say.refused("ticket", "tick", number, 1, "--article", 1, code=REFUSED)
    assert "not taken on ticket" in told
    assert "has 0 procedures" in say.refused("ticket", "tick", number, 1)


def test_an_article_without_steps_is_no_procedure(known: CommandLine) -> None:
    told = known.refused("kb", "procedure", 1, "--category", "logistics", login="lena")
    assert "holds no steps" in told


def test_hostile_words_control_no_terminal(known: CommandLine) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J[bold]red\u202e"
    known.done("kb", "edit", 1, "--title", f"T{hostile}", "--body", f"x{hostile}\nAsk the bank.")
    known.done("kb", "restore", 1, 1)
    said = "".join(known.done("kb", verb, 1).out for verb in ("show", "history", "diff"))
    assert "[bold]red" in said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
