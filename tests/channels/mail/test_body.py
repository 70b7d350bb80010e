"""What a mail says: the right part, the right charset, the quote apart."""

from __future__ import annotations

import pytest

from tests.channels.sample_programs import in_base64, multipart, part
from tuiticket.adapters.sheets import MAX_LINKS
from tuiticket.channels.mail.body import MAX_TEXT, Body, read_body
from tuiticket.channels.mail.mime import read


def body(raw: bytes) -> Body:
    """The body of a raw mail."""
    return read_body(read(raw))


def plain(text: str) -> bytes:
    """A part of plain text."""
    return part("text/plain", "utf-8", text.encode())


def html(markup: str) -> bytes:
    """A part of HTML."""
    return part("text/html", "utf-8", markup.encode())


def test_plain_text_is_preferred() -> None:
    assert body(multipart("a", plain("退货"), html("<b>other</b>"))).text == "退货"
    assert body(multipart("a", html("<b>other</b>"), plain("退货"))).text == "退货"


@pytest.mark.parametrize("empty", ["", " \r\n\r\n"])
def test_empty_plain_text_gives_way_to_html(empty: str) -> None:
    assert body(multipart("a", plain(empty), html("<b>退货</b>"))).text == "退货"


def test_html_alone_is_laid_out() -> None:
    markup = '<p>see <a href="https://example.com/1">this</a></p><img src="cid:x">'
    assert body(html(markup)).text == "see this <https://example.com/1>\n\n[图片 1]"


def test_alternatives_inside_others() -> None:
    related = multipart(
        "r", html("<p>退货</p><img src=cid:1>"), b"Content-Type: image/png\r\n\r\nx"
    )
    related = related.replace(b"multipart/alternative", b"multipart/related")
    mixed = multipart("m", multipart("a", plain("退货"), related), plain("-- \nlist footer"))
    mixed = mixed.replace(b"multipart/alternative", b"multipart/mixed", 1)
    assert body(mixed).text == "退货\n\n-- \nlist footer"


def test_text_around_pictures_is_one_text() -> None:
    image = b"Content-Type: image/jpeg\r\nContent-Disposition: inline; filename=a.jpg\r\n\r\nx"
    raw = multipart("m", plain("before"), image, plain("after"), kind="mixed")
    assert body(raw).text == "before\n\nafter"


def test_the_label_of_the_mail_beats_that_of_the_html() -> None:
    markup = '<meta charset="big5"><p>退货</p>'
    assert body(part("text/html", "gb2312", markup.encode("gbk"))).text == "退货"
    unlabelled = b"Content-Type: text/html\r\n\r\n" + '<meta charset="big5">退貨單'.encode("big5")
    assert body(unlabelled)[:1] == ("退貨單",)


def test_a_null_or_half_a_character_ends_nowhere() -> None:
    raw = b"Content-Type: text/plain; charset=utf-8\r\n\r\nre\x00fund \xed\xa0\x80 \x1b[2Jnow" * 3
    assert "\x00" not in body(raw).text
    assert "\x1b" not in body(raw).text
    body(raw).text.encode()


def test_escapes_in_what_a_customer_writes_are_not_run() -> None:
    assert (
        body(plain(r"it is in C:\new\table, \u9000 \x41")).text
        == r"it is in C:\new\table, \u9000 \x41"
    )


def test_a_page_of_links_shows_a_stub() -> None:
    found = body(html('<a href="https://example.com">x</a>' * (MAX_LINKS + 1)))
    assert "too many links" in found.text
    assert len(found.text) < 200


def test_a_huge_text_is_cut() -> None:
    found = body(b"\r\n" + b"word " * (MAX_TEXT // 5 + 1000))
    assert MAX_TEXT < len(found.text) < MAX_TEXT + 100
    assert found.text.endswith("[The mail is longer; the original is kept.]")


def test_parts_that_could_not_be_taken_apart_are_shown() -> None:
    raw = b"Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nwords\r\n--x--"
    assert "words" in body(raw).text


def test_the_quote_is_apart_and_nothing_is_lost() -> None:
    quote = '------------------ 原始邮件 ------------------\n发件人: "客服"\n主题: x\n\n您好'
    found = body(plain(f"谢谢\n\n{quote}"))
    assert (found.visible, found.quoted) == ("谢谢", quote)
    assert found.text == f"谢谢\n\n{quote}"


def test_a_quote_marked_in_html_needs_no_known_words() -> None:
    found = body(html('<p>Díky</p><blockquote type="cite">Vaše objednávka</blockquote>'))
    assert (found.visible, found.quoted) == ("Díky", "> Vaše objednávka")


def test_html_helps_where_the_plain_text_hides_its_quote() -> None:
    raw = b"In-Reply-To: <a@x>\r\n" + multipart(
        "a",
        plain("Díky\r\n\r\nDne pá napsal Qimu:\r\nVaše objednávka"),
        html('<p>Díky</p><blockquote type="cite">Vaše objednávka</blockquote>'),
    )
    assert body(raw).visible == "Díky"


def test_a_mail_that_is_all_quote_shows_it() -> None:
    found = body(html('<blockquote type="cite">only this</blockquote>'))
    assert (found.visible, found.quoted) == ("> only this", "")


def test_base64_over_several_lines() -> None:
    raw = b"Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: BASE64 \r\n\r\n"
    assert body(raw + in_base64("我要退货".encode("gbk"))).text == "我要退货"
