"""The one query language: filters, saved views, the command line, rules and reports all speak it.

    state:open priority:>=high owner:me sla:<30m -tag:spam 退款 "exact words" (a OR b)

Words stand for text to be found, `name:value` for a filter (`fields` lists them). What stands side
by side must all be true, `OR` is either, `-` is not, brackets group, a comma gives alternatives
(`state:open,new`), quotes keep words together, also in values. `sort:` orders the whole. `parse`
makes a `Query` of it, a small tree of frozen values that `db` turns into SQL.
"""

from __future__ import annotations

from tuiticket.engine.rules.query.completion import Completion, complete
from tuiticket.engine.rules.query.fields import FIELDS, FieldSpec, ValueKind
from tuiticket.engine.rules.query.instants import Absolute, Relative, RelativeDay, resolve, window
from tuiticket.engine.rules.query.operators import Operator
from tuiticket.engine.rules.query.parser import parse
from tuiticket.engine.rules.query.printer import to_text
from tuiticket.engine.rules.query.tree import (
    And,
    Choice,
    Field,
    Node,
    Not,
    Or,
    Query,
    Sort,
    SortKey,
    Span,
    Special,
    Text,
    Value,
)
from tuiticket.engine.rules.query.vocabulary import Word

__all__ = [
    "FIELDS",
    "Absolute",
    "And",
    "Choice",
    "Completion",
    "Field",
    "FieldSpec",
    "Node",
    "Not",
    "Operator",
    "Or",
    "Query",
    "Relative",
    "RelativeDay",
    "Sort",
    "SortKey",
    "Span",
    "Special",
    "Text",
    "Value",
    "ValueKind",
    "Word",
    "complete",
    "parse",
    "resolve",
    "to_text",
    "window",
]
