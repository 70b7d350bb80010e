"""Printing: the text of a query, read again, is the same query."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.query import (
    FIELDS,
    Absolute,
    And,
    Field,
    FieldSpec,
    Node,
    Not,
    Operator,
    Or,
    Query,
    Relative,
    RelativeDay,
    Sort,
    SortKey,
    Text,
    Value,
    ValueKind,
    parse,
    to_text,
)

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
SECONDS = st.integers(-100 * 365 * 86_400, 100 * 365 * 86_400)
TIMES = st.builds(
    time,
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    tzinfo=st.sampled_from([None, UTC]),
)
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1) | st.builds(
    lambda whole, parts: whole + parts / 1_000_000, st.integers(0, 999), st.integers(0, 999_999)
)
NAMES = st.text(min_size=1, max_size=12).filter(str.isprintable) | st.sampled_from(
    ["me", "NONE", "a b", 'a"b', "a，b", "（a）", "a:b", "-a", ">a", "“a”", '"', "OR", "≥", "a,b"]
)
WORDS = st.sampled_from(["a", "退款", "refun*", "C++", "a@b.c", "or", "a-b", "14:30"])


def values(spec: FieldSpec, operator: Operator) -> st.SearchStrategy[Value]:
    """Values such as the parser gives a field."""
    match spec.kind:
        case ValueKind.ENUM | ValueKind.RANK | ValueKind.FLAG:
            texts = [f"{spec.name}:{word.word}" for word in spec.words]
            return st.sampled_from(texts).map(_value_of)
        case ValueKind.NUMBER:
            return NUMBERS
        case ValueKind.DURATION:
            return SECONDS
        case ValueKind.INSTANT:
            days = st.sampled_from(RelativeDay) | st.builds(Absolute, DAYS, st.none() | TIMES)
            return days if operator is Operator.IS else days | st.builds(Relative, SECONDS)
        case _:
            return st.sampled_from(spec.specials) | NAMES if spec.specials else NAMES


def _value_of(text: str) -> Value:
    node = parse(text).where
    assert isinstance(node, Field)
    return node.value


@st.composite
def fields(draw: st.DrawFn) -> Field:
    spec = draw(st.sampled_from([s for s in FIELDS.values() if s.kind is not ValueKind.SORT]))
    operator = draw(st.sampled_from(spec.operators))
    return Field(spec.name, operator, draw(values(spec, operator)))


def joins(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=4).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, nodes)


LEAVES = st.builds(Text, WORDS) | st.builds(Text, NAMES, st.just(True)) | fields()
TREES = st.recursive(LEAVES, joins, max_leaves=12)
SORTS = st.lists(st.builds(Sort, st.sampled_from(SortKey), st.booleans()), max_size=2).map(tuple)


@given(query=st.builds(Query, TREES, SORTS))
def test_any_query_is_read_as_it_was_printed(query: Query) -> None:
    read = parse(to_text(query))
    assert parse(to_text(read)) == read
    assert to_text(parse(to_text(read))) == to_text(read)


@given(query=st.builds(Query, fields(), SORTS))
def test_a_filter_keeps_its_value_exactly(query: Query) -> None:
    assert parse(to_text(query)) == query


@given(
    text=st.text(alphabet='ab退 "“”():,-><=*：，（）ORstate', max_size=40) | st.text(max_size=40)
)
def test_whatever_can_be_read_can_be_printed(text: str) -> None:
    try:
        read = parse(text)
    except BadInput:
        assume(False)
    assert parse(to_text(read)) == read


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("  a   b ", "a b"),
        ("a AND NOT b", "a -b"),
        ("((a)) (b OR (c OR d))", "a (b OR c OR d)"),
        ("a b OR c", "a b OR c"),
        ("-(a b)", "-(a b)"),
        ("-(a OR b)", "-(a OR b)"),
        ("-(a)", "-a"),
        ("状态：处理中，新建", "state:open,new"),
        ("(state:open OR state:new) a", "state:open,new a"),
        ("priority:≥紧急", "priority:>=urgent"),
        ("state:arch", "state:archived"),
        ("state:active", "state:active"),
        ("tag:“two words”,vip", 'tag:"two words",vip'),
        ('owner:"me" owner:me', 'owner:"me" owner:me'),
        ("sla:<1h30m created:>-30d due:<+2w", "sla:<90m created:>-30d due:<+14d"),
        ("created:今天 due:2026-1-5T9:05", "created:today due:2026-01-05T09:05"),
        ("sort:-due a sort:number", "a sort:-due,number"),
        ("emotion:>0.60", "emotion:>0.6"),
    ],
)
def test_the_canonical_text(text: str, canonical: str) -> None:
    assert to_text(parse(text)) == canonical


def test_words_of_a_program_are_quoted_where_they_would_be_signs() -> None:
    for words in ("OR", "state:open", "a b", "-a", "(a)", 'a"b', "kindd:x", "你好！"):
        read = parse(to_text(Query(Text(words)))).where
        assert read == Text(words, phrase=True)


def test_dates_keep_the_zone_they_name() -> None:
    at = datetime(2026, 11, 20, 14, 0, 5, tzinfo=UTC)
    value = Absolute(at.date(), at.timetz())
    assert to_text(Query(Field("due", Operator.LESS, value))) == "due:<2026-11-20T14:00:05Z"
