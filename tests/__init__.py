"""Tests of tuiticket; the folders mirror the house."""
