"""`tuiticket kb`: writing, importing, finding and editing articles."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import CommandLine


def write(folder: Path, name: str, text: str) -> None:
    """A Markdown file in a folder, made with it."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_an_article_is_written_shown_and_edited(say: CommandLine) -> None:
    made = say.done(
        "kb", "add", "--title", "退款时效说明", "--body", "-", "--kind", "case", "--category",
        "logistics", "--json", stdin="三天内到账。\n",
    ).object  # fmt: skip
    assert (made["kind"], made["language"], made["category"]) == ("case", "zh", "logistics")
    assert say.done("kb", "show", "KB-1").out == (
        "KB-1 退款时效说明\ncase · 中文 · used 0 times · useful 0, not 0\n\n三天内到账。\n"
    )
    assert say.done("kb", "edit", "1", "--body", "五天内到账。").out == "Changed KB-1.\n"
    known = say.done("kb", "show", "1", "--json").object
    assert (known["title"], known["body"]) == ("退款时效说明", "五天内到账。")
    assert "Nothing to change was named." in say.refused("kb", "edit", "1")
    assert "The title is empty." in say.refused("kb", "edit", "1", "--title", " ")


def test_an_article_is_found_by_what_else_it_is_asked_as(say: CommandLine, tmp_path: Path) -> None:
    say.done(
        "kb", "add", "--title", "Desk E05", "--body", "Unplug it.", "--asked", "lopsided; tilts"
    )
    assert say.done("kb", "search", "lopsided").out.endswith("Desk E05\n")
    assert say.done("kb", "show", "1").out.endswith("\n\nAlso asked as: lopsided; tilts\n")
    say.done("kb", "edit", "1", "--asked", "slanted")
    assert "No article fits." in say("kb", "search", "lopsided").err
    assert say.done("kb", "show", "1", "--json").object["asked_as"] == ["slanted"]
    write(tmp_path, "a/x.md", "---\nasked: is it far; how far\n---\n# Distance\n\nTen miles")
    say.done("kb", "import", tmp_path / "a")
    write(tmp_path, "a/x.md", "# Distance\n\nTwenty miles")
    say.done("kb", "import", tmp_path / "a")
    known = say.done("kb", "show", "2", "--json").object
    assert (known["asked_as"], known["body"]) == (["is it far", "how far"], "Twenty miles")


