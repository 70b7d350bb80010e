"""Tests of tuiticket's cli."""
