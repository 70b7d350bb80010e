"""The customer's own words parted from the quoted mail, as the programs in use quote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.quote_marks import REPLY_LINE
from tuiticket.engine.rules.quotes import cut_quote

# What each program puts below an answer to "您的订单10482已发货", in plain text.
CLIENTS = {
    "QQ Mail": """\
------------------ 原始邮件 ------------------
发件人: "栖木家居客服" <service@example.com>;
发送时间: 2026年11月20日(星期五) 下午3:04
收件人: "李雷"<lilei@example.cn>;

主题: 您的订单10482已发货

您好，您的订单已发货。""",
    "QQ Mail, English": """\
------------------ Original ------------------
From:  "Qimu Home"<service@example.com>;
Date:  Fri, Nov 20, 2026 03:04 PM
To:  "Li Lei"<lilei@example.cn>;
Subject:  Your order 10482

Your order is on its way.""",
    "QQ Mail, phone": """\
---原始邮件---
发件人: "栖木家居"<service@example.com>
发送时间: 2026年11月20日(周五) 下午3:04
收件人: "李雷"<lilei@example.cn>;
主题: 您的订单10482已发货

您好，您的订单已发货。""",
    "Foxmail": """\
发件人： 栖木家居客服
发送时间： 2026-11-20 15:04
收件人： 李雷
主题： 您的订单10482已发货
您好，您的订单已发货。""",
    "Foxmail, English": """\
From: service@example.com
Date: 2026-11-20 15:04
To: lilei
Subject: Your order 10482
Your order is on its way.""",
    "163": """\
在 2026-11-20 15:04:05，"栖木家居客服" <service@example.com> 写道：

您好，您的订单已发货。""",
    "163, marked": """\
At 2026-11-20 15:04:05, "Qimu Home" <service@example.com> wrote:
>Hello,
>your order is on its way.""",
    "NetEase Mail Master": """\
---- 回复的原邮件 ----
| 发件人 | 栖木家居客服<service@example.com> |
| 日期 | 2026年11月20日 15:04 |
| 收件人 | lilei@example.cn<lilei@example.cn> |
| 主题 | 您的订单10482已发货 |
您好，您的订单已发货。""",
    "NetEase Mail Master, older": """\
在2026年11月20日 15:04，栖木家居客服<service@example.com> 写道：
您好，您的订单已发货。""",
    "Outlook zh-CN": """\
-----邮件原件-----
发件人: 栖木家居客服 <service@example.com>
发送时间: 2026年11月20日 15:04
收件人: 李雷 <lilei@example.cn>
主题: 您的订单10482已发货

您好，您的订单已发货。""",
    "Outlook zh-CN, new": """\
________________________________
发件人: 栖木家居客服 <service@example.com>
发送时间: 2026年11月20日 15:04
收件人: 李雷 <lilei@example.cn>
主题: 您的订单10482已发货

您好，您的订单已发货。""",
    "Outlook zh-TW": """\
-----原始郵件-----
寄件者: 棲木家居客服 <service@example.com>
寄件日期: 2026年11月20日 下午 03:04
收件者: 李雷 <lilei@example.cn>
主旨: 您的訂單10482已出貨

您好，您的訂單已出貨。""",
    "iPhone zh-CN": """\
> 在 2026年11月20日，15:04，栖木家居客服 <service@example.com> 写道：
>
> 您好，您的订单已发货。""",
    "iPhone zh-CN, older": """\
在 2026年11月20日，下午3:04，栖木家居客服 <service@example.com> 写道：

> 您好，您的订单已发货。""",
    "iPhone zh-TW": """\
> 棲木家居 <service@example.com> 於 2026年11月20日 下午3:04 寫道：
>
> 您好，您的訂單已出貨。""",
    "Gmail zh-CN": """\
栖木家居客服 <service@example.com> 于2026年11月20日周五 15:04写道：

> 您好，您的订单已发货。
>""",
    "Gmail zh-CN, wrapped": """\
栖木家居客服 <service-with-a-rather-long-name@example.com>
于2026年11月20日周五 下午3:04写道：

> 您好，您的订单已发货。""",
    "Gmail zh-TW": """\
棲木家居 <service@example.com> 於 2026年11月20日 週五 下午3:04 寫道：

> 您好，您的訂單已出貨。""",
    "Thunderbird zh-CN": """\
在 2026/11/20 15:04, 栖木家居客服 写道:
> 您好，您的订单已发货。""",
    "Alibaba": """\
------------------------------------------------------------------
发件人：栖木家居客服 <service@example.com>
发送时间：2026年11月20日(星期五) 15:04
收件人：李雷 <lilei@example.cn>
主　题：您的订单10482已发货

