"""Tests of tuiticket from end to end."""
