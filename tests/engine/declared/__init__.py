"""The command line, spoken to as a script or a person would."""
