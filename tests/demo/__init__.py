"""The sample shop: its content, its direction and its performance."""
