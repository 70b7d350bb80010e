"""Tests of tuiticket's engine."""
