"""Parsing: what each form of a query means, and what is passed over."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest

from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State
from tuiticket.engine.rules.query import (
    FIELDS,
    Absolute,
    And,
    Choice,
    Field,
    Node,
    Not,
    Operator,
    Or,
    Query,
    Relative,
    RelativeDay,
    Sort,
    SortKey,
    Special,
    Text,
    Value,
    parse,
)

IS = Operator.IS
OPEN = Field("state", IS, Choice("open", (State.OPEN,)))
NEW = Field("state", IS, Choice("new", (State.NEW,)))
ENDED = (State.SOLVED, State.CLOSED, State.ARCHIVED, State.SPAM)
HIGH = Choice("high", (Priority.HIGH,))
A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", And()),
        ("  \t ", And()),
        ("退款", Text("退款")),
        ("refun*", Text("refun*")),
        ('"exact words"', Text("exact words", phrase=True)),
        ("“exact words”", Text("exact words", phrase=True)),
        ('"say ""hi"""', Text('say "hi"', phrase=True)),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a or b", And((A, Text("or"), B))),
        ('a "OR" b', And((A, Text("OR", phrase=True), B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a (b c)", And((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("--a", A),
        ("-(-(a))", A),
        ("-NOT -a", Not(A)),
        ("-a b", And((Not(A), B))),
        ("-(a b)", Not(And((A, B)))),
        ("a-b", Text("a-b")),
        ('a"b c"', And((A, Text("b c", phrase=True)))),
        ("state:open", OPEN),
        ("STATE:Open", OPEN),
        ("state:open,new", Or((OPEN, NEW))),
        ("-state:open,new", Not(Or((OPEN, NEW)))),
        ("state：open，new", Or((OPEN, NEW))),
        ("（a OR b）", Or((A, B))),
        ("a\u3000－b", And((A, Not(B)))),
    ],
)
def test_words_and_signs_make_a_tree(text: str, tree: Node) -> None:
    assert parse(text).where == tree


@pytest.mark.parametrize(
    ("text", "name", "operator", "value"),
    [
        ("state:arch", "state", "=", Choice("archived", (State.ARCHIVED,))),
        ("state:已解决", "state", "=", Choice("solved", (State.SOLVED,))),
        ("状态:处理中", "state", "=", Choice("open", (State.OPEN,))),
        (
            "state:waiting",
            "state",
            "=",
            Choice("waiting", (State.WAITING_CUSTOMER, State.WAITING_THIRD)),
        ),
        ("state:done", "state", "=", Choice("done", ENDED)),
        ("kind:投诉", "kind", "=", Choice("complaint", (Kind.COMPLAINT,))),
        ("type:inquiry", "kind", "=", Choice("enquiry", (Kind.ENQUIRY,))),
        ("channel:email", "channel", "=", Choice("mail", (Channel.MAIL,))),
        ("priority:high", "priority", "=", HIGH),
        ("priority:>=high", "priority", ">=", HIGH),
        ("priority>=high", "priority", ">=", HIGH),
        ("优先级：≥高", "priority", ">=", HIGH),
        ("severity:<crit", "severity", "<", Choice("critical", (Severity.CRITICAL,))),
        ("owner:alice", "owner", "=", "alice"),
        ("owner:me", "owner", "=", Special.ME),
        ("owner:None", "owner", "=", Special.NONE),
        ('owner:"none"', "owner", "=", "none"),
        ("team:after-sales", "team", "=", "after-sales"),
        ("team:none", "team", "=", Special.NONE),
        ("team:mine", "team", "=", Special.MINE),
        ('tag:"two words"', "tag", "=", "two words"),
        ("tag:“你好，世界”", "tag", "=", "你好，世界"),
        ("order:SF-10482", "order", "=", "SF-10482"),
        ("category:after-sales/refund", "category", "=", "after-sales/refund"),
        ("customer:a@b.c", "customer", "=", "a@b.c"),
        ("number:10482", "number", "=", 10482),
        ("emotion:>0.6", "emotion", ">", 0.6),
        ("sla:<30m", "sla", "<", 1_800),
        ("sla:<4h", "sla", "<", 14_400),
        ("sla:>=2d", "sla", ">=", 172_800),
        ("sla:<=1w", "sla", "<=", 604_800),
        ("sla:<1h30m", "sla", "<", 5_400),
        ("sla:<-1h", "sla", "<", -3_600),
        ("sla:<0", "sla", "<", 0),
        ("created:>-7d", "created", ">", Relative(-604_800)),
        ("due:<+4h", "due", "<", Relative(14_400)),
        ("created:today", "created", "=", RelativeDay.TODAY),
        ("created:昨天", "created", "=", RelativeDay.YESTERDAY),
        ("updated:2026-11-20", "updated", "=", Absolute(date(2026, 11, 20))),
        ("due:>2026-11-20T14:00", "due", ">", Absolute(date(2026, 11, 20), time(14))),
        (
            "due:>2026-11-20t00:00:05z",
            "due",
            ">",
            Absolute(date(2026, 11, 20), time(0, 0, 5, tzinfo=UTC)),
        ),
        ("is:unanswered", "is", "=", "unanswered"),
        ("is:overdue", "is", "=", "late"),
        ("is:我的", "is", "=", "mine"),
        ("has:attachment", "has", "=", "attachment"),
        ("has:order", "has", "=", "order"),
    ],
)
def test_filters_have_typed_values(text: str, name: str, operator: str, value: Value) -> None:
    assert parse(text).where == Field(name, Operator(operator), value)


def test_alternatives_may_each_have_an_operator() -> None:
    low = Field("priority", Operator.IS, Choice("low", (Priority.LOW,)))
    high = Field("priority", Operator.AT_LEAST, HIGH)
    assert parse("priority:low,>=high").where == Or((low, high))


@pytest.mark.parametrize(
    ("text", "sort", "descending"),
    [
        ("sort:due", Sort(SortKey.DUE), False),
        ("sort:-created", Sort(SortKey.CREATED, reverse=True), True),
        ("sort:urgency", Sort(SortKey.URGENCY), True),
        ("sort:-priority", Sort(SortKey.PRIORITY, reverse=True), False),
    ],
)
def test_sort_orders_the_whole(text: str, sort: Sort, descending: bool) -> None:
    assert parse(f"a {text} b") == Query(And((A, B)), (sort,))
    assert sort.descending is descending


def test_later_keys_of_the_order_decide_between_equals() -> None:
    keys = (Sort(SortKey.PRIORITY), Sort(SortKey.DUE), Sort(SortKey.NUMBER, reverse=True))
    assert parse("sort:priority,due sort:-number") == Query(And(), keys)


@pytest.mark.parametrize(
    "text", ["-", "a - ???", "C++ ", "http://a.b/c:d", "14:30", '"" 😀', "due!"]
)
def test_words_that_look_like_signs_are_no_error(text: str) -> None:
    assert all(isinstance(node, Text) for node in _nodes(parse(text).where))


def _nodes(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, And) else (node,)


def test_words_without_anything_to_find_are_passed_over() -> None:
    assert parse("--- ???").where == And()
    assert parse('a - "…" b').where == And((A, B))
    assert parse("(-!!! OR a)").where == A


def test_every_node_knows_where_it_was_written() -> None:
    tree = parse('a "b c" tag:x,"y z"').where
    assert isinstance(tree, And)
    word, phrase, tags = tree.nodes
    assert isinstance(word, Text)
    assert word.span == (0, 1)
    assert isinstance(phrase, Text)
    assert phrase.span == (2, 7)
    assert isinstance(tags, Or)
    assert [tag.span for tag in tags.nodes if isinstance(tag, Field)] == [(12, 13), (14, 19)]


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("state", State),
        ("kind", Kind),
        ("priority", Priority),
        ("severity", Severity),
        ("channel", Channel),
    ],
)
def test_every_member_of_an_enumeration_has_its_word(
    name: str, enum: type[State | Kind | Priority | Severity | Channel]
) -> None:
    words = [word for word in FIELDS[name].words if len(word.members) == 1]
    assert [member for word in words for member in word.members] == list(enum)


def test_active_and_done_are_all_states() -> None:
    groups = {word.word: word.members for word in FIELDS["state"].words}
    assert {*groups["active"], *groups["done"]} == set(State)
    assert not {*groups["active"]} & {*groups["done"]}


def test_no_two_values_of_a_filter_share_a_word() -> None:
    for spec in FIELDS.values():
        words = [name for word in spec.words for name in (word.word, *word.aliases)]
        assert len(words) == len(set(words)), spec.name
    names = [name for spec in FIELDS.values() for name in (spec.name, *spec.aliases)]
    assert len(names) == len(set(names))
