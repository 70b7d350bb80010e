"""Foretelling how content a customer will be."""
