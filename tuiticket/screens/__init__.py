"""What fills the terminal: each screen reads the desk, shows it and turns keys into commands."""
