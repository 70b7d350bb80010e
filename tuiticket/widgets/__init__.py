"""The parts screens are made of: they show values, post messages and never call the engine."""