您好，您的订单已发货。""",
    "Sina": """\
----- 原始邮件 -----
发件人：栖木家居客服 <service@example.com>
收件人：李雷 <lilei@example.cn>
主题：您的订单10482已发货
日期：2026年11月20日 15点04分

您好，您的订单已发货。""",
    "139": """\
----邮件原文----
发件人：栖木家居客服 <service@example.com>
收件人：lilei <lilei@example.cn>
抄 送： (无)
发送时间：2026-11-20 15:04:05
主题：您的订单10482已发货

您好，您的订单已发货。""",
    "Huawei": """\
-------- 原始邮件 --------
发件人： 栖木家居客服 <service@example.com>
日期： 2026年11月20日周五 15:04
收件人： lilei@example.cn
主题： 您的订单10482已发货
您好，您的订单已发货。""",
    "Gmail": """\
On Fri, Nov 20, 2026 at 3:04 PM Qimu Home <service@example.com> wrote:

> Your order is on its way.
>""",
    "Gmail, wrapped": """\
On Fri, Nov 20, 2026 at 3:04 PM Qimu Home Customer Service <
service@example.com> wrote:

> Your order is on its way.""",
    "Apple Mail": """\
> On Nov 20, 2026, at 15:04, Qimu Home <service@example.com> wrote:
>
> Your order is on its way.""",
    "Outlook": """\
-----Original Message-----
From: Qimu Home <service@example.com>
Sent: Friday, November 20, 2026 3:04 PM
To: Ann <ann@example.org>
Subject: Your order 10482

Your order is on its way.""",
    "Outlook, bold": """\
*From:* Qimu Home [mailto:service@example.com]
*Sent:* Friday, November 20, 2026 3:04 PM
*To:* Ann
*Subject:* Your order 10482

Your order is on its way.""",
    "Yahoo": """\
 On Friday, November 20, 2026 at 03:04:05 PM GMT+1, Qimu Home <service@example.com> wrote:

 Your order is on its way.""",
    "Proton": """\
On Friday, November 20th, 2026 at 15:04, Qimu Home <service@example.com> wrote:

> Your order is on its way.""",
    "Thunderbird": """\
On 20/11/2026 15:04, Qimu Home wrote:
> Your order is on its way.""",
    "Samsung": """\
-------- Original message --------
From: Qimu Home <service@example.com>
Date: 20/11/2026 15:04 (GMT+01:00)
To: ann@example.org
Subject: Your order 10482

Your order is on its way.""",
    "Zoho": """\
---- On Fri, 20 Nov 2026 15:04:05 +0100 service@example.com wrote ----

Your order is on its way.""",
    "Thunderbird de": """\
Am 20.11.2026 um 15:04 schrieb Qimu Home:
> Ihre Bestellung ist unterwegs.""",
    "Outlook de": """\
Von: Qimu Home <service@example.com>
Gesendet: Freitag, 20. November 2026 15:04
An: Ann
Betreff: Ihre Bestellung 10482

Ihre Bestellung ist unterwegs.""",
    "Gmail fr": """\
Le ven. 20 nov. 2026 à 15:04, Qimu Home <service@example.com> a écrit :

> Votre commande est en route.""",
    "Gmail es": """\
El vie, 20 nov 2026 a las 15:04, Qimu Home (<service@example.com>) escribió:

> Su pedido va en camino.""",
    "Gmail ja": """\
2026年11月20日(金) 15:04 Qimu Home <service@example.com>:

> ご注文の商品を発送しました。""",
    "Gmail ru": """\
пт, 20 нояб. 2026 г. в 15:04, Qimu Home <service@example.com>:

> Ваш заказ отправлен.""",
    "our own reply line": f"""\
