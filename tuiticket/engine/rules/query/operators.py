"""How a filter compares: the operators and the ways people write them."""

from __future__ import annotations

from enum import StrEnum


class Operator(StrEnum):
    """How a field's value is compared. "Not equal" is `Not`."""

    IS = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


SPELLINGS = {"": Operator.IS, "≥": Operator.AT_LEAST, "≤": Operator.AT_MOST} | {
    str(operator): operator for operator in Operator
}
"""What may stand before a value; nothing means "is"."""

SLIPS = {"=>": ">=", "=<": "<=", "==": "=", ">>": ">", "<<": "<"}
"""What people write by mistake, and what they mean."""

UNEQUAL = frozenset({"!=", "<>", "!", "≠", "=!"})
"""Other languages' "is not", which here is a minus before the filter."""

SIGNS = "<>=!~≥≤≠"
"""Characters that may belong to an operator, right or wrong."""
