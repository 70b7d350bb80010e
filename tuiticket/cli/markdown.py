"""Articles out of Markdown files, and into them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from tuiticket.cli.options import one_of
from tuiticket.engine.commands.article_links import TieImported
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.errors import N_, BadInput, DeskError
from tuiticket.engine.model.article import Article, ArticleKind, ArticleLink, ArticleLinkKind
from tuiticket.engine.rules.language import guess_language
from tuiticket.wording import told

FENCE = "---"
"""The line before and after the facts at the top of a file."""

TITLE_IN_NAME = 60
"""Characters of a title that become a file's name."""

_kind_of = one_of("kind", {kind.value: kind for kind in ArticleKind})


def folder_in(folder: Path) -> tuple[list[PutArticle], list[TieImported]]:
    """The articles of a folder and those below it, by the order of their names, and their ties.

    Each is known by its path in the folder. Raises BadInput for a folder there is not or without
    Markdown files, and for a file that cannot be read, naming it.
    """
    if not folder.is_dir():
        raise BadInput(N_("{folder} is no folder."), folder=folder)
    files = sorted(path for path in folder.rglob("*.md") if path.is_file())
    if not files:
        raise BadInput(N_("There are no Markdown files (*.md) in {folder}."), folder=folder)
    pages = [_page(file, file.relative_to(folder).as_posix()) for file in files]
    return [page.article for page in pages], list(_ties(pages))


@dataclass(frozen=True, slots=True)
class Page:
    """What a file holds: `pair` is shared with its translations, `related` names other files."""

    article: PutArticle
    pair: str
    related: tuple[str, ...]


def _page(file: Path, source: str) -> Page:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(N_("{file} cannot be read: {reason}."), file=file, reason=error) from error
    try:
        return page_of(text, source)
    except DeskError as error:
        raise BadInput(N_("{file}: {reason}"), file=file, reason=told(error)) from error


def page_of(text: str, source: str) -> Page:
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
    article = PutArticle(
        title=title,
        body=body.strip(),
        kind=_kind_of(facts.get("kind", ArticleKind.FAQ.value)),
        language=facts.get("language") or guess_language(f"{title}\n{body}"),
        category=facts.get("category") or None,
        source=source,
        asked_as=(facts["asked"],) if "asked" in facts else None,
    )
    related = (name.strip() for name in facts.get("related", "").split(","))
    return Page(article, facts.get("pair", ""), tuple(filter(None, related)))


def _ties(pages: Sequence[Page]) -> Iterator[TieImported]:
    pairs: dict[str, list[str]] = {}
    for page in pages:
        source = page.article.source or ""
        if page.pair:
            pairs.setdefault(page.pair, []).append(source)
        for other in page.related:
            yield TieImported(sources=(source, other), kind=ArticleLinkKind.RELATED)
    for sources in pairs.values():
        yield TieImported(sources=tuple(sources), kind=ArticleLinkKind.TRANSLATION)


def pages_of(
    articles: Iterable[Article], links: Iterable[ArticleLink], categories: Mapping[int, str]
) -> dict[int, tuple[str, str]]:
    """A file for each article, by its number: its name, and the Markdown in it.

    `page_of` reads the same article from that, `folder_in` the same links.
    """
    known = {article.id: article for article in articles}
    names = _names(known.values())
    pairs: dict[int, str] = {}
    related: dict[int, list[str]] = {}
    for link in sorted(links, key=lambda link: (link.article_id, link.other_id)):
        one, other = link.article_id, link.other_id
        if link.kind is ArticleLinkKind.TRANSLATION:
            pairs[one] = pairs[other] = pairs.get(one) or pairs.get(other) or names[one]
        else:
            related.setdefault(one, []).append(names[other])
    return {
        number: (names[number], _markdown(each, categories, pairs, related))
        for number, each in known.items()
    }


def _markdown(
    article: Article,
    categories: Mapping[int, str],
    pairs: Mapping[int, str],
    related: Mapping[int, Sequence[str]],
) -> str:
    facts = {
        "title": _quoted(article.title),
        "language": article.language,
        "kind": article.kind.value,
        "category": categories.get(article.category_id or 0, ""),
        "pair": pairs.get(article.id, ""),
        "related": ", ".join(related.get(article.id, ())),
        "asked": _quoted("; ".join(article.asked_as)),
    }
    rows = [f"{name}: {value}" for name, value in facts.items() if value]
    return "\n".join([FENCE, *rows, FENCE, article.body, ""])


def _names(articles: Iterable[Article]) -> dict[int, str]:
    """A file's name for each: the one it was imported under, else one like its title."""
    known = sorted(articles, key=lambda article: (article.source is None, article.id))
    names: dict[int, str] = {}
    taken: set[str] = set()
    for article in known:
        name = article.source or ""
        if not _SAFE.fullmatch(name) or ".." in name.split("/") or name in taken:
            name = _like_title(article, taken)
        names[article.id] = name
        taken.add(name)
    return names


_SAFE = re.compile(r"(?:[^/\\:\x00]+/)*[^/\\:\x00]+\.md")


def _like_title(article: Article, taken: Container[str]) -> str:
    stem = re.sub(r"\W+", "-", article.title.casefold()).strip("-_")[:TITLE_IN_NAME] or "article"
    language = re.sub(r"[^\w-]", "", article.language)
    tries = (f"{stem}{more}.{language}.md" for more in chain([""], (f"-{n}" for n in count(2))))
    return next(name for name in tries if name not in taken)


def _quoted(value: str) -> str:
    return f'"{value}"' if _unquoted(value) != value else value


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _parted(text: str) -> tuple[Mapping[str, str], str]:
    """The facts between the fences at the top, by name, and what follows them."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != FENCE:
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        return {}, text
    pairs = (line.partition(":") for line in lines[1:end] if ":" in line)
    facts = {name.strip().lower(): _unquoted(value.strip()) for name, _colon, value in pairs}
    return facts, "\n".join(lines[end + 1 :])


def _headed(body: str) -> tuple[str, str]:
    """The first heading, and the text without it."""
    lines = body.strip().split("\n")
    for number, line in enumerate(lines):
        if line.startswith("#"):
            return line.strip("# \t"), "\n".join([*lines[:number], *lines[number + 1 :]])
    return "", body