> {REPLY_LINE}
>
> Your order is on its way.""",
}
OWN_WORDS = "收到了，谢谢！\n但是少了一盏灯。\n\n发自我的iPhone"


@pytest.mark.parametrize("client", CLIENTS)
def test_the_customers_words_stand_alone(client: str) -> None:
    quote = CLIENTS[client]
    cut = cut_quote(f"{OWN_WORDS}\n\n{quote}")
    assert cut.visible == OWN_WORDS
    assert cut.quoted == quote


TRAPS = {
    "a story told with On … wrote": "On Monday Bo wrote:\nthe lamp comes tomorrow.\nNot so.",
    "a story with a year": "On 20 November 2026 you wrote that it would be two days. It is ten.",
    "a story that ends in a colon": "在2026年11月20日客服写道：\n明天一定到。\n没有到！",
    "prices compared": "You ask too much:\n> 100 yuan elsewhere\n>> 200 here\nWhy?",
    "a Chinese comparison": "> 满100包邮是真的吗\n我买了120的",
    "answers between quotes": (
        "On Fri, Nov 20, 2026 at 3:04 PM Qimu Home <service@example.com> wrote:\n"
        "> Which colour?\nRed.\n> And how many?\nTwo.\n"
    ),
    "a parcel's address": "发件人：张三 13800138000\n收件人：李四\n地址：杭州市文三路1号\n请改地址",
    "a journey": "From: Berlin\nTo: Munich\nwhen does it arrive?",
    "a rule of dashes": "first\n--------------\nsecond\n______________\nthird",
    "the word original": "I want the original message on the card:\n--- original ---\nLove you",
    "a forwarded mail": (
        "see below\n\n---------- Forwarded message ---------\nFrom: Carrier <info@example.net>\n"
        "Date: Fri, Nov 20, 2026 at 3:04 PM\nSubject: Lost\nTo: <ann@example.org>\n\nIt is lost."
    ),
    "a forwarded Chinese mail": (
        "请看\n-------- 转发邮件信息 --------\n发件人：快递 <info@example.net>\n"
        "发送日期：2026-11-20 15:04:05\n收件人：lilei@example.cn\n主题：丢件\n您的包裹丢了"
    ),
    "a list of dates": "2026-11-20 15:04:05 ordered\n2026-11-22: paid\nwhere is it:",
    "an address to write to": "Send it before 2026-12-01 to Ann <ann@example.org>:\nthe invoice",
    "nothing but a quote": CLIENTS["QQ Mail"],
    "nothing": "",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_loses_nothing(trap: str) -> None:
    assert cut_quote(TRAPS[trap]) == (TRAPS[trap], "")


def test_an_answer_below_the_quote_is_what_shows() -> None:
    quote = CLIENTS["Thunderbird"]
    cut = cut_quote(f"{quote}\n\nThank you, but one is missing.")
    assert cut.visible == "Thank you, but one is missing."
    assert cut.quoted == quote


def test_quotes_marked_by_html_need_no_attribution() -> None:
    text = "Díky!\nDne pá 20. 11. 2026 napsal Qimu:\n> Vaše objednávka"
    assert cut_quote(text) == (text, "")
    cut = cut_quote(text, marked=True)
    assert cut == ("Díky!\nDne pá 20. 11. 2026 napsal Qimu:", "> Vaše objednávka")


def test_answers_between_marked_quotes_keep_them() -> None:
    text = "> Which colour?\nRed.\n> How many?\nTwo."
    assert cut_quote(text, marked=True) == (text, "")


def test_of_several_quotes_the_first_wins() -> None:
    whole = f"ok\n\n{CLIENTS['Foxmail']}\n\n{CLIENTS['163']}"
    assert cut_quote(whole).visible == "ok"


def test_a_mark_before_every_word_gives_way_to_a_later_one() -> None:
    whole = f"{CLIENTS['Outlook']}\n\n{CLIENTS['QQ Mail']}"
    cut = cut_quote(whole)
    assert cut.visible.endswith("Your order is on its way.")
    assert cut.quoted == CLIENTS["QQ Mail"]


def test_an_attribution_left_over_at_the_end_goes() -> None:
    attribution = '在 2026-11-20 15:04:05，"客服" <service@example.com> 写道：'
    assert cut_quote(f"好的\n{attribution}\n") == ("好的", attribution)


pieces = st.sampled_from(
    [line for quote in CLIENTS.values() for line in quote.split("\n")]
    + [line for trap in TRAPS.values() for line in trap.split("\n")]
    + ["", "> quoted", "own words", "-----", "好的"]
)


@given(st.lists(pieces, max_size=25))
def test_every_line_is_in_one_of_the_parts(lines: list[str]) -> None:
    text = "\n".join(lines)
    cut = cut_quote(text)
    kept = [line for line in f"{cut.visible}\n{cut.quoted}".split("\n") if line]
    assert sorted(kept) == sorted(line for line in lines if line)
    assert cut.visible.strip() or not text.strip()


HUGE = {
    "a start without an end": "On " * 300_000,
    "words of attributions": "在于" * 400_000 + "：",
    "senders": "From: 1\n" * 100_000,
    "quotes": "> \n" * 300_000,
    "blanks before a word": (" " * 398 + "x\n") * 2500,
    "blanks after a word": ("x" + " " * 398 + "\n") * 2500,
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_text_ends(kind: str) -> None:
    # Without the limit on lines some of these take minutes: a regression shows as a hang.
    assert cut_quote(f"words\n{HUGE[kind]}").visible
