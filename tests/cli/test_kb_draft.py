"""`tuiticket kb draft`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_a_new_article_is_begun_gone_on_with_and_thrown_away(say: CommandLine) -> None:
    assert "no draft" in say.done("kb", "draft").out
    say.done("kb", "draft", "--title", "退款多久到账", "--category", "logistics/delay")
    kept = say.done("kb", "draft", "--body", "-", "--json", stdin="三到五天。\n").object
    assert (kept["article"], kept["title"], kept["body"]) == (None, "退款多久到账", "三到五天。\n")
    assert (kept["language"], kept["category"]) == ("zh", "logistics/delay")
    assert "三到五天。" in say.done("kb", "draft").out
    assert say.done("kb", "draft", "--json", login="bo").out == "", "it is private"
    say.done("kb", "draft", "--discard")
    assert say.done("kb", "draft", "--json").out == ""
    assert "no draft" in say.refused("kb", "draft", "--discard")


def test_a_draft_of_an_article_begins_with_its_words(say: CommandLine) -> None:
    words = ("--title", "Sizes", "--body", "Measure the bed.", "--asked", "fit; width")
    number = say.done("kb", "add", *words, "--json").object["article"]
    kept = say.done("kb", "draft", f"KB-{number}", "--title", "Which size", "--json").object
    assert (kept["article"], kept["title"], kept["body"]) == (
        number,
        "Which size",
        "Measure the bed.",
    )
    assert kept["asked"] == "fit; width"
    assert say.done("kb", "show", number, "--json").object["title"] == "Sizes"
    assert "Either" in say.refused("kb", "draft", number, "--title", "x", "--discard")
    assert "77" in say.refused("kb", "draft", "77", "--title", "x")
    assert "no category" in say.refused("kb", "draft", number, "--category", "nowhere")
