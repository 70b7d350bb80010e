"""The JSON of `mail parse`: its keys are a contract."""

from __future__ import annotations

import json

from tests.channels.sample_programs import multipart, part
from tuiticket.channels.mail.describe import as_json
from tuiticket.channels.mail.parse import parse

RAW = (
    b"From: =?gb2312?B?wO7A1w==?= <li@example.cn>\r\nTo: Shop <s@qimu.example>, t@qimu.example\r\n"
    b"Subject: =?gb2312?B?zcu79Q==?=\r\nDate: Fri, 20 Nov 2026 15:04:05 +0800\r\n"
    b"Message-ID: <1@example.cn>\r\nAuto-Submitted: auto-replied\r\n"
) + multipart(
    "a",
    part("text/plain", "gb2312", "好的\n\n> 旧".encode("gbk")),
    b"Content-Type: image/png; name=a.png\r\n\r\npixel",
    kind="mixed",
)


def test_a_mail_in_json() -> None:
    known = as_json(parse(RAW))
    assert json.loads(json.dumps(known)) == known
    assert known == {
        "message_id": "<1@example.cn>",
        "derived_id": False,
        "in_reply_to": [],
        "references": [],
        "from_name": "李雷",
        "from_address": "li@example.cn",
        "reply_to": "li@example.cn",
        "to": ["s@qimu.example", "t@qimu.example"],
        "cc": [],
        "subject": "退货",
        "date": "2026-11-20T07:04:05Z",
        "text": "好的\n\n> 旧",
        "text_without_quote": "好的\n\n> 旧",
        "quoted": "",
        "attachments": [{"name": "a.png", "type": "image/png", "size": 5, "skipped": None}],
        "automatic": True,
        "automatic_why": "Auto-Submitted: auto-replied",
        "bounce": None,
        "charset": "gb18030",
        "defects": [],
    }


def test_what_is_missing_is_null() -> None:
    known = as_json(parse(b"From: li@example.cn\r\n\r\nhi"))
    assert known["date"] is None
    assert known["automatic"] is False
    assert known["automatic_why"] is None


def test_a_bounce_in_json() -> None:
    known = as_json(parse(b"X-Failed-Recipients: li@example.cn\r\n\r\nno such user"))
    assert known["bounce"] == {
        "recipients": ["li@example.cn"],
        "permanent": True,
        "status": None,
        "message_id": None,
    }
