"""Tests of tuiticket's demo."""
