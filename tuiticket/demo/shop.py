"""Qimu Home, a made-up seller of home goods: its staff, its goods, its customers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tuiticket.demo.content import table
from tuiticket.engine.model.people import Role
from tuiticket.engine.model.ticket import Channel, Kind

WHOLESALE = "wholesale"
"""The tag of firms, who buy many of one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team; `lead` is a login, `sister` the key of the team that helps out."""

    key: str
    name: str
    name_zh: str
    lead: str | None = None
    sister: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member of the staff: `sign` is how they sign, by language, `skills` go from 1 to 3."""

    login: str
    name: str
    role: Role
    teams: tuple[str, ...]
    sign: dict[str, str]
    skills: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A routing rule: tickets of a kind, of such a customer, or holding a word go to a team."""

    name: str
    team: str
    kind: Kind | None = None
    customer_tag: str | None = None
    keywords: tuple[str, ...] = ()
    skill: str | None = None
    skill_level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch of the category tree; without a team of its own it has its parent's.

    Once the desk is live, its tickets want somebody with the `skill`, at least at `skill_level`.
    """

    key: str
    name: str
    name_zh: str
    team: str | None = None
    skill: str | None = None
    skill_level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Something the shop sells; `cents` is the price of one in CNY cents."""

    sku: str
    en: str
    zh: str
    cents: int
    tags: frozenset[str]

    def called(self, language: str) -> str:
        """Its name in a language, zh or en."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who buys; `dear` is how one addresses them, contacts are as the desk takes them."""

    name: str
    dear: str
    language: str
    city: str
    mail: str | None = None
    phone: str | None = None
    wechat: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def contacts(self) -> tuple[str, ...]:
        """Every address, in the desk's spelling."""
        wechat = f"wechat:{self.wechat}" if self.wechat else None
        return tuple(contact for contact in (self.mail, self.phone, wechat) if contact)

    @property
    def business(self) -> bool:
        """Whether this is a firm."""
        return WHOLESALE in self.tags

    def reached_by(self, channel: Channel) -> bool:
        """Whether they could have come in by that door."""
        needed = {
            Channel.MAIL: self.mail,
            Channel.PHONE: self.phone,
            Channel.SMS: self.phone,
            Channel.WECHAT: self.wechat,
        }
        return bool(needed.get(channel, True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Everything about the shop that does not change with the day."""

    name: str
    name_zh: str
    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    rules: tuple[Rule, ...]
    categories: tuple[Branch, ...]
    products: tuple[Product, ...]
    customers: tuple[Customer, ...]

    def team_of(self, category: str) -> str:
        """The team a category's tickets go to: its own, else the nearest parent's."""
        teams = {branch.key: branch.team for branch in self.categories}
        while (team := teams[category]) is None:
            category = category.rpartition("/")[0]
        return team

    def members(self, team: str) -> tuple[Person, ...]:
        """The people of a team."""
        return tuple(person for person in self.people if team in person.teams)

    def person(self, login: str) -> Person:
        """A member of the staff by login."""
        return next(person for person in self.people if person.login == login)


@cache
def load_shop() -> Shop:
    """The shop as its files tell it."""
    facts = table("shop.toml")
    return Shop(
        name=facts["name"],
        name_zh=facts["name_zh"],
        teams=tuple(Team(**row) for row in facts["team"]),
        people=tuple(_person(row) for row in facts["person"]),
        rules=tuple(_rule(row) for row in facts["rule"]),
        categories=tuple(Branch(**row) for row in facts["category"]),
        products=tuple(
            Product(**{**row, "tags": frozenset(row["tags"])})
            for row in table("products.toml")["product"]
        ),
        customers=tuple(
            Customer(**{**row, "tags": tuple(row.get("tags", ()))})
            for row in table("customers.toml")["customer"]
        ),
    )


def _person(row: dict[str, Any]) -> Person:
    return Person(
        login=row["login"],
        name=row["name"],
        role=Role(row["role"]),
        teams=tuple(row["teams"]),
        sign=row.get("sign", {}),
        skills=row.get("skills", {}),
    )


def _rule(row: dict[str, Any]) -> Rule:
    kind, keywords = row.get("kind"), tuple(row.get("keywords", ()))
    return Rule(**{**row, "kind": Kind(kind) if kind else None, "keywords": keywords})
