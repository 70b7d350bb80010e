"""`tuiticket classify`: what is made of a text, why, and how well that is learned."""

from __future__ import annotations

from tuiticket.cli.classify import correcting, forecasting, learning, temper
from tuiticket.cli.classify.noun import app

__all__ = ["app", "correcting", "forecasting", "learning", "temper"]
