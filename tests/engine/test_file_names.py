"""Names of files that strangers sent."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.file_names import LONGEST, numbered, safe_file_name


@pytest.mark.parametrize(
    ("sent", "safe"),
    [
        ("灯.jpg", "灯.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\run.exe", "run.exe"),
        (".bashrc", "bashrc"),
        ("..", ""),
        ("a\x1b[31mred.txt", "ared.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("what?.pdf", "what_.pdf"),
        ("灯" * 100 + ".jpg", "灯" * 65 + ".jpg"),
    ],
)
def test_a_name_is_made_fit(sent: str, safe: str) -> None:
    assert safe_file_name(sent) == safe


@given(st.text())
def test_no_name_leads_out_of_a_folder(sent: str) -> None:
    safe = safe_file_name(sent)
    assert len(safe.encode()) <= LONGEST
    assert safe == safe_file_name(safe)
    for path in (PurePosixPath(safe), PureWindowsPath(safe)):
        assert not path.is_absolute()
        assert len(path.parts) <= 1
        assert ".." not in path.parts


def test_a_number_stands_before_the_ending() -> None:
    assert numbered("lamp.jpg", 1) == "lamp.jpg"
    assert numbered("lamp.jpg", 2) == "lamp (2).jpg"
    assert numbered("lamp", 3) == "lamp (3)"
