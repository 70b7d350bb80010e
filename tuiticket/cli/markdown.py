"""Articles out of Markdown files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tuiticket.cli.options import one_of
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.errors import N_, BadInput, DeskError
from tuiticket.engine.model.article import ArticleKind
from tuiticket.engine.rules.language import guess_language
from tuiticket.wording import told

FENCE = "---"
"""The line before and after the facts at the top of a file."""

_kind_of = one_of("kind", {kind.value: kind for kind in ArticleKind})


def articles_in(folder: Path) -> list[PutArticle]:
    """The articles of a folder and those below it, by the order of their names.

    Each is known by its path in the folder. Raises BadInput for a folder there is not or without
    Markdown files, and for a file that cannot be read, naming it.
    """
    if not folder.is_dir():
        raise BadInput(N_("{folder} is no folder."), folder=folder)
    files = sorted(path for path in folder.rglob("*.md") if path.is_file())
    if not files:
        raise BadInput(N_("There are no Markdown files (*.md) in {folder}."), folder=folder)
    return [_article(file, file.relative_to(folder).as_posix()) for file in files]


def _article(file: Path, source: str) -> PutArticle:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(N_("{file} cannot be read: {reason}."), file=file, reason=error) from error
    try:
        return article_of(text, source)
    except DeskError as error:
        raise BadInput(N_("{file}: {reason}"), file=file, reason=told(error)) from error


def article_of(text: str, source: str) -> PutArticle:
    """The article a Markdown text holds; raises BadInput where it has no title, or a wrong kind."""
    facts, body = _parted(text)
    title = facts.get("title") or ""
    if not title:
        title, body = _headed(body)
    if not title or not body.strip():
        raise BadInput(
            N_("There is no title, or no text."),
            N_("Begin with a heading (# …), and write below it."),
        )
    return PutArticle(
        title=title,
        body=body.strip(),
        kind=_kind_of(facts.get("kind", ArticleKind.FAQ.value)),
        language=facts.get("language") or guess_language(f"{title}\n{body}"),
        category=facts.get("category") or None,
        source=source,
    )


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """The facts between the fences at the top, by name, and what follows them."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != FENCE:
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        return {}, text
    pairs = (line.partition(":") for line in lines[1:end] if ":" in line)
    facts = {name.strip().lower(): value.strip().strip("\"'") for name, _colon, value in pairs}
    return facts, "\n".join(lines[end + 1 :])


def _headed(body: str) -> tuple[str, str]:
    """The first heading, and the text without it."""
    lines = body.strip().splitlines()
    for number, line in enumerate(lines):
        if line.startswith("#"):
            return line.strip("# \t"), "\n".join([*lines[:number], *lines[number + 1 :]])
    return "", body
