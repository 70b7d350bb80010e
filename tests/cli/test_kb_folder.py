"""`tuiticket kb import · export`: what goes out into a folder comes back as it was."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import CommandLine
from tests.db.samples import NOON
from tuiticket.cli.markdown import page_of, pages_of
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.rules.safetext import clean, one_line

LINES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(
    lambda text: one_line(text, 100).strip()
)


def articles(say: CommandLine) -> dict[str, tuple[object, ...]]:
    """What the knowledge base holds, by title, with its links by title."""
    found = {}
    for each in say.done("kb", "search", "--json").objects:
        known = say.done("kb", "show", each["article"], "--json").object
        links = sorted((link["kind"], link["title"]) for link in known["links"])
        facts = tuple(known[name] for name in ("kind", "language", "category", "body"))
        found[known["title"]] = (*facts, links)
    return found


def test_a_folder_taken_out_and_in_again_is_the_same(say: CommandLine, tmp_path: Path) -> None:
    say.done("kb", "add", "--title", '"Refunds"', "--body", "Three days", "--kind", "case")
    say.done(
        "kb", "add", "--title", "退款", "--body", "三天\n\n---\n到账", "--category", "logistics"
    )
    say.done("kb", "add", "--title", "Sizes", "--body", "# Large\n\nand small")
    say.done("kb", "pair", 1, 2)
    say.done("kb", "link", 3, 1)
    before, folder = articles(say), tmp_path / "out"
    assert say.done("kb", "export", folder, "--json").object == {"files": 3, "named": 3}
    assert sorted(path.name for path in folder.iterdir()) == [
        "refunds.en.md",
        "sizes.en.md",
        "退款.zh.md",
    ]
    assert say.done("kb", "export", folder, "--json").object["named"] == 0
    again = say.done("kb", "import", folder, "--json").object
    assert (again["unchanged"], again["linked"]) == (3, 0)
    for number in (1, 2, 3):
        say.done("kb", "remove", number, login="lena")
    assert articles(say) == {}
    assert say.done("kb", "import", folder, "--json").object["linked"] == 2
    assert articles(say) == before


@given(title=LINES.filter(bool), body=st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_article_is_read_from_what_was_written_of_it(title: str, body: str) -> None:
    words = clean(body).strip() or "x"
    article = Article(
        id=7, title=title, body=words, kind=ArticleKind.FAQ, language="zh", updated_at=NOON
    )
    name, text = pages_of([article], [], {})[7]
    read = page_of(text, name).article
    assert (read.title, read.body, read.language, read.source) == (title, words, "zh", name)


def test_a_name_leads_out_of_no_folder(say: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    hostile = Article(
        title="../../x", body="x", kind=ArticleKind.FAQ, language="../e", updated_at=NOON, id=1,
        source="../../../evil.md",
    )  # fmt: skip
    (name, _text), *_rest = pages_of([hostile], [], {}).values()
    assert name == "x.e.md"
    say.done("kb", "add", "--title", "../up", "--body", "x", "--language", "../e")
    say.done("kb", "export", out)
    assert [path.name for path in out.iterdir()] == ["up.e.md"]
