"""The desk's memory: everything the engine asks of a store, on SQLite."""