def test_articles_are_found_the_best_first(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Shipping", "--body", "A refund is not shipped")
    say.done("kb", "add", "--title", "Refunds", "--body", "Refund within three days")
    say.done("kb", "add", "--title", "Sizes", "--body", "Small and large")
    found = [each["title"] for each in say.done("kb", "search", "refund", "--json").objects]
    assert found == ["Refunds", "Shipping"]
    everything = [each["title"] for each in say.done("kb", "search", "--json").objects]
    assert everything == ["Refunds", "Shipping", "Sizes"]
    assert "KB-2" in say.done("kb", "search", "refund").out


def test_a_folder_is_imported_and_brought_up_to_date(say: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write(folder, "refund.zh.md", "---\ntitle: 退款\nkind: case\nlanguage: zh\n---\n三天\n")
    write(folder, "sub/sizes.md", "# Sizes\n\nSmall and large\n")
    write(folder, "notes.txt", "no article")

    def counts() -> list[int]:
        return list(say.done("kb", "import", folder, "--json").object.values())

    assert counts() == [2, 2, 0, 0, 0]
    assert counts() == [2, 0, 0, 2, 0]
    write(folder, "sub/sizes.md", "# Sizes\n\nMedium too\n")
    assert counts() == [2, 0, 1, 1, 0]
    known = {a["source"]: a for a in say.done("kb", "search", "--json").objects}
    assert known["refund.zh.md"]["title"] == "退款"
    assert known["refund.zh.md"]["kind"] == "case"
    assert known["sub/sizes.md"]["title"] == "Sizes"
    assert known["sub/sizes.md"]["language"] == "en"


def test_a_category_there_is_not_is_told_and_left_out(say: CommandLine, tmp_path: Path) -> None:
    write(tmp_path, "a/x.md", "---\ncategory: logistics\n---\n# A\n\na")
    write(tmp_path, "a/y.md", "---\ncategory: elsewhere\n---\n# B\n\nb")
    answer = say("kb", "import", tmp_path / "a")
    assert answer.code == 0
    assert "There is no category “elsewhere”" in answer.err
    categories = {a["title"]: a["category"] for a in say.done("kb", "search", "--json").objects}
    assert categories == {"A": "logistics", "B": None}


def test_a_wrong_file_is_named_and_nothing_is_imported(say: CommandLine, tmp_path: Path) -> None:
    write(tmp_path, "b/good.md", "# Good\n\ntext")
    write(tmp_path, "b/wrong.md", "---\nkind: novel\n---\n# Wrong\n\ntext")
    told = say.refused("kb", "import", tmp_path / "b")
    assert "wrong.md" in told
    assert "“novel”" in told
    write(tmp_path, "b/wrong.md", "no title and no text below it")
    assert "There is no title, or no text." in say.refused("kb", "import", tmp_path / "b")
    (tmp_path / "b/wrong.md").write_bytes(b"\xff\xfe")
    assert "wrong.md cannot be read" in say.refused("kb", "import", tmp_path / "b")
    assert say.done("kb", "search", "--json").objects == []


def test_an_empty_folder_is_told(say: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "There are no Markdown files" in say.refused("kb", "import", tmp_path / "empty")


def test_every_wording_is_kept_and_compared(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Refunds", "--body", "Three days\nby card")
    say.done("kb", "edit", "1", "--body", "Five days\nby card")
    say.done("kb", "edit", "1", "--title", "Refund times")
    say.done("undo")
    found = say.done("kb", "history", "KB-1", "--json").objects
    assert [(r["revision"], r["title"], r["body"].split()[0]) for r in found] == [
        (1, "Refunds", "Three"),
        (2, "Refunds", "Five"),
        (3, "Refund times", "Five"),
        (4, "Refunds", "Five"),
    ]
    assert "Refund times" in say.done("kb", "history", "1").out
    told = say.done("kb", "diff", "1", "--from", "1", "--to", "2").out
    assert "-Three days\n+Five days\n by card" in told
    assert say.done("kb", "diff", "1", "--json").object["from"] == 3
    assert "has no version 9" in say.refused("kb", "diff", "1", "--to", "9")
    assert "There is no article KB-7" in say.refused("kb", "history", "7")


def test_a_solved_ticket_becomes_an_article_without_its_customer(say: CommandLine) -> None:
    number = say.ticket("Lamp flickers", body="I am wang@example.cn and my lamp flickers")
    assert "no solution" in say.refused("kb", "from-ticket", number, code=1)
    say.done("ticket", "reply", number, "--body", "Tighten the bulb, please", "--then", "solved")
    made = say.done("kb", "from-ticket", number, "--json").object
    assert (made["title"], made["kind"], made["language"]) == ("Lamp flickers", "case", "en")
    assert "Tighten the bulb" in made["body"]
    assert "wang@example.cn" not in made["body"]
    assert "wrote the article KB-1" in say.done("log", "show", number).out
    say.done("undo")
    assert "There is no article" in say.refused("kb", "show", "1")


def test_stale_articles_are_listed(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Refunds", "--body", "Three days")
    assert say("kb", "stale").err == (
        "Every article was changed or confirmed in the last 180 days.\n"
    )
    assert say.done("kb", "stale", "--json").objects == []


def test_the_shops_own_words_for_the_same_find_the_article(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Glimmer care", "--body", "Dust it.")
    assert "No article fits." in say("kb", "search", "zorblax").err
    assert "built in" in say.done("kb", "synonyms").out
    say.done("kb", "synonyms", "glimmer", "Zorblax", "glimmer")
    assert say.done("kb", "synonyms", "--json").objects == [
        {"key": "glimmer", "words": ["zorblax", "glimmer"]}
    ]
    assert "Glimmer care" in say.done("kb", "search", "my zorblax").out
    say.done("undo")
    assert "No article fits." in say("kb", "search", "zorblax").err
    assert "2 to 60 words" in say.refused("kb", "synonyms", "x", "alone")
    say.done("kb", "synonyms", "x", "one", "two")
    assert "built in" in say.done("kb", "synonyms", "x", "--remove").out
    assert "There are no synonyms" in say.refused("kb", "synonyms", "x", "--remove")
