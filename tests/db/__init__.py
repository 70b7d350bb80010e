"""Tests of tuiticket's db."""
