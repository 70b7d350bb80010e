"""E-mail as a channel: what came in is understood here, what goes out is built here."""
