"""Tests of tuiticket's channels."""
