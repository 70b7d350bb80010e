"""The table of filters: what each is called, which values it takes and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from tuiticket.engine.errors import N_
from tuiticket.engine.rules.query.operators import Operator
from tuiticket.engine.rules.query.tree import Special
from tuiticket.engine.rules.query.vocabulary import (
    CHANNELS,
    HAS,
    IS,
    KINDS,
    PRIORITIES,
    SEVERITIES,
    SORTS,
    STATES,
    Word,
)


class ValueKind(Enum):
    """What sort of value a field has, and by which Python type the tree holds it."""

    ENUM = "enum"  # Choice
    RANK = "rank"  # Choice of one member, compared by rank
    PERSON = "person"  # str, a login; or Special
    TEAM = "team"  # str, a team's key; or Special
    TAG = "tag"  # str; or Special
    TEXT = "text"  # str; or Special
    NUMBER = "number"  # int or float
    DURATION = "duration"  # int, seconds
    INSTANT = "instant"  # Absolute, Relative or RelativeDay
    FLAG = "flag"  # str, one of the field's words
    SORT = "sort"  # no condition: becomes the query's order


_ALL = tuple(Operator)
_OPERATORS = {
    ValueKind.RANK: _ALL,
    ValueKind.NUMBER: _ALL,
    ValueKind.INSTANT: _ALL,
    ValueKind.DURATION: tuple(operator for operator in Operator if operator is not Operator.IS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One filter. `help` is a template to translate; `samples` are values worth offering."""

    name: str
    kind: ValueKind
    help: str
    aliases: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    specials: tuple[Special, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def operators(self) -> tuple[Operator, ...]:
        """The operators it takes; only "is" for what has no order, no "is" for what never ends."""
        return _OPERATORS.get(self.kind, (Operator.IS,))


_PAST = (">-1d", ">-7d", ">-30d", "today", "yesterday")
_FUTURE = ("<+1h", "<+4h", "<+1d", "today", "tomorrow")
_SHARES = (">0.5", ">0.6", ">0.8")

_SPECS = (
    FieldSpec(
        name="state",
        kind=ValueKind.ENUM,
        help=N_("where the ticket stands; active: not solved, closed or archived"),
        aliases=("status", "状态"),
        words=STATES,
    ),
    FieldSpec(
        name="kind",
        kind=ValueKind.ENUM,
        help=N_("service, enquiry, complaint or repair"),
        aliases=("type", "工单类型", "类型"),
        words=KINDS,
    ),
    FieldSpec(
        name="category",
        kind=ValueKind.TEXT,
        help=N_("path in the category tree, with everything below it"),
        aliases=("分类",),
        specials=(Special.NONE,),
    ),
    FieldSpec(
        name="priority",
        kind=ValueKind.RANK,
        help=N_("how soon: low, normal, high, urgent"),
        aliases=("优先级",),
        words=PRIORITIES,
    ),
    FieldSpec(
        name="severity",
        kind=ValueKind.RANK,
        help=N_("how much it hurts: minor, moderate, major, critical"),
        aliases=("严重程度",),
        words=SEVERITIES,
    ),
    FieldSpec(
        name="owner",
        kind=ValueKind.PERSON,
        help=N_("who has it: a login, me or none"),
        aliases=("assignee", "客服", "负责人"),
        specials=(Special.ME, Special.NONE),
    ),
    FieldSpec(
        name="team",
        kind=ValueKind.TEAM,
        help=N_("whose queue: a team, mine or none"),
        aliases=("团队", "部门"),
        specials=(Special.MINE, Special.NONE),
    ),
    FieldSpec(
        name="tag",
        kind=ValueKind.TAG,
        help=N_("a tag of the ticket or of its customer"),
        aliases=("标签",),
        specials=(Special.NONE,),
    ),
    FieldSpec(
        name="channel",
        kind=ValueKind.ENUM,
        help=N_("how the contact came in"),
        aliases=("渠道",),
        words=CHANNELS,
    ),
    FieldSpec(
        name="customer",
        kind=ValueKind.TEXT,
        help=N_("part of the customer's name, or a whole contact"),
        aliases=("客户",),
    ),
    FieldSpec(
        name="order",
        kind=ValueKind.TEXT,
        help=N_("the order's number, or none"),
        aliases=("订单", "订单号"),
        specials=(Special.NONE,),
    ),
    FieldSpec(
        name="subject",
        kind=ValueKind.TEXT,
        help=N_("part of the subject"),
        aliases=("主题",),
    ),
    FieldSpec(
        name="number",
        kind=ValueKind.NUMBER,
        help=N_("the ticket's number"),
        aliases=("工单", "编号"),
    ),
    FieldSpec(
        name="wave",
        kind=ValueKind.NUMBER,
        help=N_("the number of a sudden wave"),
        aliases=("突增",),
    ),
    FieldSpec(
        name="emotion",
        kind=ValueKind.NUMBER,
        help=N_("the customer's temper, from 0 calm to 1 furious"),
        aliases=("情绪",),
        samples=_SHARES,
    ),
    FieldSpec(
        name="sla",
        kind=ValueKind.DURATION,
        help=N_("time left on the clock that is due first; below 0m it is late"),
        aliases=("时限",),
        samples=("<30m", "<1h", "<4h", "<0m"),
    ),
    FieldSpec(
        name="due",
        kind=ValueKind.INSTANT,
        help=N_("when the next clock is due"),
        aliases=("到期",),
        samples=_FUTURE,
    ),
    FieldSpec(
        name="created",
        kind=ValueKind.INSTANT,
        help=N_("when the ticket was opened"),
        aliases=("创建",),
        samples=_PAST,
    ),
    FieldSpec(
        name="updated",
        kind=ValueKind.INSTANT,
        help=N_("when the ticket last changed"),
        aliases=("更新",),
        samples=_PAST,
    ),
    FieldSpec(
        name="follow-up",
        kind=ValueKind.INSTANT,
        help=N_("when to ask after the ticket"),
        aliases=("回访",),
        samples=("<+1d", "today", "tomorrow", "<+7d"),
    ),
    FieldSpec(
        name="is",
        kind=ValueKind.FLAG,
        help=N_("unanswered, late, mine, unassigned, paused, snoozed, unread, watched or spam"),
        aliases=("是",),
        words=IS,
    ),
    FieldSpec(
        name="has",
        kind=ValueKind.FLAG,
        help=N_("has an attachment, an order, a link or a possible duplicate"),
        aliases=("有",),
        words=HAS,
    ),
    FieldSpec(
        name="sort",
        kind=ValueKind.SORT,
        help=N_("order of the list; a minus turns it round"),
        aliases=("排序",),
        words=SORTS,
    ),
)

FIELDS: Mapping[str, FieldSpec] = {spec.name: spec for spec in _SPECS}
"""Every filter by its name, in the order in which they are offered."""

FIELD_NAMES: Mapping[str, str] = {
    name: spec.name for spec in _SPECS for name in (spec.name, *spec.aliases)
}
"""Every name and other name of a filter, and the name itself."""
