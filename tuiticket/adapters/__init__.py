"""The thin side of libraries that the engine must not see."""
