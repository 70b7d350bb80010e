"""E-mail, read as the world sends it."""
