"""Tests of tuiticket's adapters."""
