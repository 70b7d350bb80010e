"""The set-up of a desk as one TOML file: read with the line of every fault, and written."""
