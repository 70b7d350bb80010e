"""What the desk makes of tickets by itself, and what it learned."""

from __future__ import annotations

from sqlalchemy import Boolean, Index, LargeBinary, Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Number, Plain
from tuiticket.engine.model.judgement import Temper


class JudgementRow(Row, table=True):
    """What was made of each ticket's first words."""

    __tablename__ = "judgement"
    __table_args__ = (Index(None, "temper"),)
    id: int = primary()
    ticket_id: int = ref("ticket", unique=True)
    proposals: list[int] = col(Plain(tuple[int, ...]))
    alone: bool = col(Boolean)
    sure: int | None = col(Number)
    reasons: str = col(Text)
    temper: int = col(Number)
    level: Temper = col(Enumerated(Temper))
    corrected: bool = col(Boolean)
    temper_reasons: str = col(Text)
    learned: str = col(Text)
    lessons: int = col(Number)


class LessonRow(Row, table=True):
    """The tickets whose category a person decided."""

    __tablename__ = "lesson"
    id: int = primary()
    ticket_id: int = ref("ticket", unique=True)
    category_id: int = ref("category")


class TemperLessonRow(Row, table=True):
    """The tickets whose customer's temper a person told."""

    __tablename__ = "temper_lesson"
    id: int = primary()
    ticket_id: int = ref("ticket", unique=True)
    upset: bool = col(Boolean)


class KeywordRow(Row, table=True):
    """Words that speak for a category."""

    __tablename__ = "keyword"
    id: int = primary()
    category_id: int = ref("category", index=True)
    word: str = col(Text, unique=True)


class TemperWordRow(Row, table=True):
    """The shop's own words of temper."""

    __tablename__ = "temper_word"
    id: int = primary()
    word: str = col(Text, unique=True)
    weight: int = col(Number)


class ClassifierRow(Row, table=True):
    """How far the learner of categories has come."""

    __tablename__ = "classifier"
    id: int = primary(given_out=False)
    algorithm: str = col(Text)
    labels: list[int] = col(Plain(tuple[int, ...]))
    texts: int = col(Number)
    steps: int = col(Number)
    newest: int = col(Number)
    decisions: list[int] = col(Plain(tuple[int, ...]))


class TemperCourseRow(Row, table=True):
    """How far the learner of tempers has come."""

    __tablename__ = "temper_course"
    id: int = primary(given_out=False)
    algorithm: str = col(Text)
    texts: int = col(Number)
    steps: int = col(Number)
    newest: int = col(Number)
    felt: list[list[int]] = col(Plain(tuple[tuple[int, int, int], ...]))


class FeatureRowRow(Row, table=True):
    """What the learners know of each feature."""

    __tablename__ = "feature_row"
    id: int = primary(given_out=False)
    packed: bytes = col(LargeBinary)
