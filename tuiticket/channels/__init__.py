"""How contacts come in and go out."""
