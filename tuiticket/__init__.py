"""tuiticket: a helpdesk for small shops that lives in a terminal."""

__version__ = "0.1.0"
