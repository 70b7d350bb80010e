"""Which team a ticket goes to: by the shop's rules, else by its category, else by its kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Matter:
    """A ticket with what the rules look at beside it; `words` is what the customer wrote."""

    ticket: Ticket
    words: str = ""
    order_state: OrderState | None = None
    customer_tags: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """Where a ticket goes and what its owner must know.

    `by` says what decided, for the log: rule, category or kind; `name` which of them.
    """

    team_id: int
    by: str
    name: str
    skill: str | None = None
    level: int = 0


def route_for(
    matter: Matter,
    rules: Iterable[RoutingRule],
    categories: Mapping[int, Category],
    settings: Settings,
) -> Route | None:
    """The first rule that matches, else the category's or kind's team; None where nothing says.

    A rule that names no skill leaves what the category asks for.
    """
    branches = list(branch_and_above(matter.ticket.category_id, categories))
    asked = next((branch for branch in branches if branch.skill is not None), None)
    skill, level = (asked.skill, asked.skill_level) if asked else (None, 0)
    path = branches[0].key if branches else ""
    for rule in sorted(rules, key=lambda rule: (rule.position, rule.id)):
        if matches(rule, matter, path):
            if rule.skill is not None:
                skill, level = rule.skill, rule.skill_level
            return Route(rule.team_id, "rule", rule.name, skill, level)
    for branch in branches:
        if branch.team_id is not None:
            return Route(branch.team_id, "category", branch.key, skill, level)
    team = settings.kind_teams.get(matter.ticket.kind)
    return None if team is None else Route(team, "kind", matter.ticket.kind, skill, level)


def skill_for(
    category_id: int | None, categories: Mapping[int, Category]
) -> tuple[str | None, int]:
    """The skill the tickets of a category need, and its level: the nearest that is named."""
    for branch in branch_and_above(category_id, categories):
        if branch.skill is not None:
            return branch.skill, branch.skill_level
    return None, 0


def branch_and_above(
    category_id: int | None, categories: Mapping[int, Category]
) -> Iterator[Category]:
    """Yield a category and those above it in the tree, as far as there are any, nearest first."""
    found = categories.get(category_id or 0)
    if found is None:
        return
    by_key = {category.key: category for category in categories.values()}
    key = found.key
    while key:
        if key in by_key:
            yield by_key[key]
        key = key.rpartition("/")[0]


def matches(rule: RoutingRule, matter: Matter, path: str) -> bool:
    """Whether a rule is for this ticket, whose category has that path."""
    ticket = matter.ticket
    return (
        rule.kind in (None, ticket.kind)
        and rule.channel in (None, ticket.channel)
        and rule.language in (None, ticket.language)
        and (rule.category is None or f"{path}/".startswith(f"{rule.category}/"))
        and (rule.order_state is None or rule.order_state is matter.order_state)
        and (rule.customer_tag is None or _has(matter.customer_tags, rule.customer_tag))
        and (not rule.keywords or _says(matter, rule.keywords))
    )


def _has(tags: Collection[str], wanted: str) -> bool:
    return wanted.casefold() in {tag.casefold() for tag in tags}


def _says(matter: Matter, keywords: tuple[str, ...]) -> bool:
    return _any_of(keywords).search(f"{matter.ticket.subject}\n{matter.words}") is not None


@lru_cache(maxsize=256)
def _any_of(keywords: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words: whole ones where they are of letters with blanks between words.

    Chinese has no blanks, so its words are found anywhere.
    """
    return re.compile("|".join(_one(word) for word in keywords), re.IGNORECASE)


def _one(word: str) -> str:
    begins = r"(?<!\w)" if _parted(word[0]) else ""
    ends = r"(?!\w)" if _parted(word[-1]) else ""
    return f"{begins}{re.escape(word)}{ends}"


def _parted(character: str) -> bool:
    """Whether words of such letters stand between blanks."""
    return character.isalnum() and character < "\u2e80"
