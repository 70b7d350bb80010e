"""The words that filters take, as they are printed and as people may write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tuiticket.engine.model.ticket import ACTIVE, DONE, Channel, Kind, Priority, Severity, State
from tuiticket.engine.rules.query.tree import Member, SortKey


@dataclass(frozen=True, slots=True)
class Word:
    """One word a field takes, the members it stands for, and other words for the same."""

    word: str
    members: tuple[Member, ...] = ()
    aliases: tuple[str, ...] = ()


def _words(aliases: Mapping[Member, tuple[str, ...]]) -> tuple[Word, ...]:
    """Return the words of an enumeration, in its order."""
    return tuple(Word(word_of(member), (member,), also) for member, also in aliases.items())


def word_of(member: Member) -> str:
    """Return the word for a member: its value, or its name where the value is a rank."""
    return member.value if isinstance(member.value, str) else member.name.lower()


def _flags(words: Mapping[str, tuple[str, ...]]) -> tuple[Word, ...]:
    return tuple(Word(word, (), also) for word, also in words.items())


def _in_order(states: Iterable[State]) -> tuple[State, ...]:
    chosen = frozenset(states)
    return tuple(state for state in State if state in chosen)


_WAITING = (State.WAITING_CUSTOMER, State.WAITING_THIRD)
STATES = (
    *_words(
        {
            State.NEW: ("新建", "已接收"),
            State.OPEN: ("处理中",),
            State.WAITING_CUSTOMER: ("等待客户",),
            State.WAITING_THIRD: ("等待第三方",),
            State.REVIEW: ("审核", "审核中"),
            State.SOLVED: ("已解决",),
            State.CLOSED: ("已关闭",),
            State.ARCHIVED: ("已归档",),
            State.SPAM: ("垃圾", "垃圾工单"),
        }
    ),
    # Group words. `open` itself is the state in which somebody works on the ticket.
    Word("active", _in_order(ACTIVE), ("未完成",)),
    Word("waiting", _WAITING, ("等待",)),
    Word("done", _in_order(DONE), ("已完成",)),
)
KINDS = _words(
    {
        Kind.SERVICE: ("服务",),
        Kind.ENQUIRY: ("咨询", "inquiry"),
        Kind.COMPLAINT: ("投诉",),
        Kind.REPAIR: ("报修",),
    }
)
PRIORITIES = _words(
    {
        Priority.LOW: ("低",),
        Priority.NORMAL: ("普通", "中"),
        Priority.HIGH: ("高",),
        Priority.URGENT: ("紧急",),
    }
)
SEVERITIES = _words(
    {
        Severity.MINOR: ("轻微",),
        Severity.MODERATE: ("一般",),
        Severity.MAJOR: ("严重",),
        Severity.CRITICAL: ("危急",),
    }
)
CHANNELS = _words(
    {
        Channel.PHONE: ("电话",),
        Channel.WALK_IN: ("到店",),
        Channel.CHAT: ("在线聊天", "聊天"),
        Channel.MAIL: ("邮件", "email", "e-mail"),
        Channel.WEB: ("网页",),
        Channel.API: ("接口",),
        Channel.WECHAT: ("微信",),
        Channel.SMS: ("短信",),
    }
)
IS = _flags(
    {
        "unanswered": ("未回复",),
        "late": ("超时", "overdue"),
        "mine": ("我的",),
        "unassigned": ("未分配",),
        "paused": ("暂停",),
        "snoozed": ("暂缓",),
        "unread": ("未读",),
        "watched": ("关注",),
        "spam": ("垃圾",),
    }
)
HAS = _flags(
    {
        "attachment": ("附件",),
        "order": ("订单",),
        "link": ("关联",),
        "duplicate": ("重复", "疑似重复"),
    }
)
SORTS = _flags(
    {
        SortKey.URGENCY: ("紧急程度",),
        SortKey.DUE: ("到期",),
        SortKey.CREATED: ("创建",),
        SortKey.UPDATED: ("更新",),
        SortKey.NUMBER: ("编号",),
        SortKey.PRIORITY: ("优先级",),
    }
)
