"""The marks that mail programs leave on a quoted mail, in the languages of the shop's customers.

Collected from what QQ Mail, Foxmail, 163 and 邮箱大师, Alibaba, Sina, 139, Huawei, Outlook, Gmail,
Apple Mail, Thunderbird, Yahoo, Proton and Zoho write when one presses "reply".
"""

from __future__ import annotations

import re

REPLY_LINE = "=-=-=-=-= 请在此行上方回复 · Reply above this line =-=-=-=-="
"""The line our own mails begin with; whatever stands below it in an answer is quoted."""

MAX_LINE = 400
"""Characters; a longer line is prose, and no mark of a mail program."""

_DASHES = r"[-—–─_=*~]{2,}"
_ORIGINAL = (
    r"原始邮件|原始郵件|原始信息|原始訊息|原始消息|邮件原件|郵件原件|邮件原文|郵件原文"
    r"|原邮件|原郵件|源邮件|回复的原邮件|回复的邮件|回覆的原郵件"
    r"|original(?: message| mail| e-?mail)?|replied message|reply message"
    r"|ursprüngliche nachricht|originalnachricht|message d'origine|message original"
    r"|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht"
    r"|oprindelig besked|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti"
    r"|исходное сообщение|元のメッセージ|원본 메시지"
)
_FORWARDED = (
    r"forwarded (?:message|mail)|被?转发(?:的)?(?:邮件信息|邮件|消息|信息)|轉寄(?:的)?(?:郵件|訊息)"
    r"|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato"
    r"|mensagem encaminhada|doorgestuurd bericht"
)
_HEADER_NAMES = {
    "from": "from sender 发件人 發件人 寄件者 寄件人 von de da van från fra od от 差出人 보낸사람",
    "sent": "sent date sentat senttime sendtime sentdate"
    " 发送时间 發送時間 发送日期 發送日期 日期 时间 時間 寄件日期 傳送時間 送信日時 日時 보낸날짜"
    " gesendet datum envoyé envoyéle enviado enviadoel enviadaem fecha data inviato verzonden"
    " skickat sendt dato wysłano отправлено дата",
    "to": "to recipient recipients 收件人 收件者 an à para a aan till til do кому 宛先 받는사람",
    "cc": "cc 抄送 抄送人 抄送至 副本 kopie copie copia kopia копия",
    "subject": "subject 主题 主題 主旨 标题 件名 제목 betreff objet sujet asunto oggetto assunto"
    " onderwerp ämne emne temat тема",
}

RULE = re.compile(r"\s*[-_=*—–─]{5,}\s*")
"""A line drawn across the mail."""

BANNER = re.compile(rf"{_DASHES}\s*(?:{_ORIGINAL})\s*{_DASHES}", re.IGNORECASE)
"""What announces the mail that is answered, such as QQ Mail's 原始邮件 between dashes."""

FORWARD = re.compile(
    rf"[>\s]*{_DASHES}\s*(?:{_FORWARDED})\s*{_DASHES}"
    r"|begin forwarded message:|(?:开始转发的|以下是转发的)邮件：",
    re.IGNORECASE,
)
"""What announces a mail passed on to be read."""

ATTRIBUTION = re.compile(
    r"(?:On|At)\b.{8,}\bwrote ?:|-{2,} ?On\b.{8,}\bwrote ?-{2,}"
    r"|.{8,}[于於在].{6,}(?:写道|寫道|写到) ?[:：]"
    r"|[在于於].{8,}(?:写道|寫道|写到) ?[:：]"
    r"|Am\b.{8,}\bschrieb\b.*:|Op\b.{8,}\bschreef\b.*:|(?:Den|På)\b.{8,}\bskrev\b.*:"
    r"|Le\b.{8,}\ba écrit ?:|El\b.{8,}\bescribió ?:|Il\b.{8,}\bha scritto ?:"
    r"|(?:Em|A)\b.{8,}\bescreveu ?:|.{8,}\bnapisał(?:\(?a\)?)? ?:"
    r"|.{8,}\b(?:пишет|написал(?:\(?а\)?)?) ?:"
)
""""On Friday Ann wrote:"; also how a customer tells a story, so never believed alone."""

ANY_ATTRIBUTION = re.compile(r".*<[^<>\s]+@[^<>\s]+ ?>[^<>@]{0,30}[:：]")
"""The same in any language: the sender's address, then at most a few words."""

ADDRESS = re.compile(r"[^\s<>()\"]@[^\s<>()\"]+\.\w")
TIME = re.compile(r"\d[:：.点點时時]\s?\d\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_KINDS = {name: kind for kind, names in _HEADER_NAMES.items() for name in names.split()}
_HEADER = re.compile(r"([^:：|*]{1,24}?)[\s*]*[:：|](.*)")


def header(line: str) -> tuple[str, str] | None:
    """Kind (from, sent, to, cc or subject) and value of a line like "主　题：退货", else None."""
    match = _HEADER.match(line.lstrip(" \t\xa0\u3000|*")) if len(line) <= MAX_LINE else None
    kind = _KINDS.get(re.sub(r"\s", "", match[1]).casefold()) if match else None
    return (kind, match[2]) if match and kind else None


def is_reply_line(line: str) -> bool:
    """Whether this is our own reply line, however deeply quoted and in whichever language."""
    core = line.strip("> \t*")
    return core.startswith("=-=-=-=-= ") and core.endswith(" =-=-=-=-=")
