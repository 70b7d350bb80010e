"""The sample shop: a desk one can try everything on."""
