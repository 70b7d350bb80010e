"""Mails byte by byte as real programs write them.

Encoded with real encoders and the programs' own mistakes (mislabelled charsets, words cut inside a
character, raw headers), not with the `email` package, which would correct what matters.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

SHOP = "栖木家居客服"


@dataclass(frozen=True)
class Letter:
    """What a person wants to send; a program makes bytes of it."""

    name: str
    address: str
    to: str
    subject: str
    text: str
    message_id: str
    date: datetime
    answers: tuple[str, ...] = ()
    quote: str = ""


# --- encoders ------------------------------------------------------------------------------------


def word(text: str, label: str, codec: str = "") -> bytes:
    """One encoded word (Base64) under a charset's label, really written with `codec`."""
    payload = base64.b64encode(text.encode(codec or label))
    return b"=?" + label.encode() + b"?B?" + payload + b"?="


def words(text: str, label: str, codec: str = "", size: int = 30) -> bytes:
    """Encoded words on folded lines, cut after `size` bytes wherever that falls."""
    data = text.encode(codec or label)
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    opened = b"=?" + label.encode() + b"?B?"
    return b"\r\n ".join(opened + base64.b64encode(piece) + b"?=" for piece in pieces)


def q_word(text: str, label: str, codec: str = "") -> bytes:
    """One encoded word in quoted-printable."""
    coded = "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"={byte:02X}"
        for byte in text.encode(codec or label)
    )
    return f"=?{label}?Q?{coded}?=".encode()


