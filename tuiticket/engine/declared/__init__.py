"""The set-up of a desk as facts somebody declares: read, checked, planned and put into force.

Facts are plain values by field, section by section; they refer to each other by key, never by id.
Where they come from, a file or a form, is the edge's affair.
"""
