"""Tests of tuiticket's console."""