def in_base64(data: bytes) -> bytes:
    """The body in Base64, 76 characters a line."""
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def in_quoted_printable(data: bytes) -> bytes:
    """The body in quoted-printable."""
    return binascii.b2a_qp(data.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")


def headers(letter: Letter, name: bytes, subject: bytes, *more: bytes) -> bytes:
    """The headers of a letter; `name` and `subject` are encoded already."""
    lines = [
        b"From: " + name + f" <{letter.address}>".encode(),
        b"To: <" + letter.to.encode() + b">",
        b"Subject: " + subject,
        b"Date: " + format_datetime(letter.date).encode(),
        b"Message-ID: " + letter.message_id.encode(),
        b"MIME-Version: 1.0",
    ]
    if letter.answers:
        lines.append(b"In-Reply-To: " + letter.answers[-1].encode())
        lines.append(b"References: " + b"\r\n ".join(known.encode() for known in letter.answers))
    return b"\r\n".join([*lines, *more]) + b"\r\n"


def part(kind: str, label: str, data: bytes, encoding: str = "base64") -> bytes:
    """One part of a multipart, or all of a simple mail: its headers and its body."""
    coded = {"base64": in_base64, "quoted-printable": in_quoted_printable}.get(encoding, bytes)
    return (
        f"Content-Type: {kind}; charset={label}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    ).encode() + coded(data)


def multipart(boundary: str, *parts: bytes, kind: str = "alternative") -> bytes:
    """Parts joined; begins with its own Content-Type."""
    opened = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode()
    line = f"--{boundary}".encode()
    joined = b"".join(line + b"\r\n" + inner + b"\r\n" for inner in parts)
    return (
        opened + b"This is a multi-part message in MIME format.\r\n\r\n" + joined + line + b"--\r\n"
    )


def lines(text: str) -> str:
    """Text with the ends of lines that mail has."""
    return text.replace("\n", "\r\n") + "\r\n"


def as_html(text: str) -> str:
    """Text as the simplest of HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


# --- programs ------------------------------------------------------------------------------------


def qq_mail(letter: Letter) -> bytes:
    """QQ Mail: gb18030 in Base64, text and HTML."""
    quote = ""
    if letter.quote:
        quote = (
            f"\n\n\n------------------ 原始邮件 ------------------"
            f'\n发件人: "{SHOP}" <{letter.to}>;\n发送时间: 2026年11月3日(星期二) 下午3:04'
            f'\n收件人: "{letter.name}"<{letter.address}>;\n\n主题: {letter.subject}'
            f"\n\n\n\n{letter.quote}"
        )
    said = letter.text + quote
    body = multipart(
        "----=_NextPart_5F0A1B2C_0A1B2C3D_1A2B3C4D",
        part("text/plain", "gb18030", lines(said).encode("gb18030")),
        part("text/html", "gb18030", f"<div>{as_html(said)}</div>".encode("gb18030")),
    )
    name, subject = word(letter.name, "gb18030"), word(letter.subject, "gb18030")
    return headers(letter, b'"' + name + b'"', subject, b"X-Mailer: QQMail 2.x") + body


def mail_163(letter: Letter) -> bytes:
    """163: labelled GBK, words cut inside characters."""
    said = letter.text
    if letter.quote:
        marked = letter.quote.replace("\n", "\n>")
        said += f'\n\n\n\n\n\n\n在 2026-11-03 15:04:05，"{SHOP}" <{letter.to}> 写道：\n\n>{marked}'
    body = multipart(
        "----=_Part_91234_1029384756.1793712345678",
        part("text/plain", "GBK", lines(said).encode("gbk")),
        part("text/html", "GBK", f"<div>{as_html(said)}</div>".encode("gbk")),
    )
    name, subject = words(letter.name, "GBK", size=5), words(letter.subject, "GBK", size=13)
    return headers(letter, name, subject, b"X-Mailer: Coremail Webmail Server Version XT") + body


def foxmail(letter: Letter) -> bytes:
    """Foxmail: says gb2312 and writes GBK."""
    said = letter.text
    if letter.quote:
        said += (
            f"\n\n\n \n发件人： {SHOP}\n发送时间： 2026-11-03 15:04\n"
            f"收件人： {letter.name}\n主题： {letter.subject}\n{letter.quote}"
        )
    body = multipart(
        "----=_001_NextPart112233445566_=----",
        part("text/plain", '"gb2312"', lines(said).encode("gbk")),
        part("text/html", '"gb2312"', f"<div>{as_html(said)}</div>".encode("gbk")),
    )
    name, subject = word(letter.name, "gb2312", "gbk"), word(letter.subject, "gb2312", "gbk")
    return headers(letter, name, subject, b"X-Mailer: Foxmail 7.2.25[cn]") + body


def outlook_cn(letter: Letter) -> bytes:
    """Outlook zh-CN: gb2312 in Base64."""
    said = letter.text
    if letter.quote:
        said += (
            f"\n\n-----邮件原件-----\n发件人: {SHOP} <{letter.to}> \n"
            f"发送时间: 2026年11月3日 15:04\n收件人: {letter.name} <{letter.address}>\n"
            f"主题: {letter.subject}\n\n{letter.quote}"
        )
    name = b'"' + word(letter.name, "gb2312", "gbk") + b'"'
    subject = words(letter.subject, "gb2312", "gbk", size=16)
    body = part("text/plain", '"gb2312"', lines(said).encode("gbk"))
    return headers(letter, name, subject, b"X-Mailer: Microsoft Outlook 16.0") + body


def outlook_tw(letter: Letter) -> bytes:
    """Outlook zh-TW: Big5."""
    said = letter.text
    if letter.quote:
        said += (
            f"\n\n-----原始郵件-----\n寄件者: Qimu <{letter.to}>\n"
            f"寄件日期: 2026年11月3日 下午 03:04\n收件者: {letter.name}\n"
            f"主旨: {letter.subject}\n\n{letter.quote}"
        )
    name, subject = word(letter.name, "big5"), q_word(letter.subject, "big5")
    body = part("text/plain", '"big5"', lines(said).encode("big5"))
    return headers(letter, name, subject, b"X-Mailer: Microsoft Outlook 15.0") + body


def iphone(letter: Letter) -> bytes:
    """The iPhone's mail: UTF-8, quoted-printable, the attribution inside the quote."""
    said = letter.text + "\n\n发自我的iPhone"
    if letter.quote:
        marked = letter.quote.replace("\n", "\n> ")
        said += f"\n\n> 在 2026年11月3日，15:04，{SHOP} <{letter.to}> 写道：\n> \n> {marked}"
    name, subject = q_word(letter.name, "utf-8"), words(letter.subject, "utf-8", size=20)
    body = part("text/plain", "utf-8", lines(said).encode(), "quoted-printable")
    return headers(letter, name, subject, b"X-Mailer: iPhone Mail (20B110)") + body


def alibaba(letter: Letter) -> bytes:
    """Alibaba's mail: UTF-8 with a line of dashes."""
    said = letter.text
    if letter.quote:
        said += (
            f"\n\n\n{'-' * 66}\n发件人：{SHOP} <{letter.to}>\n"
            f"发送时间：2026年11月3日(星期二) 15:04\n收件人：{letter.name}\n"
            f"主　题：{letter.subject}\n\n{letter.quote}"
        )
    name, subject = word(letter.name, "UTF-8"), word(letter.subject, "UTF-8")
    body = part("text/plain", "UTF-8", lines(said).encode())
    return headers(letter, name, subject, b"X-Mailer: [Alimail-Mailagent revision 4]") + body


def html_only(letter: Letter) -> bytes:
    """A web mailer that writes HTML alone and marks its quote."""
    said = f"<html><head><style>p{{}}</style></head><body><div>{as_html(letter.text)}</div>"
    if letter.quote:
        said += f'<blockquote type="cite">{as_html(letter.quote)}</blockquote>'
    name, subject = word(letter.name, "utf-8"), word(letter.subject, "utf-8")
    body = part("text/html", "utf-8", f"{said}</body></html>".encode(), "quoted-printable")
    return headers(letter, name, subject) + body


def raw_gbk(letter: Letter) -> bytes:
    """An old script: GBK as it is, in headers and body, named nowhere."""
    said = letter.text + (
        f"\n\n----- 原始邮件 -----\n发件人：{SHOP}\n{letter.quote}" if letter.quote else ""
    )
    name, subject = letter.name.encode("gbk"), letter.subject.encode("gbk")
    return headers(letter, b'"' + name + b'"', subject) + b"\r\n" + lines(said).encode("gbk")


def gmail(letter: Letter) -> bytes:
    """Gmail: UTF-8 where needed, text and HTML."""
    said = letter.text
    if letter.quote:
        marked = letter.quote.replace("\n", "\n> ")
        said += (
            f"\n\nOn Tue, Nov 3, 2026 at 3:04 PM Qimu Home <{letter.to}>\nwrote:\n\n> {marked}\n>"
        )
    body = multipart(
        "000000000000a1b2c305f0d1e2f3",
        part("text/plain", '"UTF-8"', lines(said).encode(), "quoted-printable"),
        part("text/html", '"UTF-8"', f'<div dir="ltr">{as_html(said)}</div>'.encode()),
    )
    return headers(letter, _plain(letter.name), _plain(letter.subject)) + body


def thunderbird(letter: Letter) -> bytes:
    """Thunderbird: 8-bit UTF-8."""
    said = letter.text
    if letter.quote:
        marked = letter.quote.replace("\n", "\n> ")
        said = f"{letter.text}\n\nOn 03/11/2026 15:04, Qimu Home wrote:\n> {marked}"
    body = part("text/plain", "UTF-8; format=flowed", lines(said).encode(), "8bit")
    agent = b"User-Agent: Mozilla Thunderbird"
    return headers(letter, _plain(letter.name), _plain(letter.subject), agent) + body


def outlook(letter: Letter) -> bytes:
    """Outlook in English: says iso-8859-1 and writes Windows-1252."""
    said = letter.text
    if letter.quote:
        said += (
            f"\n\n________________________________\nFrom: Qimu Home <{letter.to}>\n"
            f"Sent: Tuesday, November 3, 2026 3:04 PM\nTo: {letter.name} <{letter.address}>\n"
            f"Subject: {letter.subject}\n\n{letter.quote}"
        )
    name = q_word(letter.name, "iso-8859-1", "cp1252")
    body = part("text/plain", '"iso-8859-1"', lines(said).encode("cp1252"), "quoted-printable")
    return headers(letter, name, q_word(letter.subject, "iso-8859-1", "cp1252")) + body


def our_desk(letter: Letter) -> bytes:
    """The shop's own answers: UTF-8."""
    name, subject = word(letter.name, "utf-8"), word(letter.subject, "utf-8")
    body = part("text/plain", "utf-8", lines(letter.text).encode())
    return headers(letter, name, subject) + body


def _plain(text: str) -> bytes:
    return text.encode() if text.isascii() else word(text, "UTF-8")


PROGRAMS: dict[str, tuple[Callable[[Letter], bytes], str]] = {
    "QQ Mail": (qq_mail, "gb18030"),
    "163": (mail_163, "gb18030"),
    "Foxmail": (foxmail, "gb18030"),
    "Outlook zh-CN": (outlook_cn, "gb18030"),
    "Outlook zh-TW": (outlook_tw, "big5-hkscs"),
    "iPhone": (iphone, "utf-8"),
    "Alibaba": (alibaba, "utf-8"),
    "HTML only": (html_only, "utf-8"),
    "raw GBK": (raw_gbk, "gb18030"),
    "Gmail": (gmail, "utf-8"),
    "Thunderbird": (thunderbird, "utf-8"),
    "Outlook": (outlook, "windows-1252"),
    "our desk": (our_desk, "utf-8"),
}
"""How each program writes a letter, and the charset that its text is understood in."""
