"""From a query's tree back to its text."""

from __future__ import annotations

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.query.fields import FIELDS
from tuiticket.engine.rules.query.lexer import Mark, half_width, tokens
from tuiticket.engine.rules.query.operators import Operator
from tuiticket.engine.rules.query.tree import And, Field, Node, Not, Or, Query, Text
from tuiticket.engine.rules.query.values import value_text


def to_text(query: Query) -> str:
    """Return the canonical text of a query, which `parse` reads as the same query."""
    where = _node(query.where)
    keys = ",".join(f"-{sort.key}" if sort.reverse else sort.key for sort in query.sort)
    return " ".join(filter(None, (where, f"sort:{keys}" if keys else "")))


def _node(node: Node) -> str:
    match node:
        case Text(words, phrase):
            return _phrase(words) if phrase or not _reads_as_itself(words) else words
        case Field(name):
            return f"{name}:{_alternative(node)}"
        case Not(inner):
            return f"-{_grouped(inner)}" if isinstance(inner, And) else f"-{_tight(inner)}"
        case And(nodes):
            return " ".join(map(_tight, nodes))
        case Or(nodes):
            return _commas(node) or " OR ".join(map(_node, nodes))


def _tight(node: Node) -> str:
    """Return the node's text such that a word beside it or a minus before it takes it whole."""
    return _grouped(node) if isinstance(node, Or) and not _commas(node) else _node(node)


def _grouped(node: Node) -> str:
    return f"({_node(node)})"


def _commas(node: Or) -> str:
    """Return `state:open,new` for alternatives of one field; empty for others."""
    fields = [inner for inner in node.nodes if isinstance(inner, Field)]
    if len(fields) < len(node.nodes) or len({field.name for field in fields}) > 1:
        return ""
    return f"{fields[0].name}:{','.join(map(_alternative, fields))}"


def _alternative(field: Field) -> str:
    sign = "" if field.operator is Operator.IS else field.operator
    return f"{sign}{value_text(FIELDS[field.name], field.value)}"


def _phrase(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _reads_as_itself(words: str) -> bool:
    """Whether the words, without quotes, are one word and neither a filter nor a sign."""
    try:
        marks = [(token.mark, token.text) for token in tokens(half_width(words))]
    except BadInput:
        return False
    return marks[:-1] == [(Mark.WORD, words)]
