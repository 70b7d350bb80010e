"""On which line each value of a TOML text stands; and texts that are none, in one line each."""

from __future__ import annotations

import pytest

from tuiticket.engine.errors import BadInput
from tuiticket.toml_text import LARGEST, Way, read_toml

TEXT = '''\
# [not.this] = 1
top = 1
dotted."x.y" = "]" # [nor.this]
[table]
words = """
[ nor = "this"
"""
list = [1,
  2, [3,
  4], {at = 1, deep = [
   5]},
]
[[entry]]
name = 'a'
[entry.sub."q.r"]
float = 1.5
when = 2026-01-01 07:00:00
[[entry]]
name = "\\u0062"
steps = [{at = 1}, {at = 2, do = ["x",
  "y"]}]
'''


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("top",), 2),
        (("dotted", "x.y"), 3),
        (("table",), 4),
        (("table", "words"), 5),
        (("table", "list"), 8),
        (("table", "list", 2, 1), 10),
        (("table", "list", 3, "deep", 0), 11),
        (("entry", 0), 13),
        (("entry", 0, "sub", "q.r", "when"), 17),
        (("entry", 1, "name"), 19),
        (("entry", 1, "steps", 1, "do", 1), 21),
        (("entry", 1, "missing"), 18),
        (("nowhere",), 1),
    ],
)
def test_each_value_has_its_line(way: Way, line: int) -> None:
    assert read_toml(TEXT.encode(), "f").line(way) == line


def test_lines_end_as_on_any_machine() -> None:
    assert read_toml(TEXT.replace("\n", "\r\n").encode(), "f").line(("entry", 1, "name")) == 19
    assert read_toml(b"\xef\xbb\xbf" + TEXT.encode(), "f").line(("top",)) == 2


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"a = 1\nb = ", "f, line 2: Invalid value."),
        (b"a = 1\na = 2\n", "f, line 2: Cannot overwrite a value."),
        (b"a = 1\nb = \xff", "f, line 2: this is not UTF-8."),
        (b"a = " + b"[" * 900_000, "f is nested too deeply."),
        (b"a = " + b"{x = " * 50_000, "f is nested too deeply."),
        (b"a" + b".a" * 400_000 + b" = 1", "f is nested too deeply."),
        (b"#" * (LARGEST + 1), "f is too large."),
    ],
)
def test_what_is_no_toml_is_told_in_a_line(raw: bytes, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_toml(raw, "f")
    assert words in str(refused.value)
