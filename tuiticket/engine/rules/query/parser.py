"""From the text of a query to its tree."""

from __future__ import annotations

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.rules.query import faults
from tuiticket.engine.rules.query.fields import FIELDS, FieldSpec, ValueKind
from tuiticket.engine.rules.query.lexer import LONGEST, Mark, Part, Token, half_width, tokens
from tuiticket.engine.rules.query.tree import (
    And,
    Node,
    Not,
    Or,
    Query,
    Sort,
    SortKey,
    Span,
    Text,
)
from tuiticket.engine.rules.query.values import read_field
from tuiticket.engine.rules.tokens import searchable

MOST_TERMS = 200
"""Words and values of a query; each costs the store a condition."""

DEEPEST = 20
"""Brackets within brackets."""


def parse(text: str) -> Query:
    """Return what the query asks for; raises BadInput naming the wrong word and the nearest right.

    The error's values are those of `faults.fault`. Words without anything an index holds, such as
    a lone dash, are passed over; an empty query matches everything.
    """
    if len(text) > LONGEST:
        title = N_("The query is too long ({length} characters).")
        mend = N_("Use at most {most}.")
        span = Span(LONGEST, len(text))
        raise faults.fault(title, mend, "", span, length=len(text), most=LONGEST)
    return _Parser(half_width(text)).query()


class _Parser:
    """Reads tokens from left to right; None stands for a condition that asks nothing."""

    def __init__(self, text: str) -> None:
        self.tokens = list(tokens(text))
        self.place = 0
        self.depth = 0
        self.terms = 0
        self.sort: list[Sort] = []

    def query(self) -> Query:
        empty = self._next.mark in {Mark.CLOSE, Mark.END}
        where = None if empty else self._either()
        if self._next.mark is Mark.CLOSE:
            title = N_("The bracket '{word}' (at {column}) closes nothing.")
            mend = N_("Leave it out, or open one before it.")
            raise faults.fault(title, mend, ")", self._next.span)
        return Query(And() if where is None else where, tuple(self.sort))

    @property
    def _next(self) -> Token:
        return self.tokens[self.place]

    def _take(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def _either(self) -> Node | None:
        """Read what stands between `OR`s."""
        nodes = [self._together()]
        while self._next.mark is Mark.OR:
            self._take()
            nodes.append(self._together())
        return _joined(Or, nodes)

    def _together(self) -> Node | None:
        """Read what stands side by side."""
        nodes = [self._one()]
        while self._next.mark not in {Mark.OR, Mark.CLOSE, Mark.END}:
            if self._next.mark is Mark.AND:
                self._take()
            nodes.append(self._one())
        return _joined(And, nodes)

    def _one(self) -> Node | None:
        """Read one condition with the minuses before it."""
        negated, minus = False, None
        while self._next.mark in {Mark.MINUS, Mark.NOT}:
            minus, negated = self._take(), not negated
        token = self._take()
        match token.mark:
            case Mark.OPEN:
                node = self._group(token)
            case Mark.FILTER:
                node = self._filter(token, minus)
            case Mark.WORD | Mark.PHRASE:
                self._count(token.span)
                text = Text(token.text, token.mark is Mark.PHRASE, token.span)
                node = text if searchable(token.text) else None
            case _:
                raise self._nothing(minus, token)
        if node is None or not negated:
            return node
        return node.node if isinstance(node, Not) else Not(node)

    def _group(self, bracket: Token) -> Node | None:
        self.depth += 1
        if self.depth > DEEPEST:
            title = N_("Too many brackets within brackets (at {column}).")
            mend = N_("Use at most {most}.")
            raise faults.fault(title, mend, "(", bracket.span, most=DEEPEST)
        node = self._either()
        if self._next.mark is not Mark.CLOSE:
            title = N_("The bracket '{word}' (at {column}) is never closed.")
            mend = N_("Close it with ')', or leave it out.")
            raise faults.fault(title, mend, "(", bracket.span)
        self._take()
        self.depth -= 1
        return node

    def _filter(self, token: Token, minus: Token | None) -> Node | None:
        spec = FIELDS[token.text]
        for part in token.parts:
            self._count(part.span)
            if not part.text:
                raise faults.missing_value(spec, token.span)
        if spec.kind is not ValueKind.SORT:
            return _joined(Or, [read_field(spec, part) for part in token.parts])
        keys = [_sort(spec, part) for part in token.parts]
        if minus or self.depth:
            title = N_("'{word}' (at {column}) orders the whole list and cannot be part of it.")
            mend = N_("Put it at the end, outside of brackets; {suggestion} turns the order round.")
            suggestion = f"sort:-{keys[0].key}"
            raise faults.fault(title, mend, "sort", token.span, suggestion=suggestion)
        self.sort += keys
        return None

    def _count(self, span: Span) -> None:
        self.terms += 1
        if self.terms > MOST_TERMS:
            title = N_("The query has too many words.")
            mend = N_("Use at most {most}.")
            raise faults.fault(title, mend, "", span, most=MOST_TERMS)

    def _nothing(self, minus: Token | None, token: Token) -> BadInput:
        """Return the error for a bracket, sign or OR that has nothing to work on.

        `token` stands where a condition should: an OR itself, or what follows the one to blame.
        """
        joins = token.mark in {Mark.OR, Mark.AND}
        blamed = minus or (token if joins else self.tokens[self.place - 2])
        title = N_("Something is missing beside '{word}' (at {column}).")
        mend = N_("Write what you look for, or leave it out; in quotes it is an ordinary word.")
        return faults.fault(title, mend, blamed.text, blamed.span)


def _sort(spec: FieldSpec, part: Part) -> Sort:
    reverse = part.text.startswith("-")
    key = Part(part.operator, part.text.removeprefix("-"), part.quoted, part.span)
    return Sort(SortKey(str(read_field(spec, key).value)), reverse)


def _joined(join: type[And] | type[Or], nodes: list[Node | None]) -> Node | None:
    """Return the nodes as one, those of the same sort dissolved in it."""
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, join):
            flat += node.nodes
        elif node is not None:
            flat.append(node)
    return join(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)
