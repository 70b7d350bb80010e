"""HTML mails as text: what the customer sees, whatever their program or malice wrote."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.html import Page, read
from tuiticket.adapters.sheets import MAX_ELEMENTS, MAX_LINKS

DRAWN = {
    "paragraphs": ("<p>您好</p><p>退货</p>", "您好\n\n退货"),
    "lines of divisions": ("<div>a</div><div><br></div><div>b<br>c</div>", "a\n\nb\nc"),
    "inline markup": ("<p>We <b>will</b> re<i>fund</i>  you</p>", "We will refund you"),
    "a link keeps its target": (
        '<a href="https://example.com/t?a=1&amp;copy=2">track</a>',
        "track <https://example.com/t?a=1&copy=2>",
    ),
    "a link that says its target": (
        '<a href="http://example.cn/">example.cn</a>, <a href="mailto:a@b.cn?subject=x">a@b.cn</a>',
        "example.cn, a@b.cn",
    ),
    "a link that lies": (
        '<a href="https://evil.example">https://bank.example</a>',
        "https://bank.example <https://evil.example>",
    ),
    "a script is no target": (
        '<a href="javascript:alert(1)">click</a> <a href="#x">up</a>',
        "click up",
    ),
    "images": (
        '<img src="cid:1">看<a href="https://example.com"><img src="b"></a>',
        "[图片 1]看[图片 2] <https://example.com>",
    ),
    "a tracking pixel": ('hi<img src="https://t.example/p.gif" width="1" height="1">', "hi"),
    "emoji drawn as images": ('<img alt="😀" src="x"><img alt="logo" src="y">', "😀[图片 1]"),
    "a table": (
        "<table><tr><th>商品</th><th>数量</th></tr><tr><td>台灯</td><td><p>2</p></td></tr></table>",
        "商品 | 数量\n台灯 | 2",
    ),
    "a table for layout": (
        "<table><tr><td><table><tr><td>Dear Ann</td></tr></table></td><td></td></tr></table>",
        "Dear Ann",
    ),
    "a list": ("<ol><li>one</li><li>two</li></ol>", " 1. one\n 2. two"),
    "preformatted": ("<pre>a\n   b</pre>", "a\n   b"),
    "what is not shown": (
        "<title>t</title><style>p{}</style><!-- c --><p style='display: none'>preheader</p>seen",
        "seen",
    ),
    "Word's own elements": ("<p>a<o:p>&nbsp;</o:p></p><![if !mso]>b<![endif]>", "a\n\nb"),
    "entities once": ("&amp;lt;b&amp;gt; &copy; &euro;5 &unknown;", "&lt;b&gt; © €5 &unknown;"),
    "an encoding named inside": ('<?xml version="1.0" encoding="gb2312"?><p>你好</p>', "你好"),
    "a terminal's controls": ("a&#27;[31mred&#x202e;&#x9b;2Jb \x1b]0;t\x07c", "a[31mred›2Jb c"),
    "markup of our own screens": ("[b]not bold[/b] [@click=x]", "[b]not bold[/b] [@click=x]"),
    "broken markup": ("<p <p <p>a</td></div><b>b", "ab"),
    "nothing": ("", ""),
    "a comment only": ("<!-- x -->", ""),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_page_reads_as_it_is_seen(kind: str) -> None:
    markup, text = DRAWN[kind]
    assert read(markup) == Page(text)


GMAIL = (
    '<div dir="ltr">谢谢</div><br><div class="gmail_quote gmail_quote_container">'
    '<div dir="ltr" class="gmail_attr">Q &lt;<a href="mailto:s@example.com">s@example.com</a>&gt; '
    "于2026年11月20日周五 15:04写道：<br></div>"
    '<blockquote class="gmail_quote">您好<blockquote class="gmail_quote">旧</blockquote>'
    "</blockquote></div>"
)
QUOTES = {
    "Gmail": (GMAIL, "谢谢\n\nQ <s@example.com> 于2026年11月20日周五 15:04写道：\n> 您好\n>> 旧"),
    "Apple Mail": ('ok<blockquote type="cite"><div>old</div></blockquote>', "ok\n> old"),
    "Thunderbird": ('ok<blockquote cite="mid:1@x">old</blockquote>after', "ok\n> old\nafter"),
    "Outlook": (
        'ok<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Von:</b> A</div>old',
        "ok\n> Von: A\n> old",
    ),
    "Outlook, passed on by Outlook": ('ok<div id="x_x_divRplyFwdMsg">Von: A</div>', "ok\n> Von: A"),
    "163": ('ok<blockquote id="isReplyContent">old</blockquote>', "ok\n> old"),
    "NetEase Mail Master": ('ok<div class="ntes-mailmaster-quote">old</div>', "ok\n> old"),
    "QQ Mail": ("ok<includetail><div>old</div></includetail>", "ok\n> old"),
    "Yahoo": ('ok<div id="y1" class="yahoo_quoted">old</div>', "ok\n> old"),
    "Proton": ('ok<div class="protonmail_quote">old</div>', "ok\n> old"),
}


@pytest.mark.parametrize("program", QUOTES)
def test_a_marked_quote_becomes_quoted_lines(program: str) -> None:
    markup, text = QUOTES[program]
    assert read(markup) == Page(text, quoted=True)


def test_an_indented_block_is_no_quote() -> None:
    assert read('<blockquote style="margin-left:40px">my words</blockquote>') == Page("my words")


HOSTILE = {
    "deep": ("<div>" * 100_000 + "x" + "</div>" * 100_000 + "end", "x\n\nend"),
    "deep lists": ("<ul><li>" * 3_000 + "x", None),
    "deep quotes": ('<blockquote type="cite">' * 3_000 + "x", ">>>>> x"),
    "deep tables": ("<table><tr><td>" * 3_000 + "x", "x"),
    "deep links": ('<a href="http://x">' * 3_000 + "y", None),
    "one wide cell": ("<table><tr><td>" + "w" * 20_000 + "<tr><td>1" * 5_000 + "</table>", None),
    "a hundred thousand attributes": (
        "<a " + " ".join(f"a{n}" for n in range(100_000)) + ">x",
        "x",
    ),
    "inline runs": ("<p>" + "<b>ab</b> <i>cd</i>" * 80_000, None),
    "huge margins": ('<p style="margin-top:99999em;padding-left:99999em">x', "x"),
    "brackets": ("<" * 300_000, "<" * 300_000),
    "list numbers": ('<ol start="9999999999"><li value="²">x</ol>', " 1. x"),
    "open attribute": ('x<a b="' + "y" * 1_000_000, "x"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_markup_survives(kind: str) -> None:
    markup, text = HOSTILE[kind]
    page = read(markup)
    assert page.readable
    assert len(page.text) <= 2 * len(markup)
    assert text is None or page.text == text


def test_a_page_of_links_is_not_laid_out() -> None:
    link = '<a href="https://example.com">x</a>'
    assert read(link * MAX_LINKS).readable
    assert read(link * (MAX_LINKS + 1)) == Page("", readable=False)


def test_a_page_of_endless_elements_is_not_laid_out() -> None:
    assert read("<p>x" * (MAX_ELEMENTS + 1)) == Page("", readable=False)


TAGS = (
    "<p> </p> <div> </div> <td> <tr> <table> </table> <li> <ul> </ul> <pre> </pre> <br> <img>"
    " <a/href=x> </a> <blockquote/type=cite> </blockquote> <script> </script> <b> <!-- -->"
    " & < > &#x1b; 字 word"
)
tags = st.sampled_from(TAGS.split())


@given(st.lists(tags | st.text(max_size=4), max_size=30).map("".join))
def test_any_markup_gives_clean_text(markup: str) -> None:
    text = read(markup).text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufdd0]", text)
    assert "\n\n\n" not in text


def test_libraries_come_with_the_first_page_only() -> None:
    script = "import sys, tuiticket.adapters.html; print({'lxml', 'inscriptis'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
