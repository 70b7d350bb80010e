"""Who is named in a note."""

from __future__ import annotations

import pytest

from tuiticket.engine.rules.mentions import mentioned


@pytest.mark.parametrize(
    ("text", "logins"),
    [
        ("@bo look at this", ("bo",)),
        ("ask @bo, @Chen.", ("bo", "chen")),
        ("请@bo看一下,谢谢@li-wei", ("bo", "li-wei")),
        ("(@bo) @bo", ("bo",)),
        ("write to wang@example.cn", ()),
        ("@ @@ bo@", ()),
        ("@a.b._", ("a.b",)),
    ],
)
def test_logins_are_found_and_mail_addresses_are_not(text: str, logins: tuple[str, ...]) -> None:
    assert mentioned(text) == logins
