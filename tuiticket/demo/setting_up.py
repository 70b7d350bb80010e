"""The desk of the sample shop before its first ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuiticket.demo.articles import Page, load_articles, load_procedures
from tuiticket.demo.casting import BY_HAND
from tuiticket.demo.hours import OFFICE, PROMISES
from tuiticket.demo.schedule import ARCHIVE_AFTER, CLOSE_AFTER, FORTNIGHT
from tuiticket.demo.shop import Shop
from tuiticket.engine.commands.article_links import TieImported
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.canned import PutCannedReply
from tuiticket.engine.commands.categories import AddCategory, ChangeCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.customers import AddCustomer
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeAgent, ChangeTeam
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.procedures import AttachProcedure
from tuiticket.engine.commands.routing_rules import PutRoutingRule
from tuiticket.engine.commands.setup import ChangeSettings, SetUp
from tuiticket.engine.model.article import ArticleLinkKind
from tuiticket.engine.model.people import Skill
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.starters import CANNED

FIRST_TICKET = 10_301
"""The number of the first ticket of the play."""

OVERFLOW = (25, 50, 75)
"""Per cent of the time to answer after which a ticket nobody fits is offered more widely."""

CHECKLIST = "checklist-"
SPOKEN_FIRST = "zh"
"""The language whose checklists are tied to categories; their translations go with them."""

_CAPACITY = 16
_KIND_TEAMS = {
    Kind.SERVICE: "after-sales",
    Kind.ENQUIRY: "pre-sales",
    Kind.COMPLAINT: "after-sales",
    Kind.REPAIR: "after-sales",
}


def setting_up(shop: Shop) -> Iterator[Command]:
    """Facts, teams, people, categories, customers and the knowledge base, articles from KB-1 on.

    At first every team takes its tickets by hand, so that the play alone says who has what.
    """
    yield SetUp(
        settings=Settings(
            name=f"{shop.name_zh} {shop.name}",
            zone="Asia/Shanghai",
            mail_domain="qimu.example.com",
            mail_addresses=("care@qimu.example.com",),
            first_number=FIRST_TICKET,
            close_after_s=int(CLOSE_AFTER.total_seconds()),
            archive_after_s=int(ARCHIVE_AFTER.total_seconds()),
            rebound_within_s=0,
        ),
        policies=(),
    )
    yield PutCalendar(calendar=OFFICE)
    for policy in PROMISES:
        yield PutPolicy(policy=policy)
    yield from _staff(shop)
    yield ChangeSettings(kind_teams=_KIND_TEAMS)
    for branch in shop.categories:
        yield AddCategory(
            key=branch.key, name=branch.name, name_zh=branch.name_zh, team=branch.team
        )
    for customer in shop.customers:
        yield AddCustomer(
            name=customer.name,
            contacts=customer.contacts,
            language=customer.language,
            tags=customer.tags,
        )
    for canned in CANNED:
        yield PutCannedReply(key=canned.key, name=canned.name, bodies=canned.bodies)
    yield from _knowledge()


def _knowledge() -> Iterator[Command]:
    """Yield the articles from KB-1 on, tied to what they belong with, and then the procedures.

    A checklist is known by its name with `checklist-` before it, for there is an article of that.
    """
    yield from _written(load_articles(), "")
    yield from _written(load_procedures(), CHECKLIST)
    first = len(load_articles()) + 1
    for number, page in enumerate(load_procedures(), first):
        if page.language == SPOKEN_FIRST:
            yield AttachProcedure(article=number, category=page.category)


def _written(pages: Iterable[Page], prefix: str) -> Iterator[Command]:
    pairs: dict[str, list[str]] = {}
    related: list[tuple[str, str]] = []
    for page in pages:
        source = prefix + page.name
        if page.pair:
            pairs.setdefault(page.pair, []).append(source)
        related += [(source, other) for other in page.related]
        yield PutArticle(
            title=page.title,
            body=page.body,
            kind=page.kind,
            language=page.language,
            category=page.category,
            source=source,
            asked_as=page.asked_as,
        )
    for sources in pairs.values():
        yield TieImported(sources=tuple(sources), kind=ArticleLinkKind.TRANSLATION)
    for both in related:
        yield TieImported(sources=both, kind=ArticleLinkKind.RELATED)


def _staff(shop: Shop) -> Iterator[Command]:
    for team in shop.teams:
        yield AddTeam(key=team.key, name=team.name, name_zh=team.name_zh, automatic=False)
    for person in shop.people:
        yield AddAgent(
            login=person.login,
            name=person.name,
            role=person.role,
            mail=f"{person.login}@qimu.example.com",
            capacity=_CAPACITY,
            teams=person.teams,
        )
    for team in shop.teams:
        yield ChangeTeam(key=team.key, lead=team.lead, sister=team.sister)


def going_live(shop: Shop) -> Iterator[Command]:
    """From now on the desk itself hands out tickets, where a team wants that, and sees rebounds.

    It asks for skills from now on: the play cast everybody as it liked.
    """
    for person in shop.people:
        skills = tuple(Skill(key, level) for key, level in person.skills.items())
        if skills:
            yield ChangeAgent(login=person.login, skills=skills)
    for branch in shop.categories:
        if branch.skill:
            yield ChangeCategory(key=branch.key, skill=branch.skill, skill_level=branch.skill_level)
    for rule in shop.rules:
        yield PutRoutingRule(
            name=rule.name,
            team=rule.team,
            kind=rule.kind,
            customer_tag=rule.customer_tag,
            keywords=rule.keywords,
            skill=rule.skill,
            skill_level=rule.skill_level,
        )
    for team in shop.teams:
        if team.key not in BY_HAND:
            yield ChangeTeam(key=team.key, automatic=True, overflow=OVERFLOW)
    yield ChangeSettings(rebound_within_s=int(FORTNIGHT.total_seconds()))
