"""Tests of what one can ask of the desk."""
